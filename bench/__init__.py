"""Measure how fast the record is checked, built and shown, and how it would be at many times its size.

Nothing here is part of the site or of its tests; `make bench` runs it and writes `bench/results.json`.
"""
