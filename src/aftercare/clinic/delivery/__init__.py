"""How words leave the house: one small interface, and a sender for each way."""
