"""What was reported of each symptom, day by day, and the same in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from aftercare.core.protocol.scalars import SEVERITIES

Reported = tuple[int, Mapping[str, str]]
"""One check-in: its day of aftercare, and the severity of each symptom that was answered."""


class History(Struct, frozen=True):
    """One symptom: pairs of day and level (0 none to 3 severe), the last word of a day counting."""

    symptom: str
    points: tuple[tuple[int, int], ...]

    @property
    def felt(self) -> bool:
        """Tell whether it was ever more than "none"."""
        return any(level for _, level in self.points)

    @property
    def last(self) -> tuple[int, int]:
        """Give the last day on which it was answered, and how it was."""
        return self.points[-1]

    @property
    def gone_since(self) -> int | None:
        """Give the day since which it has been "none"; nothing while it is felt."""
        quiet = None
        for day, level in reversed(self.points):
            if level:
                return quiet
            quiet = day
        return quiet


def histories(reported: Iterable[Reported]) -> list[History]:
    """Sort check-ins, oldest first, by symptom; what was never felt is left out."""
    found: dict[str, dict[int, int]] = {}
    for day, symptoms in reported:
        for name, severity in symptoms.items():
            found.setdefault(name, {})[day] = SEVERITIES.index(severity)
    every = (History(name, tuple(sorted(days.items()))) for name, days in found.items())
    return [each for each in every if each.felt]


def also(others: Iterable[History], names: Mapping[str, str], today: int) -> str:
    """Say how the other symptoms are: "Itching mild today. Swelling gone since day 2."."""
    return " ".join(_sentences(others, names, today))


def _sentences(others: Iterable[History], names: Mapping[str, str], today: int) -> Iterator[str]:
    for each in others:
        name, (day, level) = names[each.symptom], each.last
        when = "today" if day == today else f"on day {day}"
        gone = each.gone_since
        said = f"{SEVERITIES[level]} {when}" if gone is None else f"gone since day {gone}"
        yield f"{name[:1].upper()}{name[1:]} {said}."
