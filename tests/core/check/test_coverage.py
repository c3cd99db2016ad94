"""Each sentence of the leaflet has the clauses that carry it, or the reason why none does."""

from aftercare.core.check.coverage import Covered, coverage
from tests.core.samples import protocol


def test_each_sentence_is_given_with_its_clauses_in_order() -> None:
    assert coverage(protocol(("source: 8", "source: [2, 8]"))) == [
        Covered(1, "what a tattoo is", ("purpose",), ""),
        Covered(2, "redness goes down over 2 to 3 days, for some over 5", ("red", "no-sun"), ""),
        Covered(3, "itching for about two weeks", ("itch",), ""),
        Covered(4, "infection is rare", ("infected",), ""),
        Covered(5, "wash twice a day for two weeks", ("wash",), ""),
        Covered(6, "no swimming for at least two weeks", ("no-swimming",), ""),
        Covered(7, "no picking until the scabs have gone", ("no-picking",), ""),
        Covered(8, "no sun for 4 weeks", ("no-sun",), ""),
        Covered(9, "loose clothes for up to 14 days", ("loose-clothes",), ""),
        Covered(10, "the film stays on for 3 hours", ("keep-film",), ""),
        Covered(11, "tell the studio", ("told", "photos", "tell"), ""),
        Covered(12, "the artist's name", (), "The booking names the artist."),
    ]


def test_a_citation_carries_no_sentence() -> None:
    cited = protocol(("source: 8", "source: Studio rule book"))
    assert coverage(cited)[7] == Covered(8, "no sun for 4 weeks", (), "")
