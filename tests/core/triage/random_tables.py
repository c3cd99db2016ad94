"""Random decision tables, mended until they are proved, and random check-ins near clock changes."""

from __future__ import annotations

from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import assume
from hypothesis import strategies as st
from msgspec.structs import replace

from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import LEVELS, Protocol, Reaction, Row
from aftercare.core.protocol.scalars import ANY_SEVERITY, SEVERITIES, Name, Severities
from aftercare.core.triage.proof import prove
from tests.core.triage.tables import DAY, facts, small

FRAME = small("""
facts: {agents: {kind: yes-no-unknown, ask: {en: Do you?}}}
reactions:
  - {id: red, symptom: redness, text: {en: R.}, usually: 3 days, source: 1}
  - {id: swollen, symptom: swelling, text: {en: S.}, usually: 3 days, source: 1}
""")
SYMPTOMS = (Name("redness"), Name("swelling"))
TIMES = ("24 hours", "71 hours", "72 hours", "73 hours", "95 hours", "1 day", "3 days", "4 days")
RANGES = ("moderate or worse", "severe", "severe", "moderate or less", "mild")

# Instants at which clocks change: London, New York, Lord Howe (by half an hour), Casablanca,
# Troll (by two hours).
CHANGES = [
    (ZoneInfo("Europe/London"), 1_774_746_000),
    (ZoneInfo("Europe/London"), 1_792_890_000),
    (ZoneInfo("America/New_York"), 1_772_953_200),
    (ZoneInfo("America/New_York"), 1_793_512_800),
    (ZoneInfo("Australia/Lord_Howe"), 1_775_314_800),
    (ZoneInfo("Africa/Casablanca"), 1_771_120_800),
    (ZoneInfo("Antarctica/Troll"), 1_774_746_000),
    (ZoneInfo("Antarctica/Troll"), 1_792_890_000),
    (ZoneInfo("UTC"), 1_774_746_000),
]


class CheckIn(NamedTuple):
    """What is reported ``after`` seconds past the treatment, with the last check-in."""

    treatment: Treatment
    after: int
    symptoms: dict[str, str]
    before: dict[str, str]


lengths = st.sampled_from(TIMES).map(Length.read)
severities = st.sampled_from((ANY_SEVERITY, *map(Severities.read, RANGES)))
LATE = Row(id=Name("late"), level="contact", symptom=SYMPTOMS, after="longest")
REST = Row(id=Name("rest"), level="watch", symptom=SYMPTOMS)
nearly_always_none = st.sampled_from((None, None, None, "worse"))
whens = st.sampled_from(({}, {}, {}, {Name("agents"): ("yes",)}, {Name("agents"): ("no",)}))
told = st.one_of(st.none(), st.sampled_from(("usually", "longest")), lengths)


def rows(number: int) -> st.SearchStrategy[Row]:
    """Give a row about one symptom or both, mostly without a fact."""
    return st.builds(
        Row,
        id=st.just(Name(f"row-{number}")),
        level=st.sampled_from(LEVELS),
        symptom=st.sampled_from((SYMPTOMS[:1], SYMPTOMS[1:], SYMPTOMS)),
        severity=severities,
        after=told,
        trend=nearly_always_none,
        when=whens,
    )


def pairs() -> st.SearchStrategy[Row]:
    """Give a row that may raise redness beside a swelling."""
    return st.builds(
        Row,
        id=st.just(Name("pair")),
        level=st.sampled_from(LEVELS[2:]),
        symptom=st.just(SYMPTOMS[:1]),
        after=told,
        trend=nearly_always_none,
        together_with=st.just(SYMPTOMS[1:]),
        severity=severities,
        when=whens,
    )


@st.composite
def proved_tables(draw: st.DrawFn) -> Protocol:
    """Give a protocol whose table is proved: rows that break a rule are taken out."""
    table = [draw(rows(number)) for number in range(draw(st.integers(2, 6)))] + [LATE]
    if draw(st.integers(0, 3)):
        table.sort(key=lambda row: -LEVELS.index(row.level))  # as a clinician would write it
    table += [*draw(st.lists(pairs(), max_size=1)), REST]
    usual = [draw(lengths), draw(lengths)]
    reactions = tuple(map(_lasting, FRAME.reactions, usual))
    protocol = replace(FRAME, triage=tuple(table), reactions=reactions)
    while found := [violation.row for violation in prove(protocol).violations]:
        assume(found[-1] is not None)
        kept = tuple(row for row in protocol.triage if row.id != found[-1])
        protocol = replace(protocol, triage=kept)
    return protocol


def _lasting(reaction: Reaction, usually: Length) -> Reaction:
    return replace(reaction, usually=usually)


@st.composite
def check_ins(draw: st.DrawFn, protocol: Protocol, names: tuple[str, ...]) -> CheckIn:
    """Give a check-in of a treatment within two weeks before a change of clocks."""
    zone, change = draw(st.sampled_from(CHANGES))
    known = {name: draw(st.sampled_from(("no", "yes", "unknown"))) for name in protocol.facts}
    known = {name: value for name, value in known.items() if name in {"agents", "bleeding_agents"}}
    treated = change - draw(st.integers(-DAY, 14 * DAY))
    after = draw(st.one_of(st.integers(0, 16 * DAY), st.integers(70 * 3600, 98 * 3600)))
    said = st.dictionaries(st.sampled_from(names), st.sampled_from(SEVERITIES[1:]), max_size=3)
    return CheckIn(
        Treatment(
            treated, facts(protocol, **{str(name): value for name, value in known.items()}), zone
        ),
        after,
        draw(said),
        draw(said),
    )
