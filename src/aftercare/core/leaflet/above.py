"""What stands right above a clause that names nothing itself: its question, or its title.

`After 3 days.` under `Can I swim?` means nothing to a patient by itself.
"""

from __future__ import annotations

from aftercare.core.leaflet.facts import facts_of
from aftercare.core.leaflet.items import Draft, Item, Unread
from aftercare.core.leaflet.places import Places

_LONGEST_TITLE = 6  # words


class Above:
    """The sentences of a leaflet that are no clause: which are titles, and of what."""

    def __init__(self, draft: Draft, places: Places) -> None:
        """Find the sentences that no clause and nothing unread stands in."""
        self.places = places
        said: list[Item | Unread] = [*draft.items, *draft.not_understood]
        used = {number for each in said for number in places.numbers(each.start, each.end)}
        self.spare = [n for n in range(1, len(places.sentences) + 1) if n not in used]
        self._read = {n for item in draft.items if (n := self.of(item))}

    def titles(self) -> list[int]:
        """Give the numbers of what is not needed: a heading that no clause is read with."""
        return [number for number in self.spare if number not in self._read]

    def of(self, item: Item) -> int | None:
        """Give the number of the question or title that a clause is to be read with."""
        above = self.places.numbers(item.start, item.end)[0] - 1
        if above not in self.spare or not item.activities or facts_of(item.quote).activities:
            return None
        words = self.places.sentences[above - 1]
        if "|" in words:
            return None  # the head of a table
        return above if words.endswith("?") or len(words.split()) <= _LONGEST_TITLE else None

    def words(self, item: Item) -> str:
        """Give the question or title as it stands before the clause's own words."""
        above = self.of(item)
        if above is None:
            return ""
        said = self.places.sentences[above - 1].strip()
        return f"{said} " if said.endswith("?") else f"{said.rstrip(' :-–—')}: "
