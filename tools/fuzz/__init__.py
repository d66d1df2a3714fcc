"""Tries to break the checks with altered records: `python -m tools.fuzz`."""
