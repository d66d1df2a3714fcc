"""How many single corruptions of the record the checks notice: `python -m tools.mutation`."""
