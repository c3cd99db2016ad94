"""The patient's phone: consent, today, two weeks, check-in, worry."""
