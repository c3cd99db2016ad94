"""What is agreed to: the text, the events of agreeing, and what they allow."""
