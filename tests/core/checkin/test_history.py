from aftercare.core.checkin.history import History, also, histories

NAMES = {"redness": "redness", "itching": "itching", "swelling": "swelling"}


def test_a_symptom_that_was_never_felt_has_no_history() -> None:
    assert histories([(1, {"redness": "none"}), (2, {"redness": "none"})]) == []


def test_the_last_word_of_a_day_counts() -> None:
    found = histories([(1, {"redness": "severe"}), (1, {"redness": "mild"})])
    assert found == [History("redness", ((1, 1),))]


def test_a_symptom_is_gone_since_the_first_day_of_its_quiet() -> None:
    days = [(1, "mild"), (2, "none"), (3, "mild"), (4, "none"), (5, "none")]
    (found,) = histories((day, {"swelling": severity}) for day, severity in days)
    assert (found.gone_since, found.last) == (4, (5, 0))


def test_a_symptom_that_is_felt_is_not_gone() -> None:
    (found,) = histories([(1, {"swelling": "none"}), (2, {"swelling": "mild"})])
    assert found.gone_since is None


def test_the_other_symptoms_are_said_with_their_day() -> None:
    reported = [
        (2, {"itching": "severe", "swelling": "mild", "redness": "moderate"}),
        (3, {"swelling": "none", "redness": "mild"}),
        (5, {"swelling": "none", "itching": "mild"}),
    ]
    said = also(histories(reported), NAMES, today=5)
    assert said == "Itching mild today. Swelling gone since day 3. Redness mild on day 3."
