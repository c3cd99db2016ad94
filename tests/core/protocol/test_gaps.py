"""The marks of a gap are told apart in one place."""

import pytest

from aftercare.core.protocol import gaps


@pytest.mark.parametrize(
    ("written", "open_", "unwritten", "unsure", "asks", "bare"),
    [
        ("No sauna.", False, False, False, None, "No sauna."),
        ("TODO: whom to tell", True, True, False, "", "whom to tell"),
        ("TODO (check this): No sauna.", True, False, True, "check this", "No sauna."),
        ('{en: "TODO (why): No."}', True, False, True, "why", '{en: "No."}'),
        ("[todo-which-activity]", True, False, False, None, "[todo-which-activity]"),
        ("A mastodon.", False, False, False, None, "A mastodon."),
    ],
)
def test_a_mark_is_read(  # noqa: PLR0913, PLR0917 - a row of the table
    written: str, open_: bool, unwritten: bool, unsure: bool, asks: str | None, bare: str
) -> None:
    assert gaps.has_gap(written) == open_
    assert gaps.is_unwritten(written) == unwritten
    assert gaps.is_unsure(written) == unsure
    assert (gaps.asked(written), gaps.bare(written)) == (asks, bare)


def test_what_is_marked_is_read_back() -> None:
    assert gaps.is_unwritten(gaps.unwritten("a title"))
    assert gaps.accepted(gaps.unsure("for whom", "No sun.")) == "No sun."
    assert gaps.accepted(gaps.unwritten("a title")) == "TODO: a title"
