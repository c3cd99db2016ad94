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
ORDERS = "avoid|no|do not|you may|wear|use|keep|expect|resume|wait|call us if|remember to avoid"
THINGS = "make-up|the gym|sun cream|redness|your face|scabs|them|it|Botox|acids|treatment|fever"
TIMES = """for 24 hours|2 weeks before|2 weeks after|from day 3
2 weeks before and after|5 days after and 3 days before|a week before or after
days 2-7|until healed|until then|today|tomorrow|for a few days|twice a day|6 weeks apart|at least
or longer|up to 2 weeks|in 3 days|either side|once it has healed|if needed|as well|x 3 days|48
a day and a half|no sooner than day 4|for 20 minutes|on the day|minimum"""
JOINS = """and|, but|;|:|.|,|or|because|so|?|(|)|unless|if|, then|; longer if|, which|until|before
after|which|–|either|too"""


def _said(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from([each for line in words.splitlines() for each in line.split("|")])


CLAUSES = st.tuples(_said(ORDERS), _said(THINGS), _said(TIMES), _said(JOINS)).map(" ".join)
ENDS = st.sampled_from([".", "\n", "\n- ", ":\n", "\n\n", " "])
SPOKEN = st.lists(st.tuples(CLAUSES, ENDS).map("".join), min_size=1, max_size=12).map("".join)
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
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=120).map(" ".join), SPOKEN)


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
