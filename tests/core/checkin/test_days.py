from aftercare.core.checkin.days import Rhythm

ASKED = (1, 2, 3, 5)


def test_a_day_that_is_asked_about_is_due_until_it_is_answered() -> None:
    assert Rhythm(ASKED, frozenset()).due(2)
    assert not Rhythm(ASKED, frozenset({2})).due(2)
    assert not Rhythm(ASKED, frozenset()).due(4)


def test_silence_is_counted_since_the_last_answer() -> None:
    assert Rhythm(ASKED, frozenset()).missed(4) == (1, 2, 3)
    assert Rhythm(ASKED, frozenset({2})).missed(4) == (3,)
    assert Rhythm(ASKED, frozenset({3})).missed(4) == ()


def test_today_is_not_missed_before_it_is_over() -> None:
    assert Rhythm(ASKED, frozenset({2})).missed(3) == ()


def test_an_answer_on_a_day_that_was_not_asked_about_breaks_the_silence() -> None:
    assert Rhythm(ASKED, frozenset({4})).missed(5) == ()


def test_the_next_day_is_today_until_it_is_answered() -> None:
    assert Rhythm(ASKED, frozenset()).next(2) == 2
    assert Rhythm(ASKED, frozenset({2})).next(2) == 3
    assert Rhythm(ASKED, frozenset({5})).next(4) is None
