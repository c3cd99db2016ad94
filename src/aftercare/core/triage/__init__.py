"""The decision table that judges a check-in, and the proof that it can be trusted."""
