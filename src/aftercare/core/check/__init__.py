"""What can be found by reading a protocol, before any patient does.

Every check is a function ``(loaded, vocabulary) -> problems``; all of them run, and all that
they find is shown at once, in the order of the file.
"""

from __future__ import annotations

from aftercare.core.check import coverage, gaps, names, overlaps, triage, words
from aftercare.core.problems import Problem, in_order
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.vocabulary import Vocabulary

CHECKS = (names, overlaps, gaps, words, coverage, triage)


def check(loaded: Loaded, vocabulary: Vocabulary) -> list[Problem]:
    """Run every check; an empty list means that nothing was found."""
    found = [problem for each in CHECKS for problem in each.check(loaded, vocabulary)]
    return in_order(found)
