"""The command line: ``noun verb``, data to stdout, talk to stderr."""
