"""Any text at all gives a draft whose quotes are in it, in bounded time, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.items import LONGEST, Item, Unread
from aftercare.core.leaflet.protocol import as_protocol
from aftercare.core.protocol.load import load

WORDS = st.sampled_from([
    "no", "not", "avoid", "sun", "sauna", "make-up", "for", "2", "24", "hours", "days", "week",
    "at least", "until", "healed", "the skin", "you", "may", "can", "call us", "if", "red",
    "because", ".", ",", ";", ":", "(", ")", "- ", "• ", "| ", "\t", "\n", "\n\n", "don't", "use",
    "SPF", "after", "before", "day 1", "2–7", "أيام", "שמש", "🚫", "✓",
    "İ", "ß", "\u200b", "\u2028", "ﬁ",
])  # fmt: skip
LONG = [
    "a",
    "no ",
    "1-2-3 ",
    "day 1 to ",
    "(",
    "\n",
    "| a | b\n",
    "avoid: ",
    "if you ",
    "sun? ",
    "🚫 ",
    "A",
    "Avoid Sun ",
    "for 2 weeks, for 3 days and ",
    "which may go, ",
    "or else you ",
]
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=120).map(" ".join))


@given(TEXTS)
def test_every_quote_is_in_the_text(text: str) -> None:
    drafted = draft(text)
    found: list[Item | Unread] = [*drafted.items, *drafted.not_understood]
    for each in found:
        assert text[each.start : each.end] == each.quote
        assert each.quote


@given(TEXTS)
def test_every_draft_is_a_protocol_that_loads(text: str) -> None:
    loaded, problems = load(as_protocol(draft(text), text).encode(), "draft.yaml")
    assert problems == []
    assert loaded is not None


@given(TEXTS)
def test_a_draft_is_the_same_each_time(text: str) -> None:
    assert draft(text) == draft(text)


@pytest.mark.parametrize("unit", LONG)
def test_a_long_monotonous_text_is_read_to_its_end(unit: str) -> None:
    drafted = draft(unit * (LONGEST // len(unit) // 4))
    assert all(each.quote for each in drafted.items)
