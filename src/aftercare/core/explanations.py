"""What each problem's code means, why it matters and how to mend it.

Printed by ``aftercare protocol explain CODE``; ``docs/reference/problems.md`` is made from it.
"""

from __future__ import annotations

from typing import NamedTuple


class Explanation(NamedTuple):
    """A code's title, why it is a problem, and the remedy."""

    title: str
    why: str
    mend: str


_READING = "The file could not be read to its end, so nothing in it was checked."
_TIMES = "A plan is dated from these times, so an unclear one is refused."

EXPLANATIONS: dict[str, Explanation] = {
    code: Explanation(title, why, mend)
    for code, title, why, mend in (
        # -- the file
        ("P001", "not UTF-8", _READING, "Save the file as UTF-8 in your editor."),
        ("P002", "too large", _READING, "Check that it is a protocol; they have up to 1 MB."),
        ("P003", "not readable as YAML", _READING,
         "Look at the spaces at the start of this line. Words with a : or # need quotes."),
        ("P004", "alias, anchor or tag",
         "A clause must be readable where it stands. Aliases also let a small file grow huge.",
         "Write the words out where they are needed."),
        ("P005", "the same key twice",
         "Of two fields with one name only one would count, and nobody would know which.",
         "Keep one of them."),
        ("P006", "nested too deeply", _READING, "Compare with the shipped protocol."),
        ("P007", "empty, or several documents", _READING, "Keep one protocol a file, without ---."),
        # -- the shape
        ("P101", "another kind of value belongs here",
         "A list, a block or a single value stands where another belongs.",
         "The message says which; the reference shows each field in use."),
        ("P102", "a value that cannot be read", "The value is not one that this field can have.",
         "The help line says what it can be."),
        ("P103", "not a length",
         "A dash, a minus sign or a missing unit could be read in two ways.",
         "Write `72 hours`, `2 to 5 days`, `at least 3 days`, `about 14 days` or `up to 2 days`."),
        ("P104", "not one of the allowed words", "The field knows a closed list of words.",
         "Choose one from the help line."),
        ("P105", "unknown field", "A misspelt field would otherwise be lost in silence.",
         "The help line names the nearest field, or all of them."),
        ("P106", "missing field", "Without it the clause cannot be shown or traced.",
         "Add it; the reference shows each."),
        ("P107", "fields that do not go together",
         "A clause says one thing: do, avoid or careful; a length, or a condition.",
         "Keep one of the fields that the message names."),
        ("P108", "nothing stands here", "An empty list or text would count as left out.",
         "Name one or more, or leave the field out."),
        # -- names
        ("P201", "undeclared fact", "A `when:` over a fact nobody is asked holds for nobody.",
         "Declare it under `facts:`, or correct its name."),
        ("P202", "a value the fact cannot have", "Such a clause would never be shown to anyone.",
         "Use one of the values in the help line."),
        ("P203", "undeclared condition", "A clause would wait for what nobody can report.",
         "Declare it under `conditions:`, or correct its name."),
        ("P204", "undeclared symptom", "Nobody could report it, and triage would never see it.",
         "Declare it under `symptoms:`, or correct its name."),
        ("P205", "dangling id", "The clause that is named does not exist.", "Correct the id."),
        ("P206", "the same id twice",
         "Signatures, answers and reminders name clauses by id; two cannot share one.",
         "Give each its own."),
        ("P207", "unknown activity in `is` or `instead-of`",
         "The activity could not take part in what its parent is governed by.",
         "Use a name from the shared vocabulary or from `vocabulary:`."),
        ("P208", "options missing or superfluous",
         "Areas and choices need their options, lowest risk first; other kinds have fixed values.",
         "Add or remove `options:`."),
        ("P209", "a time that was never told",
         "A triage row leans on a time of a symptom for which no reaction tells one.",
         "Write a length in `after:`, or take the symptom out of the row."),
        ("P210", "unused condition", "The check-in would ask for what changes nothing.",
         "Use it in an `until:`, or remove it."),
        ("P211", "ends before it begins", "`from:` and `for:` both count from the treatment.",
         "Write in `for:` when it ends, not how long it holds."),
        ("P212", "shorter for some than usual", "`longer-for-some` must not end before `usually`.",
         "Exchange the two lengths, or leave the second out."),
        # -- contradictions and overlaps
        ("P301", "one clause forbids what another asks for",
         "The strictest governs, so the patient is told no; but the author should know.",
         "Change one, or write `accepted:` with the other clause's id and the reason."),
        ("P302", "one activity, two ends",
         "Two clauses govern the same activity and end at different times; the strictest governs.",
         "Change one, or write `accepted:` with the other clause's id and the reason."),
        ("P303", "one symptom, two times",
         "Two reactions tell different times; triage takes the narrower words.",
         "Change one, or write `accepted:` with the other reaction's id and the reason."),
        # -- gaps
        ("P401", "no words for an activity",
         "A patient who asks about it would be answered `ask`, although the clause knows better.",
         "Add it with its words under `vocabulary:`."),
        ("P402", "a reaction without a time", "It can never be `expected`; it is at least `watch`.",
         "Write `usually:` if the leaflet has a time."),
        ("P403", "a risk that no symptom reports", "It could happen and nobody could say so.",
         "Add `symptom:` with what a patient would notice."),
        ("P404", "a symptom that triage ignores", "It is always `contact`, whatever its severity.",
         "Add a row, or leave it so on purpose."),
        ("P405", "a symptom that is never asked", "The check-in would not find it.",
         "Add it to `questions: symptoms:`."),
        ("P406", "check-in days out of order", "A day asked twice would be asked once.",
         "Write each day once, in order."),
        # -- words
        ("P501", "a long sentence", "Sentences of more than 20 words are not read to their end.",
         "Make two of it."),
        ("P502", "jargon", "A patient may not know the word, or may take it for something worse.",
         "Use the plain word; the other may follow in brackets."),
        # -- languages
        ("P601", "missing in the protocol's own language", "There is nothing to fall back to.",
         "Add the text."),
        ("P602", "missing translation", "Patients see the protocol's own language, marked as such.",
         "Translate it, and let somebody check it."),
        # -- the leaflet
        ("P701", "a sentence that no clause carries", "What the leaflet says would be lost.",
         "Give a clause its number in `source:`, or say why under `not-needed:`."),
        ("P702", "a source that is no sentence", "A clause would claim what nobody said.",
         "Correct the number."),
        ("P703", "carried and not needed", "One of the two statements is wrong.", "Keep one."),
        ("P704", "another leaflet", "The file's sentences are not those that the protocol numbers.",
         "Give the leaflet that this protocol covers."),
        # -- what the clinic decides
        ("P801", "offered, not decided",
         "Cited additions to the leaflet are off until the clinic adopts them.",
         "Write `decision: adopted` or `declined`, and `decided:` with a name and a date."),
        ("P802", "decided by nobody", "An inspector will ask who decided, and when.",
         "Add `decided:` with a name and a date."),
        ("P803", "contact details missing", "A patient with a worry must know whom to call.",
         "Fill them in; a clinic cannot publish without."),
        # -- the triage proof
        ("P901", "not monotone",
         "Something worse would be told to be less urgent; the message shows the case.",
         "Raise the lower row."),
        ("P902", "not honest",
         "A patient would be told that something is fine for longer than the consent said.",
         "Raise the level, or let the row end earlier."),
        ("P903", "a dead row", "Earlier rows take each of its cases, so it never decides.",
         "Remove it, or move it up."),
        ("P904", "cells in no row", "They are `contact`, which is safe; perhaps it is meant so.",
         "`aftercare protocol prove` counts them."),
        # -- what is known and reported
        ("F101", "undeclared fact", "The protocol does not ask for it.", "Use a declared name."),
        ("F102", "a value the fact cannot have", "The plan would be somebody else's.",
         "Use a value from the help line, or `unknown`."),
        ("R101", "undeclared symptom or condition", "The protocol does not know it.",
         "Use a declared name."),
        ("R102", "neither yes nor no", "A condition is reported as yes or no.", "Write one."),
        ("R103", "undeclared symptom", "Triage would have to guess.", "Use a declared name."),
        ("R104", "not a severity", "There are four: none, mild, moderate, severe.", "Write one."),
        # -- times
        ("T101", "not a time", _TIMES, "Write 2026-11-19T14:30, with or without an offset."),
        ("T102", "a time that does not exist", "The clocks go forward over it.",
         "Look at the clock again, or write the time with its offset."),
        ("T103", "a time that comes twice", "The clocks go back over it.",
         "Write the offset of the one that is meant."),
        ("T104", "unknown zone", _TIMES, "Use a name of the tz database, such as Europe/London."),
        ("T105", "not a number of hours", "Hours since the treatment count from 0.",
         "Write a number such as 30 or 1.5."),
        ("T106", "a year out of range", _TIMES, "Check the year."),
        ("T107", "zone missing", "Days end at the same time of day in the treatment's zone.",
         "Add `--zone`."),
        ("T108", "treatment time missing", _TIMES, "Add `--treated-at`."),
        ("T109", "no treatment yet", "There is nothing to judge before the treatment.",
         "Correct `--treated-at` or `--at`."),
        # -- the command line and JSON Lines
        ("C101", "unknown protocol", "It is no shipped name and no file.", "See `protocol list`."),
        ("C102", "unreadable file", "The system would not open it.", "Check the path."),
        ("C103", "not name=value", "Options of this kind have a name and a value.",
         "Write it like the example."),
        ("C104", "unknown code", "No problem has this code.", "Codes look like P103."),
        ("C105", "given twice", "Of a severe and a mild redness only one could count.",
         "Give each name once; reports of different times say `@TIME`."),
        ("C106", "no symptom", "There is nothing to judge.", "Add `--symptom redness=mild`."),
        ("C107", "--symptom beside -", "With `-` the symptoms stand in the lines.",
         "Put them into the lines."),
        ("J101", "a line that is too long", "A question has up to a thousand letters.",
         "Write one question a line."),
        ("J102", "not JSON", "The line cannot be read.", "Write one JSON object a line."),
        ("J103", "not an object", "A line is an object with keys.", 'Write {"after_h": 30, …}.'),
        ("J104", "unknown key", "A misspelt key would otherwise be lost in silence.",
         "Use the keys in the message."),
        ("J105", "not a block", "Facts, reports and symptoms are objects.",
         'Write {"name": "value"}.'),
        ("J106", "text missing", "The line asks nothing.", 'Add "q": "Can I swim?".'),
        ("J107", "the same key twice", "Of two values only one could count.", "Keep one."),
        ("J108", "no time", "The line has no `after_h`, and no `--treated-at` was given.",
         'Write "after_h": 30, or give --treated-at and --zone.'),
        ("J109", "two times", "The line has `after_h`, and the options give a course.",
         "Keep one of the two."),
    )
}  # fmt: skip
