"""`aftercare protocol`: list, show, check, coverage, prove, schema, diff, explain."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from aftercare.protocols import shipped
from tests.cli.running import MICRO, run

ALL = shipped()
SHIPPED = ALL[MICRO]


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The shipped protocol with a shorter time for heat."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert text.count("for: at least 3 days") == 1
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace("for: at least 3 days", "for: at least 2 days"), "utf-8")
    return path


def test_list_names_each_protocol_with_version_and_hash() -> None:
    titles = {"chemical-peel": "Light chemical peel", MICRO: "Micro-needling", "tattoo": "Tattoo"}
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in ALL.items()}
    lines = [
        f"{name}  version 1  {title}  sha256 {hashes[name][:12]}\n"
        for name, title in titles.items()
    ]
    assert run("protocol", "list") == (0, "".join(lines), "")


def test_show_says_each_clause_with_its_source_by_name_and_by_path() -> None:
    by_name = run("protocol", "show", MICRO)
    assert run("protocol", "show", str(SHIPPED)) == by_name
    assert (by_name.status, by_name.err) == (0, "")
    lines = by_name.out.splitlines()
    assert lines[0] == "Micro-needling, version 1"
    at = lines.index("  No strong heat, such as a sauna or steam room.")
    assert lines[at + 1] == "      for at least 3 days; no-heat, from sentence 29"


def test_check_of_the_shipped_protocol_finds_notes_only() -> None:
    quiet = run("protocol", "check", str(SHIPPED))
    loud = run("protocol", "check", "--notes", str(SHIPPED))
    counted = loud.err.count("note[")
    assert quiet == (0, f"{SHIPPED}: {counted} notes (--notes shows them)\n", "")
    assert (loud.status, loud.out) == (0, f"{SHIPPED}: {counted} notes\n")


def test_check_prints_the_excerpt_of_each_fault_as_a_compiler_does(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: aftercare-protocol/1\nid: broken\nversion: 0\ntitel: {en: B}\n")
    ran = run("protocol", "check", str(path))
    assert (ran.status, ran.out) == (2, f"{path}: 3 errors\n")
    assert (
        ran.err
        == f"""\
error[P106] {path}:1:1: Missing here: `title`, `leaflet`, `treatment`, `symptoms`, `reactions`, \
`risks`, `agreements`, `advice`, `questions`, `triage` and `contact`.
  1 | format: aftercare-protocol/1
    | ^
  help: Add it; see the reference.
error[P102] {path}:3:10: `0` is not a whole number from 1.
  3 | version: 0
    |          ^
  help: Write digits only, such as `4`.
error[P105] {path}:4:1: There is no field `titel` here.
  4 | titel: {{en: B}}
    | ^^^^^
  help: Did you mean `title`?
"""
    )


def test_check_of_findings_that_leave_it_readable_is_1(tmp_path: Path) -> None:
    path = tmp_path / "low.yaml"
    calm = SHIPPED.read_text("utf-8").replace(
        "level: contact\n    symptom: [red", "level: expected\n    symptom: [red"
    )
    path.write_text(calm, "utf-8")
    ran = run("protocol", "check", str(path))
    assert ran.status == 1
    assert ran.err.splitlines()[0].startswith("error[P90")
    assert run("protocol", "prove", str(path)).status == 1
    assert run("plan", str(path), "--treated-at", "2026-11-19T14:30", "--zone", "UTC").status == 2


def test_check_of_several_files_looks_at_all_and_gives_the_worst(
    tmp_path: Path, edited: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [\n")
    ran = run("protocol", "check", str(edited), str(broken), str(SHIPPED))
    assert ran.status == 2
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == [
        str(edited),
        str(broken),
        str(SHIPPED),
    ]


def test_coverage_shows_each_sentence_with_its_clauses() -> None:
    ran = run("protocol", "coverage", MICRO)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[-1] == "38 of 38 sentences are covered."
    at = lines.index(" 29  heat such as sauna or steam")
    assert lines[at + 1] == "     → no-heat"


def test_coverage_of_a_lost_sentence_is_1(tmp_path: Path) -> None:
    path = tmp_path / "lost.yaml"
    text = SHIPPED.read_text("utf-8").replace("    source: 29\n", "    source: 30\n")
    path.write_text(text, "utf-8")
    ran = run("protocol", "coverage", str(path))
    assert ran.status == 1
    assert ran.out.count("NOT COVERED") == 1
    assert ran.out.splitlines()[-1] == "37 of 38 sentences are covered."


def test_coverage_shows_the_leaflets_own_sentences(tmp_path: Path) -> None:
    leaflet, path = tmp_path / "leaflet.txt", tmp_path / "mine.yaml"
    leaflet.write_text("\n".join(f"Line {n} of it." for n in range(1, 39)), "utf-8")
    path.write_text(re.sub("\n  sha256: .*", "", SHIPPED.read_text("utf-8")), "utf-8")
    ran = run("protocol", "coverage", str(path), "--leaflet", str(leaflet))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[56] == " 29  Line 29 of it."


def test_coverage_of_another_leaflet_is_refused(tmp_path: Path) -> None:
    leaflet = tmp_path / "leaflet.txt"
    leaflet.write_text("One. Two. Three.")
    ran = run("protocol", "coverage", MICRO, "--leaflet", str(leaflet))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == (
        f"error[P704] `{leaflet}` is not the leaflet that this protocol covers."
    )
    assert ran.err.splitlines()[1].startswith("  help: It has 3 sentences and the fingerprint ")


def test_prove_says_each_rule_that_holds() -> None:
    ran = run("protocol", "prove", MICRO)
    rules = [line.split(": ")[0] for line in ran.out.splitlines()]
    assert (ran.status, ran.err) == (0, "")
    assert rules == ["total", "monotone", "honest", "reachable"]


def test_schema_is_json_schema_draft_7() -> None:
    ran = run("protocol", "schema")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_diff_says_in_a_clinicians_words_which_way_it_goes(edited: Path) -> None:
    assert run("protocol", "diff", MICRO, str(edited)) == (
        1,
        "no-heat: no heat: at least 3 days → at least 2 days, shorter  [LESS STRICT]\n",
        "",
    )
    assert run("protocol", "diff", str(edited), MICRO) == (
        1,
        "no-heat: no heat: at least 2 days → at least 3 days, longer  [stricter]\n",
        "",
    )


def test_diff_of_the_same_is_0() -> None:
    same = (0, "No difference in what they say.\n", "")
    assert run("protocol", "diff", MICRO, str(SHIPPED)) == same


def test_explain_says_what_a_code_means_in_either_case() -> None:
    ran = run("protocol", "explain", "p103")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == run("protocol", "explain", "P103").out
    assert ran.out.splitlines()[0] == "P103: not a length"
    assert ran.out.splitlines()[-1].startswith("How to mend it: ")


def test_explain_of_a_code_that_is_none_is_refused() -> None:
    assert run("protocol", "explain", "P9999") == (
        2,
        "",
        "error[C104] There is no code `P9999`.\n  help: Codes look like P103.\n",
    )
