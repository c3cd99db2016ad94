from datetime import date

import pytest

from aftercare.exchange.barcode import Label, read_label
from tests.exchange.barcode.codes import hibc

JUNE = date(2027, 6, 30)


@pytest.mark.parametrize(
    "second",
    [
        "$$0627CN24817",
        "$$2063027CN24817",
        "$$3270630CN24817",
        "$$427063012CN24817",
        "$$527181CN24817",
        "$$62718112CN24817",
        "$$8503270630CN24817",
        "$$9000503270630CN24817",
        "27181CN24817",
        "$CN24817/14D20270630",
        "$$3270630CN24817/16D20260630/S0007",
    ],
)
def test_a_code_with_both_halves_is_read_however_its_date_is_written(second: str) -> None:
    label = Label(lot="CN24817", gtin="A99912345", expiry=JUNE)
    assert read_label(hibc(f"A99912345/{second}")) == (label, [])


def test_the_first_half_names_the_product() -> None:
    label, problems = read_label(f"*{hibc('A99912345')}*")
    assert (label and label.gtin, label and label.lot, problems) == ("A99912345", "", [])


def test_the_second_half_alone_names_the_lot_without_its_two_guards() -> None:
    label, _ = read_label(hibc("$$3270630CN24817K"))
    assert (label and label.lot, label and label.expiry, label and label.link) == (
        "CN24817",
        JUNE,
        "K",
    )


def test_a_lot_without_a_date_has_none() -> None:
    label = Label(lot="CN24817", gtin="A99912345")
    assert read_label(hibc("A99912345/$CN24817")) == (label, [])
    assert read_label(hibc("A99912345/$$7CN24817")) == (label, [])


def test_a_guard_that_is_a_space_may_be_printed_as_a_line() -> None:
    text = next(t for n in range(99) if (t := hibc(f"A999123{n}1/$$3270630CN24817"))[-1] == " ")
    assert read_label(f"{text[:-1]}_") == read_label(text) != (None, [])


def test_any_changed_letter_is_noticed() -> None:
    text = hibc("A99912345/$$3270630CN24817")
    changed = [text[:i] + "Z" + text[i + 1 :] for i in range(1, len(text)) if text[i] != "Z"]
    assert [read_label(each)[0] for each in changed] == [None] * len(changed)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("A99912345/$$3271330CN24817", "B102"),
        ("A99912345/$$527366CN24817", "B102"),
        ("A99912345/$$?", "B101"),
        ("A99912345/X1", "B102"),
        ("A99912345/$CN24817/$CN24818", "B104"),
    ],
)
def test_what_cannot_be_is_refused(body: str, code: str) -> None:
    text = hibc(body) if "?" not in body else f"+{body}0"
    label, problems = read_label(text)
    assert (label, [problem.code for problem in problems]) == (None, [code])
