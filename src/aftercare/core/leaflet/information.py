"""A clause -> a call for help, or information: sessions, consent, reassurance."""

from __future__ import annotations

import re

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.verdicts import Kind, Verdict, first_rule

_CONFIRMED = re.compile(
    r"\W*(?:and )?i (?:have|had|am|was|confirm|consent|give|authori[sz]e|certify|declare)\b"
)
_CALM = re.compile(
    r"\b(?:do not|don't|no need to|never|not) (?:worry|panic"
    r"|be (?:alarmed|surprised|concerned|worried|afraid)) (?:if|when|about)\b"
)
_BY_US = re.compile(
    r"\b(?:advised|told|given|supplied|recommended|prescribed|instructed|agreed|unless"
    r"|approved|cleared) (?:\w+ ){0,2}(?:by|otherwise|with|from)\b"
)
_WE_WILL = re.compile(r"\b(?:will|would|may|can|to) (?:see|visit|come|tell|show|ask|give)\b")
_ALLOWED = re.compile(r"\b(?:may|can) (?:come back|return|be (?:used|worn|resumed))\b")
_SESSIONS = re.compile(
    r"\bnext (?:visit|appointment|session|treatment)\b.*\b(?:weeks?|months?|days?)\b"
    r"|\b\d+ ?(?:-|–|to|or)? ?\d* (?:sessions|treatments)\b|(?<!whole )(?<!during the )(?<!over the )\bcourse of\b"
    r"|\b(?:top[- ]?ups?|touch[- ]?ups?|maintenance|reviews?|boosters?)\b.*\b(?:need"
    r"|recommend|every|after|advis|book|at)|\b(?:sessions|treatments) (?:are|is|may be"
    r"|will be) (?:needed|required|recommended|advised)"
)
_COME_BACK = re.compile(
    r"\b(?:come back|come in|return|see (?:us|you|me) again|see you"
    r"|book(?:ed)?)\b.*\b(?:in|after|at|for|every)\b.*\b(?:weeks?|months?|days)\b"
)
_CONSENT = re.compile(
    r"\b(?:consent|agree) to (?:the |be |have |being |this |my |undergo)"
    r"|\bquestions? (?:have been |were )?answered"
    r"|\b(?:read and )?understood (?:the|this|all)|\bread (?:this|these|the|and|all)\b"
    r"|\bfollow (?:\w+ ){0,3}(?:advice|instructions?|guidance|guidelines|aftercare)\b"
)
_THIS_IS_NORMAL = re.compile(
    r"^\W*(?:this|that|which|it|all this|all of this|both|these|they) (?:is"
    r"|are) (?:\w+ )?(?:normal|to be expected|temporary|expected|natural|usual)\W*$"
)
_WORD = re.compile(
    r"\W*(?:yes|completely|quite|perfectly|sorry|thank you|not (?:often|really|always))\b(?!.*\d)"
)
_PATIENT = re.compile(r"\W*(?:(?:so|and|but|please|just) )*(?:be patient\b|give it time\W*$)")
_PUT_OFF = re.compile(r"\bwait|postpon|resched|rearrange|delay|go ahead")
_USING = frozenset({"use", "apply", "wear", "wash", "avoid", "take", "keep"})


_ASKS_FIRST = re.compile(  # `Ask us when to start your serum again` is no reason to worry
    r"^\W*(?:please |always )*(?:ask|talk to|speak (?:to|with)|check with) (?:us|(?:the|your|our) \w+|dr\.? \w+)\b"
    r"[^.;]*?\b(?:about (?:your |ongoing )(?:\w+ )?(?:skin ?care|routine|products|make-?up)|when (?:to|you can)"
    r"|before you (?:stop|start|use|go|have|book)|(?:unsure|not sure) (?:how|when|which|what)|which|whether|what|(?:again )?before you|that your)\b"
)


def calls_for_help(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find whom to tell, and signs that are listed as reasons to."""
    low = facts.low
    if rules.DISCLOSE.search(low):
        return Verdict("do", "disclose", 0.85)
    if _ASKS_FIRST.search(low) and not facts.has("~!"):
        return Verdict("do", "asks-first", 0.75)
    rule = first_rule(rules.HELP, low)
    if rule is None:
        sign = frame == "seek-help" and facts.has("~!") and not _ALLOWED.search(low)
        return Verdict("seek-help", "listed-as-sign", 0.8) if sign else None
    if _forbids_first(low):
        return None
    if re.search(r"\bgo back to (?:your|the) (?:normal|usual|regular)\b", low):
        return None
    occasion = re.search(r"\bif\b|\bconcern|\bworr", low)
    contact = re.search(r"\b(?:contact|call|ring|phone)\b", facts.main)
    told = _BY_US.search(low) and not re.search(r"\bif\b", low)
    using = facts.verb in _USING and not contact
    if re.search(
        r"\b(?:clients|patients|people) (?:often |most often )?ask us\b|\bask us most\b", low
    ):
        return None
    ours = _WE_WILL.search(low) and not occasion and not re.search(r"\bi will\b", low)
    return None if told or using or ours else Verdict("seek-help", rule.name, rule.sure)


def _forbids_first(low: str) -> bool:
    """`No aspirin (ask your doctor first) for a week` is a ban; whom to ask stands in brackets."""
    outside = _BRACKETS.sub(lambda match: " " * len(match.group()), low)
    ban = first_rule(rules.BAN, outside) is not None
    return ban and outside != low and first_rule(rules.HELP, outside) is None


_BRACKETS = re.compile(r"\([^()]*\)")


def informs(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what asks nothing of the patient: sessions, facts, consent."""
    low = facts.low
    if rules.OUGHT_NOT_TREAT.search(low):
        return Verdict("avoid" if _PUT_OFF.search(low) else "info", "cannot-treat", 0.7)
    if _is_about_sessions(facts):
        return Verdict("info", "sessions", 0.85)
    stated = re.search(r"\b(?:may|will|can|should|must|might)\b", low)
    if not facts.found and len(low.split()) < 4 and _WORD.match(low):
        return Verdict("info", "a-word", 0.6)
    if _PATIENT.match(low) and not facts.told:
        return Verdict("info", "be-patient", 0.7)
    forbids = _NOT.search(low) and facts.has("-")
    if frame == "info" and not (facts.verb or stated or forbids):
        return Verdict("info", "listed-as-fact", 0.7)
    follows = facts.verb == "follow" and re.search(
        r"\bfollow (?:these|this|the|our|all|your)\b", low
    )
    if follows or (facts.verb in {"read", "follow"} and rules.INFO.search(low)):
        return Verdict("info", "about-the-advice", 0.8)
    harm = rules.HARM.search(low) or facts.has("!")
    return Verdict("info", "consent", 0.8) if _CONSENT.search(low) and not harm else None


_NOT = re.compile(r"\b(?:no|not|never|avoid|change|without)\b|n't\b")


def _is_about_sessions(facts: Facts) -> bool:
    if re.match(r"\W*(?:please )?(?:do not|don't|avoid|never|no|we ask for)\b", facts.low):
        return False
    if facts.has("-") and (_NOT.search(facts.low) or first_rule(rules.BAN, facts.low)):
        return False  # `no lasers or peels before your next visit in 6 weeks` is a ban
    if facts.verb in _USING and facts.has("+"):
        return False  # `during your course of sessions wear sun cream`
    apart = any(told.role == "interval" for told in facts.told)
    if apart and rules.SESSIONS.search(facts.low):
        return True
    back = _COME_BACK.search(facts.low) and not facts.has("~!")
    back = back and not re.search(r"\b(?:may|can|able to) (?:come back|return)\b", facts.low)
    return bool(back or _SESSIONS.search(facts.low))


def reassures(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what only reassures or confirms."""
    if re.match(r"\W*(?:this|it|that) is to (?:prevent|avoid|stop|reduce|protect)\b", facts.low):
        return Verdict("info", "purpose", 0.7)
    if _THIS_IS_NORMAL.match(facts.low):
        return Verdict("info", "reassurance", 0.7)
    if _CONFIRMED.match(facts.low) and not facts.has("~-+"):
        return Verdict("info", "consent", 0.7)
    if _CALM.search(facts.low) and not facts.has("+-"):
        return Verdict("expect", "no-alarm", 0.8)
    if re.search(r"\bover (?:the age of )?18\b|\b18 (?:years |or )", facts.low):
        return Verdict("info", "age", 0.7)
    pictures = "photographs" in facts.activities and not facts.has("-")
    return Verdict("info", "photographs", 0.7) if pictures else None
