"""Aftercare: a clinic's leaflet as a checked protocol, a dated plan, answers and triage."""

__version__ = "0.1.0"
