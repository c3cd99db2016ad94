"""The shipped micro-needling protocol says what its leaflet says, for as long, and no more."""

import hashlib
import re
from collections import Counter

import pytest

from aftercare.core.check.coverage import coverage
from aftercare.core.check.words import texts
from aftercare.core.leaflet.sentences import fingerprint
from aftercare.core.pipeline import read
from aftercare.core.problems import Problem
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Advice, clauses
from aftercare.core.protocol.scalars import Lang, Name
from aftercare.protocols import released, shipped
from aftercare.protocols import vocabulary as vocabulary_file
from tests.core.samples import shared_vocabulary

NAME = "micro-needling"


def checked() -> tuple[Loaded, list[Problem]]:
    found, problems = read(shipped()[NAME].read_bytes(), NAME, shared_vocabulary())
    assert found is not None, problems
    return found, problems


PROTOCOL = checked()[0].protocol


def test_nothing_is_found_but_what_the_clinic_must_decide() -> None:
    _, problems = checked()
    assert {problem.weight for problem in problems} == {"note"}
    decided = [problem.code for problem in problems if problem.code not in {"P301", "P302"}]
    assert Counter(decided) == {"P801": 17, "P803": 1}


def test_two_clauses_overlap_unaccepted_only_where_they_meet_in_a_third_activity() -> None:
    # A hot tub is heat and chlorinated water; the strictest end governs it.
    overlaps = [problem for problem in checked()[1] if problem.code in {"P301", "P302"}]
    assert {problem.weight for problem in overlaps} == {"note"}


def test_all_38_sentences_are_carried_by_a_clause() -> None:
    covered = coverage(PROTOCOL)
    assert [sentence.number for sentence in covered] == list(range(1, 39))
    assert [sentence.number for sentence in covered if not sentence.clauses] == []
    assert PROTOCOL.leaflet.not_needed == {}


LENGTHS = {
    # id: (for, until, usually)
    "no-touching": (None, "pores_closed", None),
    "no-picking": (None, None, None),
    "wash-gently": (None, None, None),
    "no-rubbing": ("2 weeks", None, None),
    "mild-cleanser": (None, None, None),
    "no-soap": (None, "redness_gone", "24 to 36 hours"),
    "lukewarm-water": (None, None, None),
    "pat-dry": (None, None, None),
    "no-scrubbing-dry": (None, None, None),
    "moisturiser": ("at least 1 week", None, None),
    "no-fragrance": ("2 to 5 days", None, None),
    "no-scrubs": ("7 days", None, None),
    "little-self-tan": (None, None, None),
    "no-make-up": (None, "skin_settled", None),
    "clean-tools": (None, None, None),
    "no-unclean-tools": (None, None, None),
    "no-heat": ("at least 3 days", None, None),
    "no-sun": ("2 weeks", None, None),
    "hat": ("2 weeks", None, None),
    "shade": ("2 weeks", None, None),
    "sunscreen-50": (None, None, None),
    "sunscreen-daily": ("at least 2 weeks", None, None),
    "no-weak-sunscreen": (None, None, None),
    "sunscreen-dark-skin": (None, None, None),
    "no-hair-removal": ("at least 72 hours", None, None),
    "no-chlorine": ("about 14 days", None, None),
}


def written(length: Length | None) -> str | None:
    return length.written if length else None


def lengths(advice: Advice) -> tuple[str | None, str | None, str | None]:
    return (written(advice.length), advice.until, written(advice.usually))


def test_each_piece_of_advice_ends_when_the_leaflet_says() -> None:
    assert {str(advice.id): lengths(advice) for advice in PROTOCOL.advice} == LENGTHS


def test_each_reaction_lasts_as_long_as_the_leaflet_says() -> None:
    told = {
        str(reaction.id): (written(reaction.usually), written(reaction.longer_for_some))
        for reaction in PROTOCOL.reactions
    }
    seven = ("tightness", "itching", "tenderness", "stinging", "swelling", "bleeding", "settling")
    assert told == {
        "redness": ("24 to 36 hours", "3 to 4 days"),
        **dict.fromkeys(seven, ("3 to 4 days", None)),
        "drier-or-tighter": ("at least 1 week", None),
        "windburn": ("72 hours", None),
        "tingling": ("72 hours", None),
    }


def test_hours_stay_hours() -> None:
    units = {
        str(advice.id): advice.length.least.unit for advice in PROTOCOL.advice if advice.length
    }
    assert [name for name, unit in units.items() if unit == "hours"] == ["no-hair-removal"]


def test_only_what_is_offered_stands_on_a_citation() -> None:
    cited = {
        str(clause.id)
        for _, clause in clauses(PROTOCOL)
        if [source for source in clause.source if source.number is None]
    }
    stops = {str(stop.id): (stop.decision, stop.decided) for stop in PROTOCOL.stops}
    flags = {str(flag.id): (flag.decision, flag.decided) for flag in PROTOCOL.red_flags}
    assert cited == stops.keys() | flags.keys()
    assert set(stops.values()) == set(flags.values()) == {("offered", "")}


def test_the_leaflet_is_known_by_its_fingerprint_and_38_sentences() -> None:
    leaflet = PROTOCOL.leaflet
    assert re.fullmatch("[0-9a-f]{64}", leaflet.sha256)
    assert leaflet.sha256 != fingerprint("")
    assert len(leaflet.sentences) == 38


def test_the_clinic_s_details_are_left_to_the_clinic() -> None:
    contact = PROTOCOL.contact
    assert (contact.phone, contact.hours, contact.out_of_hours, contact.emergency) == (
        "",
        {},
        {},
        {},
    )


def test_the_names_that_other_programs_use_are_declared() -> None:
    assert set(PROTOCOL.facts) == {"skin_type", "bleeding_agents", "areas"}
    assert PROTOCOL.facts[Name("areas")].options[-1] == "eye_contour"  # at most risk: last
    assert set(PROTOCOL.conditions) == {"redness_gone", "pores_closed", "skin_settled"}
    assert set(PROTOCOL.symptoms) == {
        "redness", "tightness", "itching", "tenderness", "stinging", "swelling", "bleeding",
        "bruising", "petechiae", "blistering", "peeling", "scabbing", "infection", "ulceration",
        "darkening", "windburn", "tingling", "dryness",
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_shipped_protocol_is_the_one_that_was_released(name: str) -> None:
    path = shipped()[name]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest in released()
    assert read(path.read_bytes(), name, shared_vocabulary())[0] is not None


def test_each_released_line_names_a_file_with_that_hash() -> None:
    folder = vocabulary_file().parent
    for line in (folder / "released.sha256").read_text(encoding="ascii").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_no_clause_asks_for_less_than_spf_50() -> None:
    allowed = [
        str(advice.id)
        for advice in PROTOCOL.advice
        if "SPF 30" in str(advice.text) and not advice.avoid
    ]
    weak = [advice for advice in PROTOCOL.advice if "weak-sunscreen" in advice.activities]
    assert (allowed, [advice.verb for advice in weak]) == ([], ["avoid"])


# Hazard H8: a patient stops a prescribed blood thinner because of the aftercare, and has a stroke.
MEDICINE = (
    r"medicin\w*|medicat\w*|meds?|supplements?|(?:blood )?thinn\w+|tablets?|pills?|capsules?|drugs?"
    r"|doses?|prescri\w+|aspirin|ibuprofen|warfarin|anticoagulants?|painkillers?|isotretinoin"
    r"|antibiotics?|antivirals?|insulin|vitamins?|fish oil|taking|take"
)
STOPPING = (
    r"stop\w*|paus\w+|skip\w*|quit\w*|ceas\w+|halt\w*|discontinu\w+|interrupt\w*|avoid\w*"
    r"|hold off|leave (?:off|out)|come off|go without|give up|cut (?:down|out)|miss|delay\w*"
    r"|(?:do not|don['’]t|never|no longer|not|without|no) (?:\w+ ){0,2}(?:take|taking|use|using)"
    r"|no (?:more )?(?:medicin\w*|supplements?|blood thinners?|aspirin|tablets?|pills?)"
)
PARTS = re.compile(r"(?<=[.!?;])\s+")


def stopped(text: str) -> list[str]:
    """Give the parts of a text that speak of a medicine and of leaving it off."""
    return [
        part
        for part in PARTS.split(text.lower())
        if re.search(rf"\b(?:{MEDICINE})\b", part) and re.search(rf"\b(?:{STOPPING})\b", part)
    ]


@pytest.mark.parametrize("name", sorted(shipped()))
def test_no_text_tells_a_patient_to_stop_or_pause_a_medicine(name: str) -> None:
    found, problems = read(shipped()[name].read_bytes(), name, shared_vocabulary())
    assert found is not None, problems
    said = [str(text.get(Lang("en"), "")) for _, text in texts(found.protocol)]
    assert [part for text in said for part in stopped(text)] == []


def test_the_blood_thinner_s_question_says_to_keep_taking_it() -> None:
    (stop,) = [stop for stop in PROTOCOL.stops if stop.id == "stop-blood-thinners"]
    assert (stop.then, stop.ask) == (
        "ask-prescriber",
        {Lang("en"): "Do you take a blood thinner? Keep taking it; tell us what you take."},
    )


def test_no_advice_is_about_taking_a_medicine() -> None:
    says = {name: str(activity.says) for name, activity in shared_vocabulary().activities.items()}
    taken = {name for name, words in says.items() if words.startswith("taking ")}
    assert {"ibuprofen", "other-medicine"} <= taken
    assert [str(each.id) for each in PROTOCOL.advice if taken & set(each.activities)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Stop your blood thinner 3 days before.",
        "Stop taking it.",
        "Do not take aspirin for a week.",
        "Please don’t take it today.",
        "Avoid fish oil and vitamin E.",
        "Pause your medicine.",
        "Skip a dose.",
        "No ibuprofen: go without it.",
        "No aspirin.",
        "Leave out your tablets.",
        "You should not use any of these medicines.",
    ],
)
def test_words_that_stop_a_medicine_are_found(words: str) -> None:
    assert stopped(f"Rest. {words} Rest.") == [words.lower()]
