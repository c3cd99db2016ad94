"""Who is in the sample clinic: invented people, and how their skin has been."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

Severities = dict[str, str]


def _skin(redness: str, tightness: str = "none", **others: str) -> Severities:
    return {"redness": redness, "tightness": tightness, **others}


@dataclass(frozen=True)
class Case:
    """A patient under aftercare: when treated, with what, and each day's check-in.

    ``days`` is how many days ago the treatment was; ``checkins`` is by day of aftercare.
    """

    name: str
    born: date
    email: str
    days: int
    hour: time
    skin_type: str
    checkins: dict[int, Severities]
    lot: str = "CN24817"
    areas: tuple[str, ...] = ("forehead", "cheeks", "nose")
    red_areas: tuple[str, ...] = ()
    settled: bool = False
    worry: str = ""
    question: str = ""
    words: str = ""
    silent: bool = field(default=False)


CASES = (
    Case(
        "Hannah Weiss", date(1988, 3, 9), "hannah@example.com", 0, time(9, 15), "2", {},
        question="Can I wear mineral make-up this evening?",
    ),
    Case(
        "Amira Haddad", date(1979, 11, 30), "amira@example.com", 1, time(15, 0), "5",
        {1: _skin("moderate", "mild", swelling="mild")},
        lot="CN25102",
        worry="My left cheek is more swollen than yesterday.",
    ),
    Case(
        "Priya Nair", date(1991, 5, 2), "priya@example.com", 2, time(9, 30), "4",
        {1: _skin("moderate", "moderate", itching="mild")},
        lot="CN25102",
    ),
    Case(
        "Tom Okafor", date(1984, 7, 17), "tom@example.com", 5, time(11, 0), "6",
        {
            1: _skin("moderate", "mild"),
            2: _skin("moderate", "mild", itching="mild"),
            3: _skin("mild", itching="mild"),
            4: _skin("moderate", itching="mild"),
            5: _skin("severe", swelling="moderate", infection="mild"),
        },
        red_areas=("cheeks", "nose"),
        words="Both cheeks are red again and they feel hot. Is this normal?",
    ),
    Case(
        "Grace Lim", date(1995, 1, 24), "grace@example.com", 9, time(14, 30), "3",
        {
            1: _skin("moderate", "moderate"),
            2: _skin("mild", "moderate"),
            3: _skin("none", "mild"),
            5: _skin("none", "mild", dryness="mild"),
            7: _skin("none", dryness="mild"),
            9: _skin("none"),
        },
        settled=True,
    ),
    Case(
        "Daniel Moreau", date(1972, 9, 5), "daniel@example.com", 13, time(10, 0), "2",
        {
            1: _skin("moderate", "moderate", swelling="mild"),
            2: _skin("mild", "mild"),
            3: _skin("mild", "mild"),
            4: _skin("none", "mild"),
            5: _skin("none"),
            7: _skin("none"),
            9: _skin("none"),
        },
        settled=True,
        silent=True,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Planned:
    """A patient whose treatment is planned for today, and how far their consent has come.

    ``signed`` is how many hours ago it was signed; nothing where it is not.
    """

    name: str
    born: date
    email: str
    hour: time
    signed: int | None = None
    prepared: bool = True
    stop: str = ""


PLANNED = (
    Planned("Ines Costa", date(1990, 6, 12), "ines@example.com", time(11, 30), signed=50),
    Planned("Leo Fischer", date(1986, 2, 3), "leo@example.com", time(14, 0)),
    Planned("Maya Cohen", date(1998, 10, 21), "maya@example.com", time(15, 30), signed=2),
    Planned(
        "Sofia Marin", date(1993, 4, 8), "sofia@example.com", time(16, 30),
        signed=72, stop="stop-cold-sore",
    ),
)  # fmt: skip
