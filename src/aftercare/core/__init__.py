"""The medicine: pure, typed, deterministic; no clock, no database, no framework."""
