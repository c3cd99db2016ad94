import pytest

from aftercare.core.pipeline import read
from aftercare.core.protocol.adopt import Decided, Details, additions, adopt
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import say
from tests.core.samples import FILE, SAMPLE, codes, loaded, sample, shared_vocabulary

DETAILS = Details("020 7946 0000", "9am to 5pm: every day", "Call 111.", "If you faint, call 999.")
DECIDED = {
    "stop-fever": Decided("declined", "Dr Ruth Osei", "2026-11-26"),
    "flag-fever": Decided("adopted", "Dr Ruth Osei", "2026-11-26"),
}


def adopted(text: str = SAMPLE, details: Details = DETAILS, version: int = 7) -> Loaded:
    data, problems = adopt(loaded(text), text.encode(), DECIDED, details, version)
    assert problems == []
    found, faults = read(data, FILE, shared_vocabulary())
    assert codes(faults) == []
    assert found is not None
    return found


def test_a_clinics_details_and_version_are_written_in() -> None:
    protocol = adopted().protocol
    contact = protocol.contact
    assert (protocol.version, contact.phone) == (7, "020 7946 0000")
    assert say(contact.hours, "en") == "9am to 5pm: every day"
    assert say(contact.emergency, "en") == "If you faint, call 999."


def test_a_decision_is_written_with_its_name_and_day() -> None:
    found = [(each.id, each.decision, each.decided) for each in additions(adopted().protocol)]
    who = "Dr Ruth Osei, 2026-11-26"
    assert found == [("stop-fever", "declined", who), ("flag-fever", "adopted", who)]


def test_everything_else_stays_as_it_was_written() -> None:
    text = "# the studio's own\n" + SAMPLE
    data, _ = adopt(loaded(text), text.encode(), DECIDED, DETAILS, 1)
    new, old = data.decode().splitlines(), text.splitlines()
    changed = ("decision:", "decided:", "phone:", "hours:", "out-of-hours:", "emergency:")
    kept = [line for line in new if not line.strip().startswith(changed)]
    assert kept == [line for line in old if not line.strip().startswith(changed)]


def test_adopting_twice_gives_the_same_bytes() -> None:
    once, _ = adopt(loaded(), SAMPLE.encode(), DECIDED, DETAILS, 2)
    twice, _ = adopt(loaded(once.decode()), once, DECIDED, DETAILS, 2)
    assert twice == once


def test_what_nobody_decided_keeps_a_protocol_from_being_published() -> None:
    data, problems = adopt(loaded(), SAMPLE.encode(), {}, DETAILS, 2)
    assert (codes(problems), data) == (["P804", "P804"], SAMPLE.encode())


@pytest.mark.parametrize("name", ["phone", "hours", "out_of_hours", "emergency"])
def test_each_detail_of_the_clinic_is_needed(name: str) -> None:
    given = {field: getattr(DETAILS, field) for field in DETAILS.__struct_fields__}
    _, problems = adopt(loaded(), SAMPLE.encode(), DECIDED, Details(**given | {name: "  "}), 2)
    assert codes(problems) == ["P805"]


def test_words_that_yaml_would_read_otherwise_are_kept() -> None:
    odd = Details('020 "7946"', "no: never # ever", "{call} 111", "It's 999\\now")
    contact = adopted(details=odd).protocol.contact
    assert (contact.phone, say(contact.hours, "en")) == ('020 "7946"', "no: never # ever")
    assert say(contact.out_of_hours, "en") == "{call} 111"
    assert say(contact.emergency, "en") == "It's 999\\now"


def test_a_protocol_in_another_language_keeps_the_words_under_it() -> None:
    text = sample(("version: 1\n", "version: 1\nlanguage: en\n"))
    assert list(adopted(text).protocol.contact.hours) == ["en"]
