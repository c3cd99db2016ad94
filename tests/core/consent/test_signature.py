import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.consent.signature import drawn


@pytest.mark.parametrize(
    "path",
    ["M 1 2 L 3 4", "M10 20L30.5 40", "M 0 0 L 600 200 M 5 5 L 5 5", "M 12 34 L 56 78 L 90 12"],
)
def test_a_line_of_numbers_is_drawn(path: str) -> None:
    assert drawn(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "L 1 2",
        "M 1 2 C 3 4",
        "M 1",
        "M nan 2",
        "M 1e9 2",
        'M 1 2"/><script>',
        "M 1 2 url(#x)",
        "M 1 2 ",
        "M 1 2\nL 3 4",
        "M -1 2 L 3 4",
        "M 12345 2",
    ],
)
def test_anything_else_is_not_drawn(path: str) -> None:
    assert not drawn(path)


@given(st.text(alphabet="ML 0123456789.<>\"'/-eurl(#)\n", max_size=60))
def test_what_is_drawn_holds_only_letters_of_a_line_numbers_and_spaces(path: str) -> None:
    assert set(drawn(path)) <= set("ML 0123456789.")
