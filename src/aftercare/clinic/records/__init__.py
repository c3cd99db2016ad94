"""What is kept: the only app with tables. Services are its only readers and writers."""
