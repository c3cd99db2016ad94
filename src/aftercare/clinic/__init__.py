"""The Django house: a clinic's desk and a patient's phone, around the core."""
