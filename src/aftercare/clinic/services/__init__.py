"""The verbs: fetch rows, ask the core, save, in one transaction; tell others after the commit."""
