"""A peel and a tattoo: shipped in the same language, each as its own leaflet says, for as long."""

from collections import Counter
from pathlib import Path

import pytest

from aftercare.core.check.coverage import coverage
from aftercare.core.leaflet.sentences import fingerprint, sentences
from aftercare.core.pipeline import read
from aftercare.core.problems import Problem
from aftercare.core.protocol.adopt import additions
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Advice, clauses
from aftercare.protocols import shipped
from tests.core.samples import shared_vocabulary

LEAFLETS = Path(__file__).parents[1] / "leaflet" / "shipped"
SENTENCES = {"chemical-peel": 39, "tattoo": 34}
NAMES = sorted(SENTENCES)


def checked(name: str) -> tuple[Loaded, list[Problem]]:
    found, problems = read(shipped()[name].read_bytes(), name, shared_vocabulary())
    assert found is not None, problems
    return found, problems


def leaflet(name: str) -> str:
    return (LEAFLETS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_but_what_the_clinic_must_decide(name: str) -> None:
    loaded, problems = checked(name)
    assert {problem.weight for problem in problems} == {"note"}
    decided = [problem.code for problem in problems if problem.code not in {"P301", "P302"}]
    offered = len(additions(loaded.protocol))
    assert Counter(decided) == {"P801": offered, "P803": 1}


@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_has_its_clause_or_the_reason_why_it_has_none(name: str) -> None:
    protocol = checked(name)[0].protocol
    covered = coverage(protocol)
    assert [each.number for each in covered] == list(range(1, SENTENCES[name] + 1))
    bare = {int(each.number) for each in covered if not each.clauses}
    assert bare == {int(number) for number in protocol.leaflet.not_needed}


@pytest.mark.parametrize("name", NAMES)
def test_what_has_no_clause_is_a_title_or_a_heading(name: str) -> None:
    numbered = dict(enumerate(sentences(leaflet(name)), 1))
    bare = [numbered[int(each)] for each in checked(name)[0].protocol.leaflet.not_needed]
    assert [words for words in bare if words.endswith(".")] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_leaflet_is_the_one_that_was_read(name: str) -> None:
    text = leaflet(name)
    found = checked(name)[0].protocol.leaflet
    assert (found.sha256, len(found.sentences)) == (fingerprint(text), len(sentences(text)))


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_offered_stands_on_a_citation(name: str) -> None:
    protocol = checked(name)[0].protocol
    cited = {
        str(clause.id)
        for _, clause in clauses(protocol)
        if any(source.number is None for source in clause.source)
    }
    added = additions(protocol)
    assert cited == {str(each.id) for each in added}
    assert {(each.decision, each.decided) for each in added} == {("offered", "")}


@pytest.mark.parametrize("name", NAMES)
def test_each_sign_of_infection_has_its_source(name: str) -> None:
    signs = [sign for each in checked(name)[0].protocol.symptoms.values() for sign in each.signs]
    assert len(signs) >= 3
    assert [sign for sign in signs if not sign.source] == []


PEEL = {
    "no-washing-yet": "for 6 hours",
    "wash-gently": "from 6 hours",
    "pat-dry": "from 6 hours",
    "no-make-up": "for 48 hours",
    "no-sweating": "for 48 hours",
    "no-heat": "for at least 48 hours",
    "moisturiser": "for at least 1 week",
    "no-picking": "",
    "no-strong-products": "for at least 7 days",
    "no-swimming": "for 7 days",
    "no-sun": "for 2 weeks",
    "hat": "for 2 weeks",
    "sunscreen": "for at least 4 weeks",
    "no-weak-sunscreen": "for at least 4 weeks",
    "no-hair-removal": "for 2 weeks",
    "no-other-treatment": "for at least 4 weeks",
}
TATTOO = {
    "keep-film": "for 3 hours",
    "take-film-off": "from 3 hours for within 12 hours",
    "no-new-film": "from 3 hours for 2 weeks",
    "clean-hands": "",
    "touch-clean": "",
    "wash": "from 3 hours for at least 2 weeks",
    "short-shower": "",
    "pat-dry": "",
    "plain-cream": "for at least 2 weeks",
    "loose-clothes": "for 2 weeks",
    "no-picking": "",
    "no-soaking": "for at least 4 weeks",
    "no-heat": "for at least 2 weeks",
    "no-sun": "for at least 4 weeks",
    "no-sunscreen": "until healed usually 3 to 4 weeks",
    "no-hair-removal": "until healed usually 3 to 4 weeks",
    "no-sport": "for 48 hours",
    "no-contact-sport": "for 2 weeks",
    "no-perfume": "until healed usually 3 to 4 weeks",
    "mri": "",
}


def ends(advice: Advice) -> str:
    """Write a clause's start and end as the file does."""
    said = [
        ("from", advice.begins and advice.begins.written),
        ("for", advice.length and advice.length.written),
        ("until", advice.until),
        ("usually", advice.usually and advice.usually.written),
    ]
    return " ".join(f"{word} {value}" for word, value in said if value)


@pytest.mark.parametrize(("name", "told"), [("chemical-peel", PEEL), ("tattoo", TATTOO)])
def test_each_piece_of_advice_ends_when_the_leaflet_says(name: str, told: dict[str, str]) -> None:
    found = {str(advice.id): ends(advice) for advice in checked(name)[0].protocol.advice}
    assert found == told


@pytest.mark.parametrize("name", NAMES)
def test_the_clinic_s_details_are_left_to_the_clinic(name: str) -> None:
    contact = checked(name)[0].protocol.contact
    assert (contact.phone, contact.hours, contact.out_of_hours, contact.emergency) == (
        "",
        {},
        {},
        {},
    )


def test_a_doctor_s_cream_is_named_by_no_advice_of_the_peel() -> None:
    protocol = checked("chemical-peel")[0].protocol
    spoken = {str(name) for advice in protocol.advice for name in advice.activities}
    assert "cream-from-a-doctor" in protocol.vocabulary
    assert spoken & {"cream-from-a-doctor", "prescription-product"} == set()
