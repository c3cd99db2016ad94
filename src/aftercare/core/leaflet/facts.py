"""What is known of a clause before it is judged: its words, its names, its beginning, its lengths."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aftercare.core.leaflet.activities import Named, named, names
from aftercare.core.leaflet.bare_numbers import lengths_of
from aftercare.core.leaflet.cuts import VERBS
from aftercare.core.leaflet.lengths import Told

_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "\u00a0": " ",
        "\n": " ",
        "\t": " ",
        "‑": "-",
    }
)
_HARMLESS = re.compile(
    r"\b(?:do not|don't|never|not|please don't) (?:forget|worry|hesitate|panic"
    r"|be (?:alarmed|afraid|surprised|concerned|worried|shy|disappointed|discouraged)"
    r"|delay in)\b"
    r"|\b(?:not|no) (?:uncommon|unusual|surprising|a problem|problem|worry|concern"
    r"|cause for|need|harm|necessary|essential|required|expected|dangerous|permanent"
    r"|serious|downtime|doubt|matter|guarantee\w*|reason)\b"
    r"|\b(?:do not|don't|does not|doesn't|need) (?:need|not|have) to\b|\bneedn't\b"
    r"|\bno need (?:to|for)\b"
    r"|\bno (?:lower|more|later|longer|less|fewer|sooner|earlier|shorter) than\b|\bno longer\b"
    r"|\bnot (?:more|less|fewer|later|longer|sooner) than\b"
    r"|\b(?:need|have|want|good) to know\b|\b(?:any|no) time off\b"
    r"|\b(?:not|n't) (?:need|require)\b|\bnothing but (?:good|praise|a )"
    r"|\bnothing (?:to worry|is wrong|more than)\b|\bnot only\b|\bif not\b"
    r"|\bwhether or not\b|\bor not\b|(?<!best )(?<!better )(?<!prefer )\bif (?:you|it|they|this|these) (?:do not|don't"
    r"|does not|doesn't|cannot|can't|is not|isn't|are not|aren't|have not|haven't)\b(?: avoid\b)?"
    r"|\beven (?:if|when|though) [^,.;:]*|\b(?:clear|free|away) (?:of|from) (?:any )?(?:bacteria|germs|infections?|complications?|trouble|irritation)\b"
    r"|\b(?:if|when|once|provided(?: that)?|(?:as|so) long as) (?:there (?:is|are)|you have|it has|your skin has) (?:\w+ )?no\b"
    r"|\b(?:when|where|if|even) no (?=[\w-]+ (?:gets?|is|are|has|comes?)\b)|\bnot restricted\b"
    r"|\bthat (?:as a rule|usually|normally|generally) (?:don't|doesn't|do not|does not)\b"
    r"|\bnothing to do with\b|\bno (?:exception|worries)\b|\b(?:can't|cannot) (?:begin to|wait to|believe|stress)\b"
    r"|\bnot (?:up for (?:debate|discussion|negotiation)|optional|negotiable)\b"
    r"|\bno (?:bigger|larger|smaller|worse|better|different|greater) than\b"
    r"|\bwith no [\w-]+(?: or [\w-]+)? in (?:it|them)\b"
    r"|\b(?:that|which|who) (?:do|does|is|are|has|have|will|can|contains?) (?:not|no)\b"
    r"|\bthat (?:doesn't|don't|isn't|aren't)\b|\bnon-(?!essential)\w+"
    r"|\b(?:as long as|so long as|provided|if|when|until|unless|where) (?:\w+ ){1,4}(?:is|are|has|have) not\b"
    r"|\b(?:can't|cannot|can not|unable to) avoid\b|\bnot limited to\b|\bnot just\b|\bso as not to\b|\b(?:that|which|who) never\b"
    r"|\bnot yet\b(?= \w+ed\b)|\bno matter\b|\bwithout (?:doubt|fail|any problems?)\b"
    r"|\bavoid(?:s|ed)? (?:infection|scarring|complications|irritation|damage|any risk)\b"
    r"|(?<!continue )(?<!sure )(?<!need )(?<!have )(?<!try )(?<!important )(?<!best )(?<!advised )"
    r"(?<!recommended )(?<!essential )(?<!vital )\bto (?:help )?(?:avoid|prevent|stop|keep|limit|minimise|minimize"
    r"|reduce)\b(?= (?:any|further) | (?:\w+ ){0,2}(?:infection|scarring|pigment|swelling|bruis|bacteria"
    r"|irritat|dry|scab|complication|redness|staining|damage|cross|fading|smudg|the risk"
    r"|risk|germs|friction|crack|discomfort|inflam))"
)
_ADVERB = (
    r"(?:(?:it is|it's) (?:\w+ )?(?:important|essential|necessary|vital|best|crucial"
    r"|advisable|recommended|better|wise|sensible)(?: that you| for you)?(?: to)?"
    r"|you (?:should|must|need to|have to|will need to|ought to|are advised to"
    r"|are asked to|'ll need to)(?: always| also| only)?"
    r"|we (?:recommend|advise|suggest|ask|would ask|urge)(?: that)?(?: you)?(?: to)?"
    r"|please|then|also|always|instead|gently|simply|just|only|ideally|afterwards?"
    r"|from then on|after (?:this|that)|daily|(?:each|every) (?:day|morning|night|evening)(?: and (?:day|morning|night|evening))?"
    r"|(?:each|every|any) time you (?:go|step|are|head|get) (?:outside|outdoors|out)"
    r"|morning and (?:night|evening)|(?:once|twice|\d+ times|three times|four times"
    r"|\d+ ?x) (?:a|per|each|every) (?:day|night|hour|morning|week)"
    r"|first|next|now|again|and|&|but|so|or|either|do|preferably|carefully|lightly|softly"
    r"|(?:procedure|treatment|that) (?:day|evening|night)|where possible|if possible"
    r"|if you can|at night|in the morning|today|tonight|day \d+|later|generously|regularly"
    r"|liberally|initially"
    r"|at first|thereafter|once home|when outside|outdoors|remember to|make sure to"
    r"|be sure to|try to|aim to|be careful to"
    r"|don't forget to|do not forget to|make sure (?:that )?(?:you )?"
    r"|ensure (?:that )?(?:you )?|to begin with|meanwhile|in the meantime|in that time)"
)
_UNORDERED = (  # `while it heals do not pick, scrub or rub it` begins with no occasion
    r"(?![^,:]{0,140}\b(?:do not|don't|never|must not|mustn't|should not|shouldn't"
    r"|(?<!to )(?<!can't )(?<!cannot )(?<!not )avoid|(?<!you )(?<!to )(?:stay|keep|steer) (?:well )?(?:away|out|off|clear))\b)"
)
_LEAD = re.compile(
    r"(?:(?:as long as|so long as|for as long as|even if|if|when|once|should|after|while|until"
    r"|as soon as|unless|for|during|before|whenever|in case|to|because|since|as|although"
    r"|though|from|in|within|where|on|at|by|following|throughout|however|whatever|over"
    r"|every|each|any ?time|the|with|using|such as|starting|beginning|two|three|twice|one"
    rf"|\d|days? \d|nights? \d|procedure day|treatment day)\b{_UNORDERED}[^,:]{{2,140}}[,:]\s*|[^,:?]{{2,70}}\?\s+"
    r"|[a-z]{3,14}(?: [a-z]{3,14})?:\s+){0,3}"
)
_OPENER = re.compile(
    rf"[\s·]*(?:to )?(?:{_ADVERB}[\s,]+)*(?P<verb>{VERBS})\b(?!-|ing\b|'|\s*:|\s+[–-]\s+(?:you|your|the|it|skin)\b)"
)
_PREPOSED = re.compile(
    r"\W*(?:(?:if|when|while|whilst|should) (?:you|it|they|(?:the|your) \w+) "
    r"(?:are|is|have|has|feels?|gets?|peels?|flakes?|itch(?:es)?|bleeds?|swells?|hurts?|stings?|burns?) "
    r"(?:[\w-]+ ){0,3}"
    r"|(?<=\u00b7 )(?:[\w-]+ ){1,3}?"  # `to prevent pigmentation use SPF`: its aim is masked
    r"|(?:for|between|during|after|throughout|following|on|at|in|with) (?:your |the |each |every "
    r"|a )?(?:(?!(?:may|can|will|might|should|could|is|are|you|it)\b)[\w/-]+,? ){1,5}?(?:(?:hours|days|nights|weeks) )?(?:(?:after|following|post) (?:your |the )?\w+ )?)(?P<verb>go on|carry on|use|apply|wear|keep|wash|clean|cleanse|take|put|stop|make"
    r"|pat|spray|remove|continue|avoid|leave|let|rinse|press|cool|moisturi[sz]e)\b(?! (?:is|are|can|may|will)\b|-)"
)
_AWARE = re.compile(
    r"(?:^\W*|,\s)(?:please |do )?(?:be aware|understand|bear in mind|keep in mind|note|remember) that\s|^\W*(?:remember|keep in mind|bear in mind),?\s(?=it|the|your|this|that|you)"
)
_CONSENT = re.compile(
    r"^\W*(?:[a-z ]{0,20}\b)?(?:i|i've|i have|we|the patient"
    r"|the client)\s(?:(?:fully|also|hereby|do|can|have|been|further|clearly|will|am"
    r"|was) )*(?:understand|understood|accept|acknowledge|agree|aware|confirm|"
    r"realise|realize|appreciate|told|advised|informed|know|been made aware|recognise"
    r"|undertake|promise)\b"
    r"(?:\s(?:and (?:accept|agree|understand|acknowledge)|by (?:my|the) \w+"
    r"|of the fact))*(?:\s(?:that|to|of|not)\b(?= ))?\s*"
)


def _after_a_length(masked: str, main: str, told: tuple[Told, ...]) -> re.Match[str] | None:
    """`For the first three nights sleep on your back` begins with its length, without a comma."""
    opens = re.match(
        r"\W*(?:for|in|during|over|on|from|after|within|until|the|at least|first|every|each)\b",
        main,
    )
    if not opens or not told or told[0].start > 30:
        return None
    rest = _AFTER_IT.sub("", masked[told[0].end :].strip(" ,"))
    return _OPENER.match(rest)


_AFTER_IT = re.compile(
    r"^(?:after|post|following)[ -](?:your |the |this |an? )?(?:\w+ ){0,3}(?:treatment|procedure|session|peel|needling)[ ,]+"
)


_LET_IT = re.compile(r",\s+(?P<verb>let|leave) (?:it|them|the|any)\b")
_REFUSING = frozenset({"no", "not", "nothing", "never", "don't", "do not", "hands"})
_NOUN = re.compile(
    r"(?:exercise|massage|contact|cool|clean|dry|shave|peel|scrub|rest|touch|sleep|cover"
    r"|shower|spray|mist|swim|wash|wrap"
    r"|brush|plan|walk|test|top|set|layer|change|drink|support|smooth|run|rub|scratch"
    r"|drive|nap|cut|call|help|film|cold)\b"
    r"(?: of (?:the |your )?\w+)?(?: (?!it\b|them\b|the\b|your\b|with\b|in\b|into\b|that\b|which\b|if\b)[\w-]+){0,3}? (?:is|are"
    r"|can|may|will|might|could|has|have|should|must|raises?|makes?|causes?|helps?|cannot"
    r"|can't|brings?|leads?|slows?|increases?|starts?|needs?)\b"
    r"|(?:dry|cool|clean|smooth), [\w-]+(?: and [\w-]+)? (?:skin|patch|area)"
    r"|exercise (?:and|or)\b|spray tans?\b|wash ?cloths?\b|make up(?:\W|$)|dry (?:patch|skin|area|spot|lip|eye)\w*\b"
)


class Facts(NamedTuple):
    """A clause in lower case, what it names and how it begins; offsets are those of the clause."""

    low: str
    masked: str
    main: str
    verb: str
    verb_at: int
    found: tuple[Named, ...]
    told: tuple[Told, ...]
    core: tuple[Named, ...]
    joined: str = ""
    consent: bool = False

    def has(self, kinds: str) -> bool:
        """Tell whether the main clause names anything of these classes (``-+0~!``)."""
        return any(each.kind in kinds for each in self.core)

    @property
    def activities(self) -> tuple[str, ...]:
        """All names, each once."""
        return names(list(self.found))


def _lead_of(low: str, masked: str) -> int:
    """Give where a clause's main part begins, behind `to avoid swelling,`."""
    leads = (_LEAD.match(low), _LEAD.match(masked))
    return max(lead.end() for lead in leads if lead)


@lru_cache(maxsize=512)
def facts_of(quote: str, joined: str = "") -> Facts:
    """Read a clause's words once, for all the rules."""
    low = lowered(quote)
    low = _AWARE.sub(lambda m: ("," if m.group()[0] == "," else " ").ljust(len(m.group())), low)
    consent = _CONSENT.match(low)
    if consent:
        low = " " * consent.end() + low[consent.end() :]
        if consent.group().rstrip().endswith(" not"):
            low = low[: consent.end() - 4] + "not " + low[consent.end() :]
    masked = _HARMLESS.sub(lambda m: "\u00b7" * len(m.group()), low)
    text = masked.strip(" \"'(")
    main = text[_lead_of(low[masked.find(text) :], text) :]
    told = tuple(lengths_of(low))
    opener = (
        _OPENER.match(main)
        or _PREPOSED.match(main)
        or _OPENER.match(text)
        or _PREPOSED.match(text)
        or _after_a_length(masked, masked, told)
        or _LET_IT.search(text)
        or _after_a_length(masked, main, told)
    )
    found = tuple(named(low))
    verb = opener["verb"] if opener else ""
    if verb in _REFUSING or (opener and _NOUN.match(opener.string[opener.start("verb") :])):
        verb = ""
    at = (
        low.find(main) + opener.start("verb")
        if opener and opener.string == main
        else (opener.start("verb") if opener else 0)
    )
    return Facts(
        low,
        masked,
        main,
        verb,
        at,
        found,
        told,
        _core(low, found),
        joined,
        bool(consent),
    )


_OCCASION = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:with no|if|when|once|should|after|while|until|as soon as"
    r"|as long as|so long as|unless|before|whenever|in case|to|because|since|as|although"
    rf"|though|despite)\b(?! (?:a result|a rule|long|well|little|few)\b){_UNORDERED}"
    r"(?![^,]{3,60} you (?:may|can|could) (?:[\w-]+ ){0,3}[\w-]+,)[^,]{2,140},\s"  # `after 3 days you may shave, …`
)
_ASIDE = re.compile(
    r"(?<!best )(?<!important )(?<!need )(?<!have )(?<!try )(?<!sure )(?<!advised )(?<!asked )(?<!wise )"
    r"(?<!essential )(?<!vital )(?<!recommended )(?<!ought )(?<!continue )(?<!want )(?<!you )"
    r"\b(?:to (?:help )?(?:prevent|avoid|reduce|lower|minimi[sz]e|limit|lessen|stop|ease|soothe"
    r"|relieve)|so as (?:not )?to|so that|in order (?:not )?to|in case"
    r"|for (?:the )?(?:soreness|pain|swelling|discomfort|relief|itching|headache|comfort)"
    r"|helps? (?:with|to|ease|soothe)?|against)\b(?!:)"
    r"(?:(?! (?:you|clients|patients|people|everyone|we) (?:should|must|need|have to|are|may|can|ask|advise|recommend)\b)[^,;.]){0,80}"
    r"|\beven if\b[^,;.]{0,80}|\b(?:when|if|to be|being) touched\b|(?<!not )\bto (?:the )?touch\b(?! (?:it|your|the|with)\b)"
    r"|\bif (?:it|you|your|they|the|there)\b[^,;.]{0,80}$"
    r"|\b(?:except(?: for)?|other than|apart from|aside from|with the exception of)\b"
    r" [^,;.]{3,60}?(?=,|$|\b(?:use|do|put|apply|nothing|no)\b)"
    r"|\bwhile (?:it|you|your|they|the)\b[^,;.]{0,80}$"
    r"|\b(?:until|before|once|when|unless|because|since)\b [^,;.]{3,80}$"
)


def _core(low: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
    """Leave out what is named only as an occasion, an aim or a condition."""
    lead = _OCCASION.match(low)
    asides = [m.span() for m in _ASIDE.finditer(low) if not _is_the_rule(m, found)]
    if lead and len(low[lead.end() :].split()) > 1:
        asides.append(lead.span())
    core = tuple(each for each in found if not any(a <= each.start < b for a, b in asides))
    return core or found


def _is_the_rule(aside: re.Match[str], found: tuple[Named, ...]) -> bool:
    """`It is safest to avoid alcohol` avoids what people do; an aim avoids what the body does."""
    if not _TO_AVOID.match(aside.group()):
        return False
    before = any(each.kind in "-+" for each in found if each.start < aside.start())
    inside = [each for each in found if aside.start() <= each.start < aside.end()]
    return not before and bool(inside) and inside[0].kind == "-"


_TO_AVOID = re.compile(r"(?:helps? )?to (?:avoid|stop|limit|reduce|minimi[sz]e) ")
_FORBIDS = re.compile(
    r"(?<!you )(?<!to )\b(?:leave|avoid|never|skip|stay away|keep away)\b|\bwe (?:recommend|advise|suggest|ask)\b"
)


def unled(facts: Facts) -> str:
    """The masked words with a leading occasion blanked: `after it is off, wash it` bans nothing."""
    lead = _OCCASION.match(facts.masked)
    led = lead is not None and not _FORBIDS.search(lead.group())
    if not lead or not led or len(facts.masked[lead.end() :].split()) < 2:
        return facts.masked
    blank = lead.end() - 2
    return "\u00b7" * blank + facts.masked[blank:]


def lowered(quote: str) -> str:
    """Lower case and plain quotes, letter for letter: offsets stay."""
    low = quote.lower()
    if len(low) != len(quote):  # `İ` has two small letters
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in quote)
    return low.translate(_QUOTES)
