"""A clause -> what it is: do, avoid, expect, risk, seek help or information, and by which rule."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.rules import Rule

Kind = Literal["do", "avoid", "expect", "risk", "seek-help", "info"]


class Verdict(NamedTuple):
    """What a clause is, the rule that says so, and how sure it is."""

    kind: Kind
    rule: str
    sure: float
    permission: bool = False


TREATMENTS = frozenset({"injectables", "laser", "peel", "facial-treatments", "tattooing"})
VAGUE = frozenset({"concerns", "damage", "adverse-reaction", "product-migration"})
_STATEMENT = re.compile(
    r"^\W*(?:it|they|this|these|that|the|your|our|most|some|many|any|all|skin|redness|results?|there|a|an)\b"
)
_STEM_DO = frozenset(
    [
        "be",
        "have",
        "expect",
        "see",
        "look",
        "get",
        "go",
        "do",
        "say",
        "no",
        "not",
        "nothing",
        "never",
        "don't",
        "please",
        "hands",
    ]
)
_NEITHER = re.compile(
    r"\b(?:do not|don't|never|must not|mustn't|should not|shouldn't|no)\b.{0,50}\b(?:without|miss|skip|forget|omit|neglect|leave off|stop)\b"
)
_DRY = re.compile(
    r"\b(?:stays?|staying|keep(?:ing)?|kept|remains?|be|leave|left|bone) (?:[\w'-]+ ){0,5}?(?:completely |bone |perfectly )?dry\b(?! skin)"
)
_CONFIRMED = re.compile(
    r"\W*(?:and )?i (?:have|had|am|was|confirm|consent|give|authori[sz]e|certify|declare)\b"
)
_CALM = re.compile(
    r"\b(?:do not|don't|no need to|never|not) (?:worry|panic|be (?:alarmed|surprised|concerned|worried|afraid)) (?:if|when|about)\b"
)
_CAREFUL = re.compile(r"\b(?:be|take) (?:\w+ )?(?:care|careful|gentle|mindful)\b")
_MAIN_NOT = re.compile(
    r"\b(?:you|skin|it|they|results?|treatment|this|that|these|redness|swelling|there|we|scar\w*|\w+ion)(?: \w+){0,2} (?:may|might|will|does|do|is|are|can|could|would|cannot|can't|should) ?not\b|\bwon't\b"
)
_BODY_NOT = re.compile(
    r"\bnot (?:feel|see|notice|gain|get|show|appear|last|hurt|work|suit|treat|be (?:able|visible|suitable|guaranteed|permanent|painful|seen|alarmed|worried|as|immediate|possible|happy)|have the|like|happen|occur|need|normal|expected|mean|every|all|always|usually|last|improve|go away|settle|fade|be noticeable|stop|heal)\b|\bnot (?:the )?(?:final|permanent|painful|a cause|an? |harmful|everyone|immediate|all|every|always|as)\b"
)


def judge(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Judge a clause by the first rule that holds; ``None`` is not understood."""
    for step in (
        _help,
        _listed,
        _information,
        _reassured,
        _careful,
        _or_else,
        _double_negative,
        _kept_dry,
        _banned,
        _permitted,
        _told_to,
        _harmful,
        _coming,
        _framed,
        _named_only,
        _last,
    ):
        verdict = step(facts, frame)
        if verdict is not None:
            return verdict
    return None


def _first(table: tuple[Rule, ...], text: str) -> Rule | None:
    return next((rule for rule in table if rule.pattern.search(text)), None)


def _help(facts: Facts, frame: Kind | None) -> Verdict | None:
    low = facts.low
    if rules.DISCLOSE.search(low):
        return Verdict("do", "disclose", 0.85)
    rule = _first(rules.HELP, low)
    if rule is None:
        return (
            Verdict("seek-help", "listed-as-sign", 0.8)
            if frame == "seek-help" and facts.has("~!")
            else None
        )
    if re.search(
        r"\b(?:advised|told|given|supplied|recommended|prescribed|instructed|agreed|unless|approved|cleared) (?:\w+ ){0,2}(?:by|otherwise|with|from)\b",
        low,
    ) and not re.search(r"\bif\b", low):
        return None
    if facts.verb in {"use", "apply", "wear", "wash", "avoid", "take", "keep"} and not re.search(
        r"\b(?:contact|call|ring|phone)\b", facts.main
    ):
        return None
    if re.search(
        r"\b(?:will|would|may|can|to) (?:see|visit|come|tell|show|ask|give)\b", low
    ) and not re.search(r"\bif\b|\bconcern|\bworr", low):
        return None
    return Verdict("seek-help", rule.name, rule.sure)


def _information(facts: Facts, frame: Kind | None) -> Verdict | None:
    if rules.OUGHT_NOT_TREAT.search(facts.low):
        return Verdict(
            "avoid"
            if re.search(r"\bwait|postpon|resched|rearrange|delay|go ahead", facts.low)
            else "info",
            "cannot-treat",
            0.7,
        )
    if any(told.role == "interval" for told in facts.told) and rules.SESSIONS.search(facts.low):
        return Verdict("info", "sessions", 0.85)
    if re.search(
        r"\b\d+ ?(?:-|–|to|or)? ?\d* (?:sessions|treatments)\b|\bcourse of\b|\b(?:top[- ]?ups?|touch[- ]?ups?|maintenance|reviews?|boosters?)\b.*\b(?:need|recommend|every|after|advis|book|at)|\b(?:sessions|treatments) (?:are|is|may be|will be) (?:needed|required|recommended|advised)",
        facts.low,
    ):
        return Verdict("info", "sessions", 0.8)
    if (
        frame == "info"
        and not facts.verb
        and not re.search(r"\b(?:may|will|can|should|must|might)\b", facts.low)
    ):
        return Verdict("info", "listed-as-fact", 0.7)
    if facts.verb in {"read", "follow"} and rules.INFO.search(facts.low):
        return Verdict("info", "about-the-advice", 0.8)
    if re.search(
        r"\b(?:consent|agree) to (?:the |be |have |being |this |my |undergo)|\bquestions? (?:have been |were )?answered|\b(?:read and )?understood (?:the|this|all)|\bread (?:this|these|the|and|all)\b|\bfollow (?:\w+ ){0,3}(?:advice|instructions?|guidance|guidelines|aftercare)\b",
        facts.low,
    ) and not (rules.HARM.search(facts.low) or facts.has("!")):
        return Verdict("info", "consent", 0.8)
    if re.search(
        r"\b(?:come back|come in|return|see (?:us|you|me) again|see you|book(?:ed)?)\b.*\b(?:in|after|at|for|every)\b.*\b(?:weeks?|months?|days)\b",
        facts.low,
    ) and not facts.has("~!"):
        return Verdict("info", "sessions", 0.8)
    return None


def _careful(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Take care not to bite your lip` is care to take; `not to rub` is a ban."""
    if re.search(r"\b(?:take care|be careful|careful) not to\b", facts.low) and not facts.has("-"):
        return Verdict("do", "careful-not-to", 0.7)
    return None


_FINITE = re.compile(
    r"\b(?:is|are|was|may|can|will|could|might|should|must|has|have|do|does|cause\w*|lead\w*|make\w*)\b"
)


def _listed(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Bare words under `avoid` or `seek help if` are what the heading says."""
    if facts.joined == "reason" or facts.verb or _FINITE.search(facts.low):
        return None
    if frame == "avoid" and facts.has("-"):
        return Verdict("avoid", "listed-to-avoid", 0.85)
    if frame == "seek-help" and not facts.has("-+"):
        return Verdict("seek-help", "listed-as-sign", 0.8)
    return None


def _double_negative(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Never go out without sunscreen` and `do not skip your SPF` are care to take."""
    if (
        facts.has("+")
        and _NEITHER.search(facts.low)
        and not {n.name for n in facts.core if n.kind == "-"} - {"sun", "heat"}
    ):
        return Verdict("do", "double-negative", 0.8)
    return None


def _reassured(facts: Facts, frame: Kind | None) -> Verdict | None:
    if re.match(
        r"^\W*(?:this|that|which|it|all this|all of this|both|these|they) (?:is|are) (?:\w+ )?(?:normal|to be expected|temporary|expected|natural|usual)\W*$",
        facts.low,
    ):
        return Verdict("info", "reassurance", 0.7)
    if _CONFIRMED.match(facts.low) and not facts.has("~-+"):
        return Verdict("info", "consent", 0.7)
    if _CALM.search(facts.low) and not facts.has("+-"):
        return Verdict("expect", "no-alarm", 0.8)
    if re.search(r"\bover (?:the age of )?18\b|\b18 (?:years |or )", facts.low):
        return Verdict("info", "age", 0.7)
    if "photographs" in facts.activities:
        return Verdict("info", "photographs", 0.7)
    return None


def _or_else(facts: Facts, frame: Kind | None) -> Verdict | None:
    rule = rules.RISK[1]
    if rule.pattern.search(facts.low) and (facts.has("~!") or rules.HARM.search(facts.low)):
        return Verdict("risk", rule.name, rule.sure)
    return None


def _banned(facts: Facts, frame: Kind | None) -> Verdict | None:
    if facts.joined == "reason":
        return None
    masked = facts.masked
    rule = _first(rules.BAN, masked)
    if rule is None:
        return _not_before(facts)
    if _never_mind(facts, rule):
        return None
    if {n.name for n in facts.found} and {n.name for n in facts.found} <= {
        "pregnancy",
        "contraindication",
    }:
        return Verdict("info", "not-for", 0.7)
    return Verdict("avoid", rule.name, rule.sure)


def _never_mind(facts: Facts, rule: Rule) -> bool:
    """Tell a ban's words from the same words in another sense."""
    masked, match = facts.masked, rule.pattern.search(facts.masked)
    assert match is not None  # noqa: S101 - the caller found it with the same pattern
    if rule.name in {"do-not", "not-to", "must-not", "may-not", "not-allowed"}:
        if _BODY_NOT.search(masked) and not re.search(
            r"\b(?:do not|don't|never|must not|should not)\b", masked
        ):
            return True
        return (
            bool(_MAIN_NOT.search(masked))
            and not facts.has("-")
            and not re.search(r"\b(?:must|should|do|don't)\b", masked)
        )
    if (
        facts.verb
        in {
            "use",
            "apply",
            "choose",
            "wash",
            "clean",
            "cleanse",
            "moisturise",
            "moisturize",
            "pat",
            "take",
            "wear",
        }
        and match.start() > facts.verb_at + 5
    ):
        return rule.name in {"no-thing", "limit", "undone", "rest-from", "nothing"} or (
            rule.name == "ban-word" and bool(re.search(r"free|without", match.group()))
        )
    if (
        rule.name in {"nothing", "no-thing"}
        and match.start() > 10
        and masked[: match.end()].rstrip().rfind(",") > 5
    ):
        positive = masked[: match.start()]
        return not any(each.pattern.search(positive) for each in rules.BAN) and bool(
            facts.has("+") or re.search(r"\b(?:will do|is fine|is enough|use|choose)\b", positive)
        )
    if rule.name == "limit":
        return (facts.has("~!") and not facts.has("-")) or bool(
            re.search(
                r"\b(?:will|can|may|helps?|to|helping) (?:\w+ )?(?:reduce|limit|minimi[sz]e)",
                masked,
            )
        )
    if rule.name == "stop":
        return not facts.verb and not re.search(
            r"\b(?:must|should|need|have to|please|asked|advised|recommend)\b", masked
        )
    if rule.name == "wait":
        return bool(
            re.search(
                r"\bwait (?:up to|as long)|\b(?:may|might) (?:have to )?wait\b|\ballow\b", masked
            )
        ) and not facts.has("-")
    if rule.name == "no-thing":
        return facts.has("~!") and not facts.has("-+0")
    return False


def _not_before(facts: Facts) -> Verdict | None:
    """`Peels: next month at the earliest`, `make-up only after 24 hours` forbid until then."""
    if (
        rules.NOT_BEFORE.search(facts.low)
        and facts.has("-")
        and not facts.low.strip().startswith("once")
    ):
        return Verdict("avoid", "not-before", 0.8)
    return None


def _permitted(facts: Facts, frame: Kind | None) -> Verdict | None:
    if facts.joined == "reason":
        return None
    rule = _first(rules.PERMIT, facts.low)
    if re.match(r"^\W*(?:most|many|some|plenty|people|clients|patients|the majority)\b", facts.low):
        return None
    if rule is None or (facts.has("~!") and not facts.has("-+0") and rule.name != "you-may"):
        return None
    if rule.name == "no-need" or not re.search(r"\b(?:must|need to|should)\b", facts.main):
        return Verdict("do", rule.name, rule.sure, permission=True)
    return None


def _kept_dry(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Keep it dry` is worded as care, and forbids water."""
    if _DRY.search(facts.low) and not facts.has("~!"):
        return Verdict("avoid", "keep-dry", 0.8)
    return None


def _told_to(facts: Facts, frame: Kind | None) -> Verdict | None:
    if facts.joined == "reason":
        return None
    if facts.verb == "expect":
        return Verdict("expect", "expect", 0.9)
    if facts.verb and _is_order(facts):
        return _ordered(facts, frame)
    if facts.has("~!") and not facts.has("+-0"):
        return None
    return _advised(facts, frame)


def _is_order(facts: Facts) -> bool:
    if re.match(r"(?:please )?(?:do (?:this|it|so|these)|look (?:at|out|for|after))\b", facts.main):
        return True
    return facts.verb not in _STEM_DO or facts.has("+0-") or bool(_CAREFUL.search(facts.low))


def _ordered(facts: Facts, frame: Kind | None) -> Verdict | None:
    if facts.verb == "leave" and facts.has("-") and not facts.has("+"):
        return Verdict("avoid", "leave", 0.8)
    if frame == "avoid" and not facts.has("+"):
        return Verdict("avoid", "listed-to-avoid", 0.85)
    if frame in {"risk", "expect"} and not facts.has("+0-"):
        return None
    return Verdict("do", "imperative", 0.85)


def _advised(facts: Facts, frame: Kind | None) -> Verdict | None:
    if frame == "do" and facts.has("+0") and not re.search(r"\b(?:will|may|might)\b", facts.low):
        return Verdict("do", "listed-to-do", 0.8)
    rule = _first(rules.DO, facts.low)
    if rule is None or (frame == "avoid" and not facts.has("+")):
        return None
    if not facts.has("+-0") and _first(rules.COURSE[1:2], facts.low):
        return None
    if rules.RESULT.search(facts.low) and not facts.has("+-"):
        return None
    return Verdict("do", rule.name, rule.sure)


def _harmful(facts: Facts, frame: Kind | None) -> Verdict | None:
    low = facts.low
    if frame == "risk" and (facts.has("~!") or facts.has("-+0")):
        return Verdict("risk", "listed-as-risk", 0.85)
    if facts.joined == "reason":
        harmful = rules.HARM.search(low) or facts.has("!~")
        if harmful and not (rules.WISHED.search(low) and not facts.has("!")):
            return Verdict("risk", "reason", 0.8)
        return None
    rule = _first(rules.RISK, low)
    if rule is not None and (facts.has("~!") or rules.HARM.search(low)):
        return Verdict("risk", rule.name, rule.sure)
    if (
        facts.has("-")
        and rules.HARM.search(low)
        and not facts.verb
        and not rules.WISHED.search(low)
        and (facts.has("~!") or re.search(r"\b(?:can|may|will|could|might|\w+s)\b", low))
    ):
        return Verdict("risk", "harm-of-an-act", 0.75)
    if (
        facts.has("!")
        and not _first(rules.COURSE[:1], low)
        and frame != "expect"
        and {n.name for n in facts.found if n.kind == "!"} - VAGUE
    ):
        return Verdict("risk", "harm-named", 0.7)
    return None


def _coming(facts: Facts, frame: Kind | None) -> Verdict | None:
    low = facts.low
    if facts.joined == "reason":
        return None
    body, results = facts.has("~!"), "results" in facts.activities or "healing" in facts.activities
    timed = any(told.role in {"end", "start"} for told in facts.told)
    rule = _first(rules.COURSE, low)
    if frame == "expect" and {n.name for n in facts.found if n.kind == "!"} - VAGUE:
        return Verdict("risk", "harm-listed", 0.7)
    if rule is not None and (body or (rule.name == "you-will-feel" and not facts.verb)):
        return Verdict("expect", rule.name, rule.sure)
    if (
        timed
        and re.search(r"\b(?:lasts?|takes? effect|wears? off|works? for)\b", low)
        and not facts.verb
    ):
        return Verdict("expect", "results-in-time", 0.75)
    if results and (timed or (rules.HEALING.search(low) and rule)):
        return Verdict("expect", "results-in-time", 0.8)
    if body and (timed or frame in {"expect", None}) and not facts.has("-+"):
        return Verdict("expect", "sign-named", 0.7)
    deeds = [n for n in facts.core if n.kind in "-+" and n.name not in TREATMENTS]
    if timed and rule is not None and not facts.verb and not deeds:
        return Verdict("expect", "course-in-time", 0.7)
    if rule is not None and rule.name == "normal-course" and not facts.verb and not deeds:
        return Verdict("expect", rule.name, 0.6)
    return Verdict("info", "results", 0.6) if results and rule is not None else None


def _framed(facts: Facts, frame: Kind | None) -> Verdict | None:
    if frame is None or facts.joined == "reason":
        return None
    if frame == "avoid" and facts.has("+") and not facts.has("-0~!"):
        return Verdict("avoid", "listed-to-avoid", 0.5)
    if frame in {"expect", "risk"} and (
        not facts.has("~!0") or (facts.has("-+") and not facts.has("~!"))
    ):
        return None
    return Verdict(
        frame,
        f"listed-to-{frame}" if frame in {"do", "avoid", "expect"} else f"listed-as-{frame}",
        0.75,
    )


def _named_only(facts: Facts, frame: Kind | None) -> Verdict | None:
    """A rule without a verb: `gym: 48 hours` is kept from, `SPF 50 daily` is done."""
    if facts.joined == "reason" or re.search(
        r"\b(?:is|are|was|were|will|may|can|has|have)\b", facts.low
    ):
        return None
    timed = any(told.role in {"end", "start"} for told in facts.told)
    care = facts.has("+0") and re.search(r"\b(?:only|just)\b", facts.low)
    if care and facts.has("0"):
        return Verdict("do", "only-care-named", 0.6)
    if facts.has("-") and not facts.has("+") and timed:
        return Verdict("avoid", "named-with-a-length", 0.6)
    if facts.has("+") and not facts.has("-~!"):
        return Verdict("do", "care-named", 0.6)
    return None


def _last(facts: Facts, frame: Kind | None) -> Verdict | None:
    if rules.INFO.search(facts.low) or facts.consent:
        return Verdict("info", "information", 0.5)
    return None
