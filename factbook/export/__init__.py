"""The record as data for others: tables, references, markup for search engines, and a feed of changes."""
