"""The reason as a title: what a person of the clinic reads first."""

from __future__ import annotations

from collections.abc import Mapping

from aftercare.core.protocol.model import Protocol, say
from aftercare.core.protocol.scalars import Name
from aftercare.core.triage.table import Judged

_LONGEST = 120


def headline(
    protocol: Protocol, judged: Judged, symptoms: Mapping[str, str], day: int, words: str = ""
) -> str:
    """Say why a check-in is put before a person: "Redness or flushing: severe on day 5"."""
    if judged.symptom is None:
        return f"“{_short(words)}”" if words.strip() else f"Check-in on day {day}"
    name = say(protocol.symptoms[Name(judged.symptom)].text, str(protocol.language))
    severity = symptoms.get(judged.symptom, "")
    return f"{name[:1].upper()}{name[1:]}: {severity} on day {day}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
