"""A clinic's own text, as it stands on paper."""
