"""The look of the house: tokens, frames, parts of pages, and pictures drawn on the server."""
