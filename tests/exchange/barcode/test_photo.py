from io import BytesIO

import pytest
from PIL import Image

from aftercare.exchange.barcode import Label, read_photo
from tests.exchange.barcode.codes import CN24817, GTIN, PRINTED, drawn, hibc, photo, saved


@pytest.mark.parametrize("kind", ["DataMatrix", "Code128", "QRCode"])
@pytest.mark.parametrize("format_", ["PNG", "JPEG", "WEBP"])
def test_a_label_is_read_from_its_photograph(kind: str, format_: str) -> None:
    assert read_photo(photo(drawn(PRINTED, kind, gs1=True), format_=format_)) == (CN24817, [])


def test_a_lot_in_the_middle_ends_where_the_code_says() -> None:
    text = f"(01){GTIN}(10)CN24817(17)270630(21)000712"
    assert read_photo(photo(drawn(text, gs1=True))) == (CN24817, [])


def test_a_photograph_that_lies_on_its_side_is_read() -> None:
    picture = Image.open(BytesIO(photo(drawn(PRINTED, gs1=True)))).rotate(90, expand=True)
    assert read_photo(saved(picture)) == (CN24817, [])


def test_a_code_of_a_shop_beside_it_is_left_aside() -> None:
    shop = drawn("5012345678900", "EAN13")
    assert read_photo(photo(drawn(PRINTED, gs1=True), shop)) == (CN24817, [])


def test_the_two_halves_of_an_hibc_are_put_together() -> None:
    first = hibc("A99912345")
    second = hibc(f"$$3270630CN24817{first[-1]}")
    label, _ = read_photo(photo(drawn(first, "Code128"), drawn(second, "Code128")))
    assert (label and label.gtin, label and label.lot) == ("A99912345", "CN24817")


def test_halves_of_two_labels_are_refused() -> None:
    first = hibc("A99912345")
    other = "K" if first[-1] != "K" else "L"
    second = hibc(f"$$3270630CN24817{other}")
    label, problems = read_photo(photo(drawn(first, "Code128"), drawn(second, "Code128")))
    assert (label, [problem.code for problem in problems]) == (None, ["B104"])


def test_two_labels_in_one_photograph_are_refused() -> None:
    other = PRINTED.replace("CN24817", "CN24818")
    label, problems = read_photo(photo(drawn(PRINTED, gs1=True), drawn(other, gs1=True)))
    assert (label, [problem.code for problem in problems]) == (None, ["B104"])


def test_a_wrong_guard_is_refused() -> None:
    text = hibc("A99912345")
    wrong = text[:-1] + ("K" if text[-1] != "K" else "L")
    label, problems = read_photo(photo(drawn(wrong, "QRCode")))
    assert (label, [problem.code for problem in problems]) == (None, ["B102"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        saved(Image.new("L", (20, 20)), "GIF"),
        saved(Image.new("L", (20, 20)))[:40],
        saved(Image.new("1", (12_000, 12_000))),
        b"\x89PNG" + b"0" * 9_000_000,
    ],
)
def test_what_is_no_photograph_is_refused(data: bytes) -> None:
    label, problems = read_photo(data)
    assert (label, [problem.code for problem in problems]) == (None, ["B105"])


def test_a_photograph_without_a_code_says_so() -> None:
    label, problems = read_photo(saved(Image.new("L", (200, 200), 200)))
    assert (label, [problem.code for problem in problems]) == (None, ["B106"])


def test_a_label_without_a_lot_still_names_its_product() -> None:
    picture = photo(drawn(f"(01){GTIN}", gs1=True))
    assert read_photo(picture) == (Label(gtin=GTIN), [])
