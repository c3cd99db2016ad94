"""The language: what a clinic has decided, as types; how it is read, versioned and compared."""
