"""A question in a patient's words -> a verdict that a clause carries."""
