"""A clause -> advice: what is allowed, and what is to be done."""

from __future__ import annotations

import re

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.bans import LEFT_ON
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.numbers import COUNTED
from aftercare.core.leaflet.rules import Rule
from aftercare.core.leaflet.verdicts import Kind, Verdict, first_rule

_NORMAL = next(rule for rule in rules.COURSE if rule.name == "normal-course")
_TO_GO = re.compile(
    r"\bfor (?:this|it|that|them|these) to\b|\ballow for (?:about )?\d|\bto (?:settle|heal|go down|fade|pass|see)\b"
)
_STEM_DO = frozenset(["be", "have", "expect", "see", "look", "get", "go", "do", "say", "please"])
_SEEN = re.compile(r"\byou (?:should|will|may|might|can)(?: \w+)? (?:see|look|notice|find|feel)\b")
_HAVING = re.compile(
    r"\b(?:may|can|could|might) (?:\w+ )?(?:have|get|feel|notice|suffer|develop|experience)\b"
)
_IF_YOU_CAN = re.compile(
    r"\b(?:if|before|until|as much as|when) you (?:can|could|may)\b(?!')[^,.;]*"
    r"|\b(?:which|what|how) (?:[\w-]+ ){0,2}you (?:can|could|may)\b(?!')[^,.;]*"
    r"|\b(?:whether|how soon|when) (?!you\b)(?:[\w-]+ ){1,2}(?:can|may|could)\b(?!')[^,.;]*"
)
_POSSIBLE = re.compile(r"\b(?:is|are) (?:\w+ )?possible\b")
_CARING = frozenset(
    ["use", "apply", "wash", "rinse", "wear", "keep", "drink", "sleep", "let", "leave"]
)
_CAREFUL = re.compile(r"\b(?:be|take) (?:\w+ )?(?:care|careful|gentle|mindful)\b")


_YOU_MAY = re.compile(r"\b(?:you|clients|patients|one|we|i)\b[^.;]{0,30}\b(?:can|may|could)\b")
_SKIN_IS = re.compile(
    r"\byou (?:can|may|will|should) (?:\w+ )?be back to normal\b(?! (?:activit|life|work|routine|dut|exerc))"
    r"|\b(?:skin|face|area|lips?|brows?|redness|swelling)(?: \w+){0,2} (?:will|should|is|are|may|might)"
    r"(?: \w+){0,3} back to normal\b"
)

_OR_NOT = re.compile(
    r"\b(?:may|might|can) or (?:may|might|can) ?not\b"
)  # `you may or may not peel`


def permitted(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is allowed, at once, later or on a condition."""
    if facts.joined == "reason" or _OF_MOST.match(facts.low) or _WEEKDAY.search(facts.low):
        return None
    said = _IF_YOU_CAN.sub(lambda m: " " * len(m.group()), _OR_NOT.sub("", facts.low))
    rule = None if _NOT_YET.search(said) else first_rule(rules.PERMIT, said)
    if rule is None or _of_the_body(facts, rule, said) or _tells(facts, rule, said, frame):
        return None
    at = rule.pattern.search(said)
    if at and (_in_brackets(facts, at.start()) or _WE_SELL.match(facts.low)):
        return None
    if at and rule.name != "no-need" and _REFUSED.search(said[: at.start()]):
        return None
    if rule.name == "no-need" or not re.search(
        r"\b(?:must|need to|should(?! (?:\w+ )?be (?:able|fine|ok|okay|safe|good) to))\b",
        facts.main,
    ):
        return Verdict("do", rule.name, rule.sure, permission=True)
    return None


def _in_brackets(facts: Facts, at: int) -> bool:
    """`No aspirin, garlic supplements (garlic you eat is OK)` permits no aspirin."""
    opened = facts.low.rfind("(", 0, at)
    closed = facts.low.find(")", at)
    inside = opened > facts.low.rfind(")", 0, at) and closed > 0
    return inside and any(n.kind == "-" and n.start < opened for n in facts.core)


_WE_SELL = re.compile(r"\W*we (?:carry|sell|stock|have|offer|use)\b")
_OURS = re.compile(
    r"\b(?:we|(?:your|the|our) (?:practitioner|provider|physician|doctor|clinician|nurse|therapist"
    r"|specialist|artist|injector|pillow)) (?:may|can|could)\b(?![^.;]*\byou (?:may|can)\b)"
)
_NOT_YET = re.compile(
    r",? (?:but )?not (?:today|tonight|yet|this week)\b"
    r"|\b(?:prefer|rather|otherwise|but)\b[^.;]{0,20}\bwait(?:ed)? (?:an?|\d|one|two|three|four|five|six|seven)\b"
)
_REFUSED = re.compile(r"\b(?:cannot|can't|can not|may not|must not|mustn't)\b[^,.;]{0,30}$")
_WEEKDAY = re.compile(  # `from Thursday`: on which day of the course that is, nobody can say
    r"\b(?:from|on|after|once|by|until|till|comes?) (?:the )?(?:next |following )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:mornings?|afternoons?|evenings?) (?:later\b|after(?=[.,;!]|$))"
)
_OF_MOST = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:most|many|some|plenty|people|clients|patients|the majority)\b"
)


def _tells(facts: Facts, rule: Rule, said: str, frame: Kind | None) -> bool:
    """Tell what is said of the body or of us from what the patient may do."""
    if rule.name == "resume":
        as_usual = frame == "expect" and re.search(r"\bas (?:normal|usual)\b", said)
        course = as_usual or "results" in facts.activities
        return bool((course or not facts.found) and not facts.has("-+"))
    if rule.name == "you-may":
        ours = _OURS.search(said)
        theirs = not facts.has("-+0") and not _YOU_MAY.search(said)
        return bool(ours or theirs or (facts.has("~!") and _HAVING.search(facts.low)))
    if facts.has("~!") and not facts.has("-+0"):
        return True
    return rule.name == "allowed" and facts.has("~!") and _POSSIBLE.search(facts.low) is not None


def _of_the_body(facts: Facts, rule: Rule, said: str) -> bool:
    """`Redness may come back after a hot shower`: what may is no deed."""
    if _SKIN_IS.search(said) or _next_is_body(facts, rule, said):
        return True
    match = rule.pattern.search(said)
    before = [n for n in facts.core if match and n.start < match.start()]
    if not match or not before or re.search(r"\byou\b", said[before[-1].end : match.end()]):
        return False
    return all(n.kind in "~!" for n in before)


def _next_is_body(facts: Facts, rule: Rule, said: str) -> bool:
    """`You may slough a little`, `your skin may also go red`: the body does it by itself."""
    match = rule.pattern.search(said)
    if match is None:
        return False
    inside = [n for n in facts.core if match.start() < n.start < match.end()]
    if rule.name == "can-be-done" and inside and all(n.kind in "~!" for n in inside):
        return True
    after = [n for n in facts.core if rule.name == "you-may" and n.start >= match.end() - 1]
    near = bool(after) and after[0].start - match.end() < 16
    return near and after[0].kind in "~!" and not _TAKING.search(said)


_TAKING = re.compile(
    r"\b(?:go (?:back )?on|take|use|apply|put|wear|have|treat|cover|cool|help|ease)\b"
)
_UNTIL = re.compile(r"\b(?:until|till|while|once)\b.*")
_LEFT_TO_GO = re.compile(
    r"\b(?:left|stay|remain) (?:whole|intact|in place)\b|\b(?:left|allowed) to (?:flake|fall|come|peel|heal|drop|dry|shed)\b"
)
_HARMS = re.compile(r"\b(?:can|may|might|could|will)\b")
_LABELLED = re.compile(r"\W*(?P<label>[^:]{2,60}):\s+(?P<rest>[^:]+)$")
_FINITE = re.compile(r"\b(?:is|are|was|may|will|could|might|has|have|can|no|not|until|for)\b")


def _for_that(facts: Facts) -> bool:
    """`Soreness: paracetamol, only as needed`: what helps with what is named before."""
    match = _LABELLED.match(facts.low)
    if match is None or _FINITE.search(match["rest"]):
        return False
    rest = [n for n in facts.found if n.start >= match.start("rest")]
    cared = "+0" if match["label"].strip() in {"do", "dos", "do's", "to do"} else "+"
    return any(n.kind in cared for n in rest) and not any(n.kind == "-" for n in rest)


def told_to(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is to be done: an order, or advice in other words."""
    if facts.joined == "reason":
        return None
    if _for_that(facts) and frame not in {"avoid", "seek-help"}:
        return Verdict("do", "care-labelled", 0.65)
    if facts.verb == "expect":
        return Verdict("expect", "expect", 0.9)
    if facts.verb in {"allow", "give", "wait"} and _TO_GO.search(facts.low):
        return Verdict("expect", "time-to-go", 0.7)
    if _LEFT_TO_GO.search(facts.low):
        return Verdict("do", "left-to-go", 0.7)
    if facts.has("-") and frame != "do" and facts.low.strip(" .!:").isalpha():
        return None  # `Exercise.` before what is said of it is its title
    if facts.verb and _is_order(facts):
        return _ordered(facts, frame)
    if facts.has("~!") and not facts.has("+-0"):
        return None
    return _advised(facts, frame)


_GOING_ON = re.compile(r"\W*(?:go|carry|keep) (?:on )?(?:using|applying|wearing|taking|putting)\b")


def _is_order(facts: Facts) -> bool:
    if _GOING_ON.match(facts.main):
        return True
    if _SEEN.search(facts.low) and not facts.has("+-"):
        return False
    if re.match(
        r"(?:please )?(?:do (?:this|it|so|these)|look (?:at|out|for|after)"
        r"|have (?:someone|somebody|a friend))\b",
        facts.main,
    ):
        return True
    if _THING_AND_TIME.match(facts.main) or _TOO_MUCH.match(facts.main):
        return False
    return facts.verb not in _STEM_DO or facts.has("+0-") or bool(_CAREFUL.search(facts.low))


_TOO_MUCH = re.compile(  # `Cool it too much and the effect is lost`
    r"\W*[a-z]+ (?:[\w'-]+ ){0,5}?too (?:much|many|hard|soon|early|often|long|hot|tightly|late)"
    r"(?: [\w-]+){0,2},? and\b"
)
_THING_AND_TIME = re.compile(  # `Exercise – one month`
    rf"\W*(?:exercise|swim|work|shower|drink|sleep)s?\s*[-–—:=,]?\s*(?:\d|(?:an?|{COUNTED}) (?:full )?"
    r"(?:hours?|days?|weeks?|months?|fortnight)\b)"
)


def _ordered(facts: Facts, frame: Kind | None) -> Verdict | None:
    ends = any(told.role == "end" for told in facts.told)
    if facts.verb == "give" and facts.has("-") and ends:
        return Verdict("avoid", "give-it-time", 0.75)
    left = facts.verb == "leave" and not LEFT_ON.search(facts.masked)
    if left and facts.has("-") and not facts.has("+"):
        return Verdict("avoid", "leave", 0.8)
    kindly = re.match(r"\W*(?:please|if|when|should)\b", facts.low) and not facts.has("-")
    tender = re.search(r"\b(?:gently|softly|every \d|as needed)\b", facts.low)
    if frame == "avoid" and not facts.has("+") and not kindly and not tender:
        return Verdict("avoid", "listed-to-avoid", 0.85)
    if frame in {"risk", "expect"} and not facts.has("+0-") and facts.verb not in _CARING:
        return None
    return Verdict("do", "imperative", 0.85)


ONE = re.compile(r"\W*(?:an? [\w-]+ )?one\b")  # `One without perfume is recommended`


_COMES = re.compile(
    r"\b(?:will|may|might|can take|takes|(?:is|are) (?:\w+ )?(?:normal|common|expected|usual))\b"
)


def _advised(facts: Facts, frame: Kind | None) -> Verdict | None:
    harm = _HARMS.search(facts.low) and rules.HARM.search(facts.low)
    if harm and not {n.name for n in facts.core if n.kind == "+"} - {"elevation"}:
        return None
    if frame == "do" and facts.has("+0") and not _COMES.search(facts.low):
        return Verdict("do", "listed-to-do", 0.8)
    rule = first_rule(rules.DO, facts.low)
    if rule is None or (frame == "avoid" and not facts.has("+")):
        return None
    if not facts.has("+-0") and first_rule((_NORMAL,), facts.low):
        return None
    named = {n.name for n in facts.core if n.kind in "+-0"} - {"healing"}
    named |= {"one"} if ONE.match(facts.low) else set()
    if rule.name in {"must", "is-a-must"} and not named:
        return None
    if rules.RESULT.search(_UNTIL.sub("", facts.low)) and not facts.has("+-"):
        return None
    return Verdict("do", rule.name, rule.sure)
