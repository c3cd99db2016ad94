"""What people ask about most, as they would say it: offered while it is still restricted."""

from __future__ import annotations

from collections.abc import Sequence

from aftercare.core.plan.ask.answer import verdict_on
from aftercare.core.plan.ask.lexicon import Lexicon
from aftercare.core.plan.dated import Plan

PEOPLE_ASK = {
    "make-up": "wear make-up",
    "swimming": "swim",
    "soap": "use soap",
    "sauna": "go to the sauna",
    "sun": "sit in the sun",
    "fragrance": "wear perfume",
    "waxing": "wax my face",
    "massage": "have a massage",
    "exercise": "go to the gym",
}
"""Each activity with the words that complete "Can I …?"."""


def chips(lexicon: Lexicon, plans: Sequence[Plan], most: int = 3) -> list[str]:
    """Give the first few questions whose answer is not a plain yes today."""
    asked = (
        words
        for name, words in PEOPLE_ASK.items()
        if name in lexicon.says and verdict_on(lexicon, plans, name) != "yes"
    )
    return [words for words, _ in zip(asked, range(most), strict=False)]


def fine_again(lexicon: Lexicon, plans: Sequence[Plan], names: Sequence[str]) -> list[str]:
    """Of activities whose advice has ended, say those that no other advice restricts."""
    free = (name for name in dict.fromkeys(names) if verdict_on(lexicon, plans, name) == "yes")
    return [lexicon.says[name] for name in free]
