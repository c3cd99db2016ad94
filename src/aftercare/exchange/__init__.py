"""Formats of the outside world: pure functions between bytes and the core."""
