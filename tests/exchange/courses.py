"""Courses for the tests of the formats: the shipped protocol, as it is or with other words."""

from collections.abc import Sequence
from functools import cache
from zoneinfo import ZoneInfo

from aftercare.core.checkin.reports import Report, read_reports
from aftercare.core.pipeline import Compiled, open_protocol, plan
from aftercare.core.plan.dated import Plan, Treatment
from aftercare.core.plan.times import read_time
from aftercare.core.problems import errors
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.vocabulary import read_vocabulary
from aftercare.protocols import shipped, vocabulary

LONDON = ZoneInfo("Europe/London")
TREATED = "2026-11-19T14:30"
SCRUBS = "No scrubs, peels or harsh brushes."


@cache
def compiled(scrubs: str = SCRUBS) -> Compiled:
    """Open the shipped protocol, with other words for one of its clauses."""
    words, _ = read_vocabulary(vocabulary().read_bytes(), "vocabulary.en.yaml")
    assert words is not None
    text = shipped()["micro-needling"].read_text(encoding="utf-8")
    assert SCRUBS in text
    found, problems = open_protocol(text.replace(SCRUBS, scrubs).encode(), "1.yaml", words)
    assert found is not None, errors(problems)
    return found


def instant(text: str, zone: ZoneInfo = LONDON) -> int:
    """Read a local time."""
    found, problem = read_time(text, zone)
    assert problem is None
    return found


def course(
    *treated: str,
    at: str,
    gone: str | None = None,
    scrubs: str = SCRUBS,
    zone: ZoneInfo = LONDON,
) -> list[Plan]:
    """Plan a course; ``gone`` is when the patient reports that the redness has gone."""
    ready = compiled(scrubs)
    facts, problems = read_facts(ready.protocol.facts, {"skin_type": "5"})
    reports: Sequence[Report] = []
    if gone:
        reports, wrong = read_reports(ready.protocol, {"redness": "none"}, instant(gone, zone))
        problems = [*problems, *wrong]
    assert problems == []
    times = treated or (TREATED,)
    treatments = [Treatment(instant(time, zone), facts, zone) for time in times]
    return plan(ready.schedule, treatments, instant(at, zone), reports)
