"""Answers to "Can I …?" a second, in one process: cold and warm.

python benchmarks/ask.py [--questions 2000]

Each answer is whole: the person's plan at an instant, recognition, verdict, words. Cold: a new
lexicon, and no question came before, so that every slip of spelling is worked out. Warm: the same
questions once more. One question in three has a slip.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from itertools import product
from pathlib import Path

import clock
from plan import patients, schedule

from aftercare.core.pipeline import plan
from aftercare.core.plan.ask.answer import ask
from aftercare.core.plan.ask.lexicon import compile_lexicon
from aftercare.core.plan.compiled import Schedule
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import vocabulary

ASKED = Path(__file__).parents[1] / "tests/core/plan/ask/questions.jsonl"
FRAMES = (
    "Can I {} today?",
    "is it ok to {}",
    "When may I {} again?",
    "I want to {} at the weekend, is that all right?",
    "am i allowed to {} with my friends yet",
    "Should I {}?",
    "I would like to {} before my sister's wedding",
    "{}",
    "please tell me whether I can {} and have a sauna",
)
TAILS = ("", " please", " tomorrow", " at work", " on Friday", " with my mum", " tonight", " now")
THINGS = """swim in the pool, have a sauna, wear make-up, sunbathe, use a face scrub, wax my lip,
go running, drink wine, wash with soap, use my vitamin c serum, shave, go to the steam room,
use fake tan, touch my face, exfoliate, have a massage, put on perfume, dry with a towel,
use retinol, take ibuprofen, skip the sunscreen, lie on a sunbed, bleach my hair, eat curry,
fly to Spain, use my cleansing brush, walk in the sun, take a hot bath, moisturise, rub my cheek"""


def questions(count: int) -> list[str]:
    """Give that many different questions: the tests' own where they are, then made-up ones."""
    lines = ASKED.read_text("utf-8").splitlines() if ASKED.exists() else []
    found = dict.fromkeys(json.loads(line)["q"] for line in lines)
    things = [" ".join(thing.split()) for thing in THINGS.split(",")]
    for n, (tail, frame, thing) in enumerate(product(TAILS, FRAMES, things)):
        found[frame.format(thing if n % 3 else _slipped(thing, n // 3)) + tail] = None
    return list(found)[:count]


def _slipped(words: str, turn: int) -> str:
    """Swap two letters inside the longest word, at another place each turn."""
    longest = max(words.split(), key=len)
    at = 1 + turn % max(1, len(longest) - 2)
    letter = "etaoinshr"[turn // 7 % 9]
    swapped = longest[:at] + longest[at + 1 : at + 2] + longest[at] + longest[at + 2 :]
    slip = swapped if turn % 2 else longest[:at] + letter + longest[at:]
    return words.replace(longest, slip)


def words() -> Vocabulary:
    """Read the shared vocabulary."""
    path = vocabulary()
    found, problems = read_vocabulary(path.read_bytes(), path.name)
    if found is None:
        raise SystemExit(" ".join(map(str, problems)))
    return found


def measure(asked: list[str], compiled: Schedule, repeats: int = 5) -> list[clock.Rate]:
    """Measure cold and warm, with a lexicon for each repeat that has seen nothing yet."""
    people = patients(compiled.protocol, len(asked))
    shared = words()
    rates: list[list[float]] = [[], []]
    for _ in range(repeats):
        lexicon = compile_lexicon(shared, compiled.protocol)
        for found in rates:
            began = time.perf_counter()
            for question, (treatment, at, reports) in zip(asked, people, strict=True):
                ask(lexicon, plan(compiled, [treatment], at, reports), question)
            found.append(len(asked) / (time.perf_counter() - began))
    return [clock.Rate(statistics.median(found), min(found), max(found)) for found in rates]


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--questions", type=int, default=2_000)
    asked = questions(options.parse_args().questions)
    names = ("cold: each question is new", "warm: each was asked before")
    rows = [
        [name, clock.number(found.median), f"{found.slowest:,.0f} to {found.fastest:,.0f}"]
        for name, found in zip(names, measure(asked, schedule()), strict=True)
    ]
    clock.table(
        f"Answers a second, one process; {len(asked):,} different questions",
        ["answers", "a second", "of 5 repeats"],
        rows,
    )


if __name__ == "__main__":
    main()
