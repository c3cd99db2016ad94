from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.exchange.barcode import Label, read_label
from tests.exchange.barcode.codes import CN24817, GTIN, PRINTED

LOTS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.", min_size=1, max_size=20)


@pytest.mark.parametrize(
    "text",
    [
        PRINTED,
        f"(01) {GTIN} (17) 270630 (10) CN24817\r\n",
        f"01{GTIN}1727063010CN24817",
        f"]d201{GTIN}1727063010CN24817\r",
        f"]C1\x1d01{GTIN}10CN24817\x1d17270630",
        f"01{GTIN}10CN24817|17270630",
        f"01{GTIN}1727063010CN24817\x1d21000712",
    ],
)
def test_a_label_is_read_however_its_code_was_written(text: str) -> None:
    assert read_label(text) == (CN24817, [])


def codes(text: str) -> list[str]:
    label, problems = read_label(text)
    assert label is None
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(01)05012345678901(17)270630(10)CN24817", "B102"),
        ("01050123456789011727063010CN24817", "B102"),
        (f"(01){GTIN}(17)271330(10)CN24817", "B102"),
        (f"(01){GTIN}(17)270630(1O)CN24817", "B101"),
        (f"(01){GTIN}(10)CN1(10)CN2", "B102"),
        (f"(01){GTIN}(10)A lot of words", "B101"),
        (f"01{GTIN}10ABCDEFGHIJKLMNOPQRSTUVWX", "B101"),
        ("CN24817", "B101"),
        ("1024817", "B101"),
        ("5012345678900", "B101"),
        ("https://example.com/01/05012345678900", "B101"),
        ("(21)000712", "B101"),
        ("", "B101"),
        ("(01)" * 100, "B101"),
    ],
)
def test_what_is_no_label_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_lot_whose_end_was_lost_is_refused() -> None:
    assert codes(f"01{GTIN}10CN2481717270630") == ["B103"]
    assert codes(f"01{GTIN}1727063010CN24817210007") == ["B103"]


def test_an_expiry_without_a_day_is_the_last_of_its_month() -> None:
    assert read_label(f"(01){GTIN}(17)270200(10)A1")[0] == Label(
        lot="A1", gtin=GTIN, expiry=date(2027, 2, 28)
    )


@given(LOTS, st.dates(date(2026, 1, 1), date(2049, 12, 31)))
def test_a_printed_label_is_read_as_it_was_written(lot: str, expiry: date) -> None:
    text = f"(01){GTIN}(17){expiry:%y%m%d}(10){lot}"
    assert read_label(text) == (Label(lot=lot, gtin=GTIN, expiry=expiry), [])


@given(LOTS, st.sampled_from(["17270630", "21A7", "11260101", "3012", "240XY"]))
def test_a_lost_sign_never_makes_another_lot(lot: str, more: str) -> None:
    label, _ = read_label(f"01{GTIN}10{lot}{more}")
    assert label is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    label, problems = read_label(text)
    assert (label is None) == bool(problems)
