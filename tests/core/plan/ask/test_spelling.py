import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.plan.ask.spelling import LONGEST_WORD, Shelves, bases, inflections, plain, slips


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Sauna", "sauna"),
        ("CAFÉ crème", "cafe creme"),
        ("wasn’t", "wasn't"),
        ("ﬁne", "fine"),
        ("", ""),
        ("naïve\n50+", "naive\n50+"),
    ],
)
def test_text_is_brought_to_plain_letters(typed: str, expected: str) -> None:
    assert plain(typed) == expected


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("walk", ("walks", "walked", "walking")),
        ("wax", ("waxes", "waxed", "waxing")),
        ("wash", ("washes", "washed", "washing")),
        ("fizz", ("fizzes", "fizzed", "fizzing")),
        ("watch", ("watches", "watched", "watching")),
        ("bake", ("bakes", "baked", "baking")),
        ("carry", ("carries", "carried", "carrying")),
        ("play", ("plays", "played", "playing")),
        ("swim", ("swims", "swimed", "swiming", "swimmed", "swimming")),
        ("dry", ("dries", "dried", "drying")),
        ("row", ("rows", "rowed", "rowing")),
        ("be", ("bes", "bed", "bing")),
        ("x", ()),
        ("50", ()),
        ("e45", ()),
    ],
)
def test_a_word_has_its_regular_forms(word: str, forms: tuple[str, ...]) -> None:
    assert inflections(word) == forms


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tan", ("tan",)),
        ("tans", ("tan",)),
        ("tanned", ("tan",)),
        ("tanning", ("tan",)),
        ("baking", ("bake",)),
        ("carries", ("carry",)),
        ("carried", ("carry",)),
        ("washes", ("wash",)),
        ("peeling", ("peeling", "peel")),  # one written outright comes first
        ("bed", ("bed", "be")),
        ("planed", ("plane", "plan")),
        ("planned", ("plan",)),
        ("tanner", ()),
        ("ing", ()),
        ("s", ()),
        ("", ()),
    ],
)
def test_a_form_leads_back_to_its_words(typed: str, expected: tuple[str, ...]) -> None:
    known = {
        "tan", "bake", "carry", "wash", "peel", "peeling", "bed", "be", "plan", "plane", "x",
    }  # fmt: skip
    assert bases(typed, known) == expected


KNOWN = ["soap", "sauna", "sunscreen", "moisturiser", "electrolysis", "tan", "wax", "peel", "heel"]


def guessed(word: str) -> list[str]:
    return slips(word, KNOWN, Shelves(KNOWN))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("suana", ["sauna"]),  # two letters swapped
        ("saunna", ["sauna"]),  # one too many
        ("sana", ["sauna"]),  # one too few
        ("saina", ["sauna"]),  # one changed
        ("saunas", ["sauna", "saunas"]),
        ("aauna", []),  # the first letter is taken as right
        ("snuna", ["sauna"]),
        ("susnna", []),  # two slips are too many in a short word
        ("sunscren", ["sunscreen"]),
        ("sunscrene", ["sunscreen"]),
        ("sunsceren", ["sunscreen"]),
        ("moisturizer", ["moisturiser"]),
        ("moistuirizer", ["moisturiser"]),
        ("electrollisis", ["electrolysis"]),
        ("elektrolvsis", ["electrolysis"]),
        ("electrolis", ["electrolysis"]),
        ("sunscreeenn", ["sunscreen", "sunscreened", "sunscreens"]),
        ("electrolisys", ["electrolysis"]),
        ("waxs", ["waxes"]),  # a form of a known word
        ("waxng", ["waxing"]),
        ("peelde", ["peeled"]),
        ("elektrolisys", []),  # three slips
        ("tann", ["tan"]),
        ("soa", []),
        ("saop", ["soap"]),
        ("sooap", ["soap"]),
        ("soop", []),  # of four letters a changed one does not count
        ("sap", []),
        ("waxx", ["wax"]),
        ("peeel", ["peel"]),
        ("sun5creen", []),
        ("s" * (LONGEST_WORD + 1), []),
    ],
)
def test_a_slip_gives_the_words_it_may_be(typed: str, expected: list[str]) -> None:
    assert guessed(typed) == expected


def test_a_slip_may_stand_for_two_words() -> None:
    known = ["scrub", "scrum"]
    assert slips("scrug", known, Shelves(known)) == known


letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30)


@given(letters)
def test_every_form_of_a_word_leads_back_to_it(word: str) -> None:
    assert [bases(form, {word}) for form in inflections(word)] == [(word,)] * len(inflections(word))


@given(letters, st.lists(letters, max_size=5))
def test_guesses_are_forms_of_known_words_with_the_same_first_letter(
    word: str, known: list[str]
) -> None:
    for guess in slips(word, known, Shelves(known)):
        assert bases(guess, known)
        assert guess[0] == word[0]


@given(st.lists(letters, max_size=5), letters)
def test_a_shelf_that_is_filled_gives_what_a_fresh_one_gives(known: list[str], word: str) -> None:
    used = Shelves(known)
    for other in (word, *known):
        used.near(other)
    assert used.near(word) == Shelves(known).near(word)


@given(st.text())
def test_any_text_can_be_brought_to_plain_letters(text: str) -> None:
    assert plain(plain(text)) == plain(text)
