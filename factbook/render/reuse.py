"""What the data page needs: its files, the columns of its tables, and how to cite the record."""

from __future__ import annotations

from factbook.charts import CHARTS
from factbook.export.columns import COLUMNS, SERIES
from factbook.export.edition import AUTHOR, LICENCE, LICENCE_URL, TITLE, edition_of
from factbook.export.linked import dataset_markup
from factbook.export.package import FACTS_SCHEMA, FILES, SERIES_SCHEMA
from factbook.export.references import record_bib
from factbook.html import Html, join, rows, tag
from factbook.render.citing import kept
from factbook.render.tables import Cells, table
from factbook.render.writer import Writer


def edition(writer: Writer) -> Html:
    """The version of the record, with the commit it was built from."""
    return tag("span", edition_of(writer.book).full, class_="edition", data_record="edition")


def cite_record(writer: Writer) -> Html:
    """How to cite the record, in a sentence and as BibTeX."""
    now = edition_of(writer.book)
    licence = tag("a", LICENCE, href=LICENCE_URL, rel="external license")
    address = [" ", tag("a", now.address, href=now.address)] if now.address else []
    sentence = join(
        [f"{AUTHOR} ({now.day.year}). ", tag("cite", TITLE), f". Version {now.full}. ", licence, ".", *address]
    )
    code = tag("code", kept(record_bib(now).splitlines()))
    return rows(tag("p", sentence, data_record="citation"), tag("pre", code))


def columns_table(_: Writer) -> Html:
    """The columns of the tables of facts and of measures, with their types and meanings."""
    body = [
        (tag("code", column.name), column.type, "yes" if column in SERIES else "no", column.description)
        for column in COLUMNS
    ]
    return table("Columns of the tables", ("Column", "Type", "In the table of a measure", "Meaning"), body)


def files_table(writer: Writer) -> Html:
    """The data files, each with what it holds."""
    others = {
        "datapackage.json": "What the files hold, their checksums and licence, for Data Package tools.",
        "changes.xml": "An Atom feed of the latest facts added, changed, withdrawn or removed.",
        FACTS_SCHEMA: "What each column may hold, with the label of each code, as a Table Schema.",
        SERIES_SCHEMA: "The same of the tables of measures.",
        **{f"schemas/{name}": f"What {name} holds, as JSON Schema." for name in FILES if name.endswith(".json")},
        **{f"charts/{chart.id}.json": f"A chart's figures, as Vega-Lite: {chart.title}." for chart in CHARTS.values()},
    }
    files = [_file(writer, path, about) for path, about in {**FILES, **others}.items()]
    return table("Files of the record", ("File", "Holds"), files)


def series_table(writer: Writer) -> Html:
    """The table of each measure that has figures."""
    measures = {figure.measure.key: figure.measure for figure in writer.book.figures()}
    files = [
        _file(writer, f"series/{key}.csv", f"{measures[key].label}: {measures[key].definition}")
        for key in sorted(measures)
    ]
    return table("A table for each measure", ("File", "Holds"), files)


def dataset(writer: Writer) -> Html:
    """The record as a data set, for search engines."""
    return dataset_markup(writer.book, edition_of(writer.book))


def _file(writer: Writer, path: str, about: str) -> Cells:
    return tag("a", path.removeprefix("series/"), href=writer.file(f"data/{path}")), about
