"""The evidence log of a clinic: what is appended, sealed, proved, checked and erased.

``append`` belongs to the transaction of the fact itself: either both are there, or neither is.
"""
