"""Declared checks, derived figures and contested questions: arithmetic over hedged figures, and what it shows."""
