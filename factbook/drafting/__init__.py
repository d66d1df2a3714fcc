"""Start a fact file for a new article: its record, and a claim proposed for each figure in its text."""
