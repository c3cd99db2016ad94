from zoneinfo import ZoneInfo

import pytest

from aftercare.core.consent.events import Standing
from aftercare.core.consent.gate import Needed, gate

LONDON = ZoneInfo("Europe/London")
NOON = 1_795_608_000  # Wednesday 25 November 2026, noon in London
HOUR = 3600
NEEDED = Needed(current=True, reflection=24, zone=LONDON)


def signed(
    *,
    at: int = NOON - 48 * HOUR,
    confirmed: int | None = NOON - HOUR,
    unanswered: tuple[str, ...] = (),
) -> Standing:
    return Standing(state="signed", signed_at=at, confirmed_at=confirmed, unanswered=unanswered)


def codes(consent: Standing | None, needed: Needed = NEEDED, at: int = NOON) -> list[str]:
    return [problem.code for problem in gate(consent, needed, at)]


def test_a_signed_confirmed_consent_lets_the_treatment_start() -> None:
    assert codes(signed()) == []


def test_no_consent_lets_nothing_start() -> None:
    assert codes(None) == ["K101"]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("prepared", "K102"),
        ("sent", "K102"),
        ("opened", "K102"),
        ("withdrawn", "K103"),
        ("expired", "K104"),
        ("replaced", "K105"),
    ],
)
def test_a_consent_that_does_not_hold_is_refused_with_its_reason(state: str, code: str) -> None:
    consent = Standing(state=state)  # type: ignore[arg-type]  # each of the states in turn
    assert codes(consent) == [code]


def test_an_outdated_text_is_refused() -> None:
    assert codes(signed(), Needed(current=False, reflection=24, zone=LONDON)) == ["K105"]


def test_a_signature_is_old_enough_to_the_second() -> None:
    fresh = NOON - 24 * HOUR
    assert codes(signed(at=fresh)) == []
    assert codes(signed(at=fresh + 1)) == ["K106"]


def test_a_reason_lets_a_fresh_signature_pass_and_nothing_else() -> None:
    sooner = Needed(current=False, reflection=24, zone=LONDON, reason="She flies home tomorrow.")
    assert codes(signed(at=NOON - HOUR), sooner) == ["K105"]


def test_yesterdays_confirmation_is_not_todays() -> None:
    assert codes(signed(confirmed=NOON - 13 * HOUR)) == ["K108"]
    assert codes(signed(confirmed=None)) == ["K108"]


def test_midnight_is_that_of_the_clinic() -> None:
    auckland = Needed(current=True, reflection=24, zone=ZoneInfo("Pacific/Auckland"))
    assert codes(signed(), auckland) == []
    assert codes(signed(confirmed=NOON - 2 * HOUR), auckland) == ["K108"]


def test_an_open_question_is_said_beside_the_rest() -> None:
    assert codes(signed(confirmed=None, unanswered=("a",))) == ["K107", "K108"]
