"""`aftercare ask`: one question with a course, or one a line."""

from __future__ import annotations

from tests.cli.running import COURSE, LONDON, MICRO, answered, run, said


def test_ask_as_json_has_the_documented_keys_in_order() -> None:
    assert said("ask", MICRO, "Can I have a sauna?", *COURSE, "--json") == {
        "verdict": "not-yet",
        "activities": ["sauna"],
        "clauses": ["no-heat"],
        "until": "2026-11-22T14:30:00+00:00",
        "text": "Not yet. No strong heat, such as a sauna or steam room. "
        "Until at least Sunday 22 November, 2:30pm.",
    }
    found = said("ask", MICRO, "sauna", *COURSE, "--json")
    assert list(found) == ["verdict", "activities", "clauses", "until", "text"]


def test_ask_as_text_says_the_answer_and_where_it_is_from() -> None:
    ran = run("ask", MICRO, "Can I have a sauna?", *COURSE)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Not yet. No strong heat, such as a sauna or steam room. "
        "Until at least Sunday 22 November, 2:30pm.\n"
        "From your clinic's advice, version 1.\n"
    )


def test_ask_about_what_the_leaflet_is_silent_on_asks_us_first() -> None:
    found = said("ask", MICRO, "Can I have a glass of wine?", *COURSE, "--json")
    assert (found["verdict"], found["clauses"], found["until"]) == ("ask", [], None)


def test_ask_without_words_asks_us_first() -> None:
    assert said("ask", MICRO, "", *COURSE, "--json")["verdict"] == "ask"


def test_ask_without_at_is_for_now() -> None:
    long_ago = ("--treated-at", "2001-01-01T10:00", "--zone", "Europe/London")
    assert said("ask", MICRO, "sauna", *long_ago, "--json")["verdict"] == "yes"


def test_ask_counts_reports() -> None:
    report = ("--report", "redness_gone=yes@2026-11-20T20:00")
    verdicts = [
        said("ask", MICRO, "Can I use soap?", *COURSE, *more, "--json")["verdict"]
        for more in ((), report)
    ]
    assert verdicts == ["depends", "yes"]


def test_ask_of_two_treatments_takes_the_strictest() -> None:
    later = ("--treated-at", "2026-11-26T14:30", "--at", "2026-11-27T10:00")
    assert said("ask", MICRO, "sauna", *LONDON, *later, "--json")["verdict"] == "not-yet"


def test_ask_line_answers_without_a_treatment_time() -> None:
    status, found = answered("ask", {"q": "sauna", "after_h": 30})
    assert (status, found) == (
        0,
        [
            {
                "verdict": "not-yet",
                "activities": ["sauna"],
                "clauses": ["no-heat"],
                "until": None,
                "text": "Not yet. No strong heat, such as a sauna or steam room. "
                "Until at least 3 days after your treatment.",
            }
        ],
    )


def test_ask_line_takes_facts_and_reports() -> None:
    facts = {"skin_type": 5, "bleeding_agents": True, "areas": ["face", "eye_contour"]}
    lines = [
        {"q": "Can I use soap?", "after_h": 30, "facts": facts, "reports": reports}
        for reports in ({}, {"redness": "none"}, {"redness": "mild"}, {"redness_gone": True})
    ]
    status, found = answered("ask", *lines)
    verdicts = [one["verdict"] for one in found]
    assert (status, verdicts) == (0, ["depends", "yes", "depends", "yes"])


def test_ask_line_without_hours_uses_the_course_of_the_options() -> None:
    found = answered("ask", {"q": "sauna"}, options=COURSE)
    assert found == (0, [said("ask", MICRO, "sauna", *COURSE, "--json")])


def test_ask_line_with_hours_beside_the_course_of_the_options_is_refused() -> None:
    report = ("--report", "redness=none@2026-11-20T20:00", "--fact", "skin_type=2")
    lines = ({"q": "soap", "after_h": 30}, {"q": "soap"})
    status, found = answered("ask", *lines, options=(*COURSE, *report))
    refused = {"error": "`after_h` stands beside `--treated-at`. Give one of the two."}
    assert (status, found[0], found[1]["verdict"]) == (1, refused, "yes")


def test_ask_line_adds_its_reports_to_those_of_the_options_as_made_now() -> None:
    report = ("--report", "redness=none@2026-11-20T10:00")
    lines: list[dict[str, object]] = [
        {"q": "soap", "reports": reports}
        for reports in ({}, {"redness": "mild"}, {"redness": "none"}, {"redness_gone": False})
    ]
    for at, expected in (
        ("2026-11-21T10:00", ["yes", "depends", "yes", "depends"]),
        ("2026-11-24T10:00", ["yes", "yes", "yes", "yes"]),  # past the longest time told
    ):
        status, found = answered("ask", *lines, options=(*LONDON, "--at", at, *report))
        assert (status, [one["verdict"] for one in found]) == (0, expected)


def test_ask_line_facts_take_the_place_of_the_options() -> None:
    fact = ("--fact", "skin_type=2")
    lines = (
        {"q": "sunscreen"},
        {"q": "sunscreen", "facts": {"skin_type": 5}},
        {"q": "sunscreen", "facts": {}},
        {"q": "sunscreen"},
    )
    status, found = answered("ask", *lines, options=(*COURSE, *fact))
    clauses = ["sunscreen-50", "sunscreen-daily"]
    dark = [*clauses, "sunscreen-dark-skin"]
    assert (status, [one["clauses"] for one in found]) == (0, [clauses, dark, dark, clauses])


def test_ask_lines_with_half_a_course_are_refused() -> None:
    ran = run("ask", MICRO, "-", "--zone", "Europe/London", stdin=b'{"q": "soap", "after_h": 1}\n')
    assert ran == (
        2,
        "",
        (
            "error[T108] The treatment's time is missing.\n"
            "  help: Add `--treated-at 2026-11-19T14:30`.\n"
        ),
    )


def test_ask_line_counts_hours_to_the_second() -> None:
    hours = (0, 71.9997, 72, 72.5, 239.9997, 240)
    status, found = answered("ask", *({"q": "sauna", "after_h": each} for each in hours))
    assert (status, [one["verdict"] for one in found]) == (
        0,
        ["not-yet", "not-yet", "with-care", "with-care", "with-care", "yes"],
    )
