"""Facts with citations: read strictly, checked against their sources, rendered and exported."""
