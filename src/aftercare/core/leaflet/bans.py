"""A clause -> a ban: by which words something is forbidden, and when they mean something else."""

from __future__ import annotations

import re

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.facts import Facts, unled
from aftercare.core.leaflet.rules import Rule
from aftercare.core.leaflet.verdicts import Kind, Verdict, first_rule

_NEITHER = re.compile(
    r"\b(?:do not|don't|never|must not|mustn't|should not|shouldn't"
    r"|no)\b.{0,50}\b(?:without|miss|skip|forget|omit|neglect|leave off|stop)\b"
)
_DRY = re.compile(
    r"\b(?:stays?|staying|keep(?:ing)?|kept|remains?"
    r"|(?<!may )(?<!might )(?<!can )(?<!will )(?<!could )be|leave|left"
    r"|bone) (?:[\w'-]+ ){0,5}?(?:completely |bone |perfectly )?dry\b(?! skin)"
    r"|(?:not|n't|never) (?:get|become|be) wet\b"
)
_MAIN_NOT = re.compile(
    r"\b(?:you|skin|it|they|results?|treatment|this|that|these|redness|swelling|there|we"
    r"|scar\w*|\w+ion)(?: \w+){0,2} (?:may|might|will|does|do|is|are|can|could|would"
    r"|cannot|can't|should) ?not\b|\bwon't\b|\bthe (?:\w+ ){1,2}(?:is|are) not\b"
)
_BODY_NOT = re.compile(
    r"\bnot (?:feel|see|notice|gain|get|show|appear|last|hurt|work|suit|treat"
    r"|be (?:able|visible|suitable|guaranteed|permanent|painful|seen|alarmed|worried|as"
    r"|immediate|possible|happy)|have the|be (?:at all )?(?:comfortable|pleasant|nice|pretty)|like|happen|occur|need|normal|expected|mean"
    r"|every|all|always|usually|last|improve|go away|settle|fade|be noticeable|stop"
    r"|heal)\b|\bnot (?:the )?(?:final|permanent|painful|a cause"
    r"|an? (?!good|great|clever|wise|option|time)|harmful|everyone|immediate|all|every"
    r"|always|as)\b"
)
_PURPOSE = re.compile(
    r"\bso (?:that )?(?:it|they|you|(?:your|the) (?:\w+ ){0,2}\w+) (?:never|does not|do not|doesn't|don't"
    r"|will not|won't|is not|isn't|are not|aren't)\b"
)
LEFT_ON = re.compile(
    r"\bleave (?:[\w'-]+ ){1,8}(?:in place|(?<!off )on\b(?! (?:the|a) (?:shelf|side|rack|hook))|in situ|covered"
    r"|to (?:dry|heal|fall|flake|work)|overnight)"
)
_LEAVING = re.compile(
    r"\b(?:they|which|that|(?<!it )(?!hours|days|weeks|nights|months)\w{3,}[^s\W]s|roll|it|this) "
    r"(?:can |may |could |will )?$"
)
_KEPT_OUT = re.compile(
    r"(?:(?<!recommended )(?<!advised )(?<!important )(?<!best )(?<!need )(?<!have )(?<!ought )\bto (?:help )?keep|\bfor keeping) (?:\w+ ){1,3}off\b|\bkeep(?:s|ing)? (?:bacteria|germs|infection|dirt|sweat)\b"
)
_YOU_CAN_LEAVE = re.compile(r"\byou (?:can|may) (?:then |now |also )?leave\b[^.;]*\boff\b")
_PATTED = re.compile(
    r"\b(?:pat|patted|dab|dabbed|blot|blotted|air|blow|towel)[- ](?:(?:it|them|the|your|skin|wound|area) ){0,3}dr(?:y|ied)\b"
)
_THEIRS = re.compile(
    r"\b(?:we|us|our|you were|provider|provided|recommended|supplied|prescribed|approved"
    r"|your (?:\w+ )?(?:practitioner|therapist|clinician|specialist|artist|doctor|nurse))\b"
)
_NEVER = re.compile(r"\b(?:never|not|\w+n't|no)\b")
_NEGATIONS = frozenset({"do-not", "not-to", "must-not", "may-not", "not-allowed"})
_USING = frozenset(
    [
        "use",
        "apply",
        "choose",
        "wash",
        "clean",
        "cleanse",
        "moisturise",
        "moisturize",
        "pat",
        "rinse",
        "drink",
        "eat",
        "take",
        "wear",
    ]
)
_ABOUT_A_PRODUCT = frozenset({"no-thing", "limit", "undone", "rest-from", "nothing"})


def double_negative(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Never go out without sunscreen` and `do not skip your SPF` are care to take."""
    if _FORGET.match(facts.low):
        return Verdict("do", "double-negative", 0.8)
    if _NEVER_WITHOUT.search(facts.low) and not facts.has("-"):
        return Verdict("do", "double-negative", 0.7)
    if (
        facts.has("+0")
        and _NEITHER.search(facts.low)
        and not {n.name for n in facts.core if n.kind == "-"} - {"sun", "heat"}
    ):
        return Verdict("do", "double-negative", 0.8)
    return None


def kept_dry(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Keep it dry` is worded as care, and forbids water."""
    if re.match(r"\W*(?:as|because|since|which) (?:they|it|this|these|can|may) ", facts.low):
        return None
    if _PURPOSE.search(facts.low) or _PATTED.search(facts.low):
        return None
    clean = re.search(r"\b(?:(?:clean|covered) and dry|dry and (?:clean|covered))\b", facts.low)
    if _DRY.search(re.sub(r"\([^()]*\)", "", facts.low)) and not facts.has("~!") and not clean:
        return Verdict("avoid", "keep-dry", 0.8)
    return None


def careful(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Take care not to bite your lip` is care to take; `not to rub` is a ban."""
    if re.search(r"\b(?:take care|be careful|careful) not to\b", facts.low) and not facts.has("-"):
        return Verdict("do", "careful-not-to", 0.7)
    return None


def banned(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is forbidden, however it is said."""
    if facts.joined == "reason":
        return None
    said = unled(facts)
    held = [rule for rule in rules.BAN if rule.pattern.search(said)]
    if not held:
        return _not_before(facts) or _no_such_thing(facts)
    rule = next((each for each in held if not _never_mind(facts, each)), None)
    if rule is None:
        return None
    if facts.found and {n.name for n in facts.found} <= {"pregnancy", "contraindication"}:
        return Verdict("info", "not-for", 0.7)
    return Verdict("avoid", rule.name, rule.sure)


def _no_such_thing(facts: Facts) -> Verdict | None:
    """`Your skin should see no acids`: a `no` right before what may be left."""
    for match in re.finditer(
        r"(?<!even if )\b(?:no|not any|free of|without any)\s+(?:[\w-]+\s+){0,2}?", facts.masked
    ):
        if any(
            n.kind == "-" and match.end() - 1 <= n.start <= match.end() + 12 for n in facts.core
        ):
            made = any(
                n.kind == "+" and 0 <= match.start() - n.end <= 1 for n in facts.core
            )  # `a cleanser free of perfume`
            using = made or facts.verb in _USING or (facts.has("+") and "has no" in facts.low)
            return None if using else Verdict("avoid", "no-such-thing", 0.8)
    return None


def _never_mind(facts: Facts, rule: Rule) -> bool:
    """Tell a ban's words from the same words in another sense."""
    match = rule.pattern.search(unled(facts))
    at, words = (match.start(), match.group()) if match else (0, "")
    if _forbids_nothing(facts, rule, words, at):
        return True
    if rule.name in _NEGATIONS:
        return _is_statement(facts)
    if facts.verb in _USING and at > facts.verb_at + 5 and not _USE_NO.match(words):
        if _BREAK.match(facts.low[facts.verb_at :]):
            return False  # `take a break from the gym`
        free = rule.name == "ban-word" and re.search(r"free|without", words)
        return rule.name in _ABOUT_A_PRODUCT or bool(free)
    if re.search(r"\b(?:use|with) nothing but\b", facts.low) and not _THEIRS.search(facts.low):
        return True  # `use nothing but cool water`
    behind = rule.name == "nothing" or (rule.name == "no-thing" and not words[:1].isalpha())
    behind = behind and bool(unled(facts)[:at].strip("\u00b7 "))  # `if it peels, no cream`
    if behind and _trails(facts.masked, at, at + len(words)):
        return _is_care(facts, facts.masked[:at])
    return _left(facts, words, at) or _in_another_sense(facts, rule.name)


def _forbids_nothing(facts: Facts, rule: Rule, words: str, at: int) -> bool:
    """Tell words that only sound like a ban: of a thing's make, of what heals, of what helps."""
    low = facts.low
    using = facts.verb in _USING or re.match(r"\W*you (?:can|may)\b", low)
    none = rule.name in {"rest-from", "no-thing"} and not facts.has("-")
    if none and _HEALS.search(low[:at]):
        return True  # `it heals within a week with no scars`
    bracketed = low.rfind("(", 0, at + 1) > low.rfind(")", 0, at + 1)
    if rule.name in {"no-thing", "nothing", "do-not", "not-to"} and bracketed and facts.has("+"):
        return True  # `a cool compress (no ice)`
    apart = _names_another(facts, at + len(words))
    if apart and _leaves_out(rule, words, low[:at]):
        return True
    outside = re.sub(r"\([^()]*\)?", "", low)
    if (
        apart
        and bracketed
        and first_rule(rules.PERMIT, outside)
        and not first_rule(rules.BAN, outside)
    ):
        return True  # `you may exercise after a day (no swimming)`: what is left out is its own
    if _ARE_OFF.match(words) and re.search(r"\b(?:until|till|once|when)\b[^,]*$", low[:at]):
        return True  # `rub it until the flakes are off`
    if rule.name == "not-to" and using and re.match(r"(?:and|but) not\b", words):
        return True  # `with fingertips and not nails`
    if words.startswith("avoid") and facts.has("+") and _SO_AS.search(low[:at]):
        return True
    if _NO_NEED.search(low[: at + len(words)]):
        return True
    senses = _AVOID_BY.match(low) or _YOU_CAN_LEAVE.search(low) or _CARE_WITH_NO.match(low)
    return bool(senses) or _there_is_none(facts) or _kept(facts, words)


def _names_another(facts: Facts, at: int) -> bool:
    """Tell whether what stands behind is not what stands before: `you may shower – not bathe` is."""
    before = {n.name for n in facts.found if n.start < at}
    behind = {n.name for n in facts.found if n.start >= at}
    return not behind or bool(behind - before)


def _leaves_out(rule: Rule, words: str, before: str) -> bool:
    """`You may swim after a day, but not dive`, `… as long as you avoid acids`: a permission stays one."""
    if rule.name == "label-none":
        before, words = _NOT_LAST.sub("", before + words), " – not"
    if not first_rule(rules.PERMIT, before) or first_rule(rules.BAN, before):
        return False
    behind = _PROVIDED.search(before) is not None and words.startswith(("avoid", "stay", "keep"))
    without = rule.name == "rest-from" and words.endswith("without")
    nots = rule.name in {"not-to", "label-none"} and _BUT_NOT.search(before + words) is not None
    return behind or without or nots or words.startswith("avoiding")


_NOT_LAST = re.compile(r"\s*[:–—-]\s*not$")
_PROVIDED = re.compile(r"\b(?:provided|(?:as|so) long as)(?: that)? you $")
_BUT_NOT = re.compile(
    r"(?:,|\bbut|\band|\s[–—-]) ?(?:but |though |just |only )?not(?: to)?(?: \w+)?$"
)
_CARE_WITH_NO = re.compile(  # `a mild soap with no perfume` names care
    r"\W*(?:an? |packaged |only )?(?:mild|gentle|plain|sterile|simple|bland|soft|clean)\b"
    r"[^,.;:]{0,40} with no\b"
)
_BREAK = re.compile(
    r"(?:take|have) (?:an? )?(?:\w+ )?(?:break|rest|holiday|pause|time out|time off|\w+ off)\b"
)
_NO_NEED = re.compile(  # `there is no need to avoid the sun`
    r"\b(?:no need|needn't|need not|(?:do not|don't|won't|will not) (?:(?:necessarily|always|usually|really|normally) )?(?:have|need)) (?:to )?"
    r"(?:avoid|give up|stop|stay (?:away|out|off)|keep (?:away|out|off)|skip|miss|wait)\b"
)
_AVOID_BY = re.compile(
    r"\W*(?:you can |to )?avoid (?:this|that|it|these|them|\w+) by (?!not\b)\w+ing\b"
)
_NEVER_WITHOUT = re.compile(
    r"\b(?:never|don't|do not) (?:go|leave|be|do) without (?:it|them|one|an?|the|your)\b"
)
_ARE_OFF = re.compile(r"(?:is|are|be) (?:off|out)\b")
_FORGET = re.compile(
    r"\W*(?:please )?(?:don't|do not|never) forget\b(?! it\b| not to\b| to (?:avoid|not|stay|keep (?:out|away|off|clear)|skip|leave|stop)\b)"
)
_HEALS = re.compile(r"\b(?:heals?|settles?|recovers?|fades?|clears?|gone)\b")
_SO_AS = re.compile(r",\s*to $")  # `sun protection is advised, to avoid unwanted effects`
_USE_NO = re.compile(r"(?:use|apply|wear|take|put|have|drink) (?:no|zero|nil)\b")


def _there_is_none(facts: Facts) -> bool:
    """`There will be no new hair` forbids nothing."""
    none = r"\bthere (?:will be|is|are|may be) (?:hardly|no|nothing)\b"
    return not facts.has("-") and re.search(none, facts.low) is not None


def _kept(facts: Facts, words: str) -> bool:
    """`Keep germs off` forbids nothing."""
    return words.startswith("keep") and _KEPT_OUT.search(facts.low) is not None


def _left(facts: Facts, words: str, at: int) -> bool:
    """`Towels leave fluff behind` and `leave it on` are no bans."""
    if re.match(r"leave\b", words):
        behind = _LEAVING.search(facts.masked[:at])
        return bool(behind or LEFT_ON.search(facts.masked))
    paused = re.match(r"(?:is|are|be) (?:out|off|on hold|paused)", words)
    return paused is not None and not facts.has("-")


_UNABLE = re.compile(r"\b(?:won't|will not) be able to\b")
THEY_CANNOT = re.compile(  # `for 2 weeks they cannot be done`
    r"\b(?:they|these|those|it|this) (?:cannot|can't|can not|must not|mustn't|may not|should not|shouldn't)"
    r" be (?:done|had|used|applied|worn|taken)\b"
)

_VITAL = re.compile(  # `it is important that you are not sunburnt`
    r"\b(?:important|vital|essential|crucial|imperative|critical|sure|ensure)(?: that)? you (?:are|do|have|get) not"
    r" (?!worried|alarmed|concerned|worry|panic)"
)


def _is_statement(facts: Facts) -> bool:
    """`You may not feel it` and `results do not last` forbid nothing."""
    if re.match(
        r"\W*(?:but |and )?(?:most|many|some) (?:of \w+ )?(?:clients|people|patients)\b", facts.low
    ):
        return True
    if re.search(r"\b(?:don't|do not) (?:clog|block|irritate|strip)\b", facts.low):
        return True
    if re.search(r"\b(?:can|may|must|should) ?not (?:go back|get back|return|resume)\b", facts.low):
        return False
    if (
        _VITAL.search(facts.low)
        or THEY_CANNOT.search(facts.low)
        or (facts.has("-") and _UNABLE.search(facts.low))
    ):
        return False
    if re.search(r"\bnot (?:getting|having|being|seeing|achieving)\b", facts.masked):
        return not facts.has("-")
    if re.search(r"\bshould(?:n't| not) (?:last|hurt|go on|be (?:painful|long))\b", facts.masked):
        return True
    if _PURPOSE.search(facts.masked) and len(_NEVER.findall(facts.masked)) == 1:
        return True
    ordered = r"\b(?:do not|don't|never|must not|should not)\b"
    listed = re.match(r"\W*(?:but )?not\b", facts.masked) and facts.has("-0")
    if listed:
        return False
    if _BODY_NOT.search(facts.masked) and not re.search(ordered, facts.masked):
        return True
    bare = not facts.has("-") and not re.search(r"\b(?:must|should|do|don't|never)\b", facts.masked)
    return bare and bool(_MAIN_NOT.search(facts.masked))


def _trails(masked: str, start: int, end: int) -> bool:
    """Tell whether a `no …` comes behind a comma, after other words."""
    led = re.match(r"\W*(?:until|till|while|during|for|in|as long as|before|when)\b", masked)
    return not led and start > 10 and masked[:end].rstrip().rfind(",") > 5


def _is_care(facts: Facts, before: str) -> bool:
    """`A plain balm, nothing perfumed` is care; what comes behind only narrows it."""
    if first_rule(rules.BAN, before):
        return False
    said = re.search(r"\b(?:will do|is fine|is enough|use|choose)\b", before)
    return facts.has("+") or bool(said)


def _in_another_sense(facts: Facts, name: str) -> bool:
    body_only = facts.has("~!") and not facts.has("-")
    if name == "limit":
        helps = r"\b(?:will|can|may|helps?|to|helping) (?:\w+ )?(?:reduce|limit|minimi[sz]e)"
        little = "as little" in facts.masked
        return body_only or not (little or facts.has("-+0")) or bool(re.search(helps, facts.masked))
    if name == "stop" and re.match(
        r"\W*(?:please )?(?:stop|discontinue|suspend|cease|quit)\b(?! the skin| your skin)",
        facts.masked,
    ):
        return False
    if name == "stop":
        asked = r"\b(?:must|should|need|have to|please|asked|advised|recommend)\b"
        body = re.search(r"\bstop (?:the|your) (?:skin|area|bleeding)\b", facts.masked)
        return bool(body) or (not facts.verb and not re.search(asked, facts.masked))
    if name == "label-wait" and not facts.has("-"):
        return re.search(r"\bto (?:see|settle|heal|show|judge|fade)\b", facts.masked) is not None
    if name == "wait":
        told = r"\bwait (?:up to|as long)|\b(?:may|might) (?:have to )?wait\b|\ballow\b"
        seen = r"|\bwait\b.* to (?:see|judge|assess)\b"
        waits = facts.told and facts.has("0+") and re.search(r"\ballow\b.* before\b", facts.masked)
        other = re.search(told + seen, facts.masked) is not None
        return other and not (facts.has("-") or waits)
    if name == "only-ours":  # `only use your creams after 2 days` says when
        return any(told.role == "start" for told in facts.told)
    return name == "no-thing" and body_only and not facts.has("+0")


_APART = re.compile(  # `One week before or after any fillers`
    r"\W*(?:at least |about )?[\w-]+ (?:\(\d+\) )?(?:hours?|days?|weeks?|months?) (?:before|prior to) (?:or|and) after\b"
)


_BOOKED = re.compile(  # `Please book fillers 2 weeks before or after your session`
    r"\W*(?:please )?(?:schedule|book|plan|arrange|space)\b[^.;]*\b(?:hours?|days?|weeks?|months?) (?:before|prior to) (?:or|and) after\b"
)


def _not_before(facts: Facts) -> Verdict | None:
    """`Peels: next month at the earliest`, `make-up only after 24 hours` forbid until then."""
    if facts.verb in _USING and "no sooner" in facts.low:
        return None  # `cleanse it, no sooner than six hours after`
    if re.search(r"\buntil then you (?:can|may)\b|^\W*(?:this|that|it) is only\b", facts.low):
        return None
    if (
        (rules.NOT_BEFORE.search(facts.low) or _APART.match(facts.low) or _BOOKED.match(facts.low))
        and facts.has("-")
        and not facts.low.strip().startswith("once")
    ):
        return Verdict("avoid", "not-before", 0.8)
    return None
