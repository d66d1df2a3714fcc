"""Facts with citations: read strictly, checked against their sources, rendered and exported.

Every module, about in the order in which a record goes through them:

- text with its place: errors, findings, files, characters, alphabets, nodes, syntax, allowed, events, reader, written
- what a key may hold: fields, sections, layout, kinds, shape, vocabulary, wordings, units
- figures and days: ends, intervals, languages, quantities, dates, periods, spans
- the record and its rules: evidence, model, declared, assemble, checks, origins, repeats, beside, rules, lacking, book
- pages that name it, as written: own_words, typed, by_hand, blocks, calls, unread, links, citations
- these held against it: unnoted, figure_words, misnamed, clauses, told, astray, checking
- what is made of it: html, charts, export, render, generate
- what the builder adds: finished, cards, searched, styles, policy, preview, kept
- the site as built: narrowed, audit, faults, swap, build, publish
- fact files to be written: writing, canonical, drafting, schema
- a change told, and all commands: review, cli
"""
