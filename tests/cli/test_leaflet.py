"""`aftercare leaflet`: a draft as report, data or protocol, and two leaflets compared."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import run

LEAFLET = "After your wax\n• No sauna for 2 days.\n• Use sunscreen.\n"


def kept(folder: Path, text: str, name: str = "leaflet.txt") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_report_shows_quote_rule_and_confidence(tmp_path: Path) -> None:
    ran = run("leaflet", "draft", kept(tmp_path, LEAFLET))
    assert (ran.status, ran.err) == (0, "")
    assert "“No sauna for 2 days.”" in ran.out
    assert "sauna; must; 2 days  [no-thing, 0.85]" in ran.out
    assert ran.out.endswith("2 clauses drafted, 0 passages not understood.\n")


def test_a_draft_as_data_points_at_its_words(tmp_path: Path) -> None:
    ran = run("leaflet", "draft", "--json", kept(tmp_path, LEAFLET))
    first, second = json.loads(ran.out)["items"]
    assert LEAFLET[first["start"] : first["end"]] == first["quote"] == "No sauna for 2 days."
    assert first["window"] == {"min_hours": 48, "max_hours": 48}
    assert (first["kind"], second["kind"]) == ("avoid", "do")


def test_what_is_not_understood_is_status_1(tmp_path: Path) -> None:
    ran = run("leaflet", "draft", kept(tmp_path, "Wibble the frobnicator on Tuesdays.\n"))
    assert ran.status == 1
    assert "? Wibble the frobnicator on Tuesdays." in ran.out


def test_pasted_words_are_read_from_standard_input() -> None:
    ran = run("leaflet", "draft", "-", stdin=LEAFLET.encode())
    assert ran.status == 0


def test_a_drafted_protocol_cannot_be_used_before_its_gaps_are_closed(tmp_path: Path) -> None:
    drafted = run("leaflet", "draft", "--yaml", kept(tmp_path, LEAFLET))
    file = kept(tmp_path, drafted.out, "drafted.yaml")
    checked = run("protocol", "check", file)
    assert checked.status == 1
    assert "error[P503]" in checked.err


def test_an_unreadable_leaflet_is_one_problem(tmp_path: Path) -> None:
    ran = run("leaflet", "draft", kept(tmp_path, "%PDF-1.7 broken"))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("error[L102] The PDF is damaged")


def test_two_leaflets_are_compared_side_by_side(tmp_path: Path) -> None:
    a = kept(tmp_path, "No make-up for 12 hours.\n", "a.txt")
    b = kept(tmp_path, "No make-up for 48 hours.\n", "b.txt")
    ran = run("leaflet", "compare", a, b)
    assert ran.status == 1
    assert "A  avoid, 12 hours: “No make-up for 12 hours.”" in ran.out
    assert "B  avoid, 48 hours: “No make-up for 48 hours.”" in ran.out
    assert run("leaflet", "compare", a, a).status == 0
    assert json.loads(run("leaflet", "compare", "--json", a, b).out)[0]["how"] == "end"


def test_a_leaflet_is_compared_with_a_protocol(tmp_path: Path) -> None:
    ran = run("leaflet", "compare", kept(tmp_path, LEAFLET), "micro-needling")
    assert ran.status == 1
    assert "sauna: " in ran.out
