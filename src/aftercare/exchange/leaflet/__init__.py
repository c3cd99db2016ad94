"""A clinic's leaflet as it comes (text, Markdown, HTML, Word, PDF) -> its text, layout kept.

Headings stand alone, items keep their bullet, cells of a row are parted by `` | ``.
"""
