"""How firmly a clause speaks: `must`, `should` or `may`."""

from __future__ import annotations

import re
from typing import Literal

Strength = Literal["must", "should", "may"]

_MUST = re.compile(
    r"\b(?:must|need(?:s|ed)?(?: to)?|ha(?:s|ve) to|never|essential|important|crucial"
    r"|critical|vital"
    r"|imperative|always|required|necessary|mandatory|compulsory|strictly|forbidden"
    r"|prohibited|banned"
    r"|do not|don't|make sure|ensure|not (?:optional|negotiable|up for (?:debate|discussion)))\b"
)
_SHOULD = re.compile(
    r"\b(?:should|shouldn't|recommend(?:s|ed)?|advis(?:e|es|ed|able)|suggest(?:s|ed)?|best"
    r"|ideally|try"
    r"|if (?:you can|possible|at all possible)|prefer(?:ably|able|red)?|ought|wise|better|good idea"
    r"|where possible|we(?:'d| would) (?:like|rather|ask)|aim|sensible|helps?|would"
    r"|encourage[ds]?)\b"
)
_MAY = re.compile(
    r"\b(?:may|can|could|fine|ok|okay|allowed|permitted|feel free|free to|welcome|might|all right"
    r"|alright|optional|no problem|no harm|need not|safe to|happy for|go ahead|no need|able to)\b"
)
_COURSE_MAY = re.compile(
    r"\b(?:may|might|can|could|possible|possibly|perhaps|rare(?:ly)?|risk|sometimes"
    r"|occasional(?:ly)?"
    r"|some (?:people|clients|patients)|potential|chance|uncommon|now and then|unlikely|at times"
    r"|not everyone|in some cases|a few (?:people|clients|patients))\b"
)
_COURSE_SHOULD = re.compile(
    r"\b(?:usual(?:ly)?|normal(?:ly)?|common(?:ly)?|most(?:ly)?|as a rule|should|generally"
    r"|typical(?:ly)?"
    r"|tends?|often|likely|expect(?:ed)?|probabl[ey]|in general|on the whole|average)\b"
)
_MODAL = re.compile(
    r"\b(?:must|should|may|can|could|might|need(?:s)? to|ha(?:s|ve) to|recommend\w*"
    r"|advis\w+|ideally|try)\b"
)


def strength_of(text: str, kind: str) -> Strength:
    """Judge a lower-case clause; a bare imperative or a bare statement is `must`."""
    if kind in {"avoid", "do", "seek-help"}:
        return _of_advice(text, kind)
    if kind == "risk":
        return "must" if re.search(r"\bwill\b", text) else "may"
    if _COURSE_MAY.search(text):
        return (
            "should"
            if re.search(r"\b(?:most|usually|normally|common)\b", text)
            and not re.search(r"\b(?:may|might|can|could)\b", text)
            else "may"
        )
    return "should" if _COURSE_SHOULD.search(text) else "must"


def _of_advice(text: str, kind: str) -> Strength:
    text = re.sub(
        r"^\W*should\b[^,]*,|\bshould (?=(?:\w+ )?be (?:able|fine|ok|okay|safe|good) to\b)",
        "",
        text,
    )
    main = re.sub(r"\b(?:if|when|as|because|since|so|that|which|unless)\b.*", "", text) or text
    main = main if len(main) > 12 else text
    if _MUST.search(main):
        return "must"
    if _SHOULD.search(main):
        return "should"
    may = kind == "do" and _MAY.search(main)
    return "may" if may else "must"


def is_course(text: str) -> bool:
    """Tell whether a heading says how usual what it lists is."""
    return bool(_COURSE_MAY.search(text) or _COURSE_SHOULD.search(text))


def has_modal(text: str) -> bool:
    """Tell whether a clause has a modal of its own; a fragment without takes its lead-in's."""
    return bool(_MODAL.search(text))
