"""The clinic's desk: what a nurse runs a day with."""
