"""Small drawings of our own: the sprout, and how urgent something is, told by shape first."""

from __future__ import annotations

_NO_WORDS = 'aria-hidden="true" focusable="false"'

SPROUT = (
    '<svg width="{size}" height="{size}" viewBox="0 0 26 26" fill="none" stroke="currentColor" '
    f'stroke-width="2" stroke-linecap="round" {_NO_WORDS}>'
    '<path d="M13 24V10"/><path d="M13 14C8 14 5 11 5 6c5 0 8 3 8 8Z"/>'
    '<path d="M13 10c0-4 2-7 7-8 1 5-2 8-7 8Z"/><path d="M13 20c4 0 6-2 7-6-4 0-7 2-7 6Z"/></svg>'
)
_HEAD = f'<svg width="{{size}}" height="{{size}}" viewBox="0 0 20 20" {_NO_WORDS}>'
PRIORITIES = {
    "urgent": (
        f'{_HEAD}<path d="M10 1.6 19 18H1Z" fill="#6E1747" stroke="#6E1747" stroke-width="1.6" '
        'stroke-linejoin="round"/><path d="M10 7.2v5M10 15v.2" stroke="#FFF" stroke-width="2.1" '
        'stroke-linecap="round"/></svg>'
    ),
    "soon": (
        f'{_HEAD}<path d="M10 2 18 10 10 18 2 10Z" fill="#E9BE62" stroke="#7A4F00" '
        'stroke-width="1.8" stroke-linejoin="round"/></svg>'
    ),
    "question": (
        f'{_HEAD}<circle cx="10" cy="10" r="7.2" fill="none" stroke="#0F4C4F" stroke-width="2"/>'
        "</svg>"
    ),
}
