"""A sample clinic with a believable day, made through the services like a real one."""
