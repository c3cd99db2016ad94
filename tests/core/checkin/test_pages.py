from aftercare.core.checkin.pages import felt_and_seen
from tests.core.plan.cases import protocol, shipped


def test_what_is_felt_comes_before_what_is_seen_and_nothing_is_lost() -> None:
    asked = [str(name) for name in shipped().protocol.questions.symptoms]
    felt, seen = felt_and_seen(shipped().protocol)
    assert felt == asked[:7]
    assert felt + seen == asked
    assert {"redness", "swelling", "infection"} <= set(seen)


def test_a_symptom_of_another_protocol_is_looked_for() -> None:
    advice = "- {id: it, avoid: soap, text: {en: No.}, source: 1}"
    assert felt_and_seen(protocol(advice).protocol) == ([], ["redness"])
