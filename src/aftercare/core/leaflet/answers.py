"""What stands below a question -> its answer: from when, how long, or what is usual."""

from __future__ import annotations

import re

from aftercare.core.leaflet.activities import SYMPTOM_NAMES
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.frames import Frame
from aftercare.core.leaflet.verdicts import Verdict

_YES = re.compile(r"\W*(?:yes|no)\b")  # to `do I need to avoid the sun?`


def is_answer(facts: Facts, frame: Frame) -> bool:
    """Tell whether a clause only makes sense as the answer to its question."""
    said = _times_alone(facts) or _YES.match(facts.low) is not None
    return said and (frame.asked or _of_the_body(frame))


def answer(verdict: Verdict | None, facts: Facts, frame: Frame) -> Verdict | None:
    """`Do I need to avoid the sun? Yes, for 4 weeks`, `When can I run? After 2 days`."""
    if _of_the_body(frame):
        course = not facts.found and (verdict is None or verdict.permission)
        return Verdict("expect", "asked-what-is-usual", 0.6) if course else verdict
    if frame.kind == "avoid" and _YES.match(facts.low):
        return Verdict("avoid", "asked-and-yes", 0.7) if "yes" in facts.low[:6] else None
    alone = frame.topic and _times_alone(facts)
    if frame.kind == "avoid" and alone:
        return Verdict("avoid", "asked-how-long", 0.7)
    unsaid = verdict is None or verdict.rule == "we-advise"
    return Verdict("do", "asked-when", 0.7, permission=True) if unsaid and alone else verdict


def _of_the_body(frame: Frame) -> bool:
    """`Is bleeding normal?` asks nothing of what to do."""
    return bool(frame.topic) and all(name in SYMPTOM_NAMES for name in frame.topic)


def _times_alone(facts: Facts) -> bool:
    """`After 48 hours.`, `In a month.`: the answer to a question from when."""
    said = [told for told in facts.told if told.window]
    return (
        len(said) == 1 and not facts.has("-+~!") and not facts.verb and len(facts.low.split()) < 7
    )
