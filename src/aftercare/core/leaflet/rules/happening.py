"""What comes by itself: harm, risk, the usual course, results."""

from __future__ import annotations

import re

from aftercare.core.leaflet.rules.rule import made

HARM = re.compile(
    r"\b(?:caus(?:e|es|ing)|lead(?:s|ing)? to|result(?:s|ing)? in|increase[sd]?"
    r"|worsen(?:s|ed)?|aggravate[sd]?|(?<!non-)irritat\w+|delay(?:s|ed)?|slow(?:s|ed)?(?: down)?"
    r"|prolong(?:s|ed)?|sets? off|damag\w+|introduc\w+|trigger(?:s|ed)?|interfer\w+"
    r"|get(?:s)? in the way|encourag\w+|spread(?:s)?|trap(?:s|ped)?"
    r"|strip(?:s|ped)?(?= (?:the|your|away|it|oils?|moisture|natural|skin|off|out|of))|worse"
    r"|bring(?:s)? (?:on|out|back)|undo(?:es)?|pull(?:s)? (?:out|away|the)"
    r"|costs? you|harm(?:s|ed|ful)?|at (?:greater |higher |more )?risk|risk(?:s|ing)? (?:of )?"
    r"|spoil(?:s|ed)?|ruin(?:s|ed)?|dries|dry(?:ing)? (?:\w+ ){0,3}out|toxic|suffer\w*|consequences?|fade(?:s)?|weaken(?:s|ed)?"
    r"|burn(?:s|t)?|scar(?:s|ring|red)?|infect\w+|bacteria|germs?|marks?|stain(?:s|ed)?"
    r"|patchy|raise[sd]? (?:the |this |your )?(?:risk|chance|blood)|invite[sd]?"
    r"|lift(?:s)? (?:the )?pigment|compromis\w+|jeopardi[sz]e|disturb(?:s)?|dislodge"
    r"|draw(?:s)? (?:out )?|thin(?:s|ned)? (?:the|your) blood"
    r"|more (?:likely|prone|bleeding|bruising|swelling)|prone to|vulnerable|hinder(?:s)?"
    r"|hamper(?:s)?|impair(?:s)?|shorten(?:s)?|breed(?:s)?|sting|bleed(?:ing)?|bruis\w+"
    r"|swelling|react\w*|clog(?:s)?|block(?:s)?|not hold|lost|lose|longer to heal"
    r"|breaks? (?:down|up)|opens? (?:up )?(?:the|your|blood)|will change|changes? colour"
    r"|come(?:s)? away|come(?:s)? out|tear(?:s)?|upset(?:s)?|push(?:es)?|out of place"
    r"|gets? in\b|irritants?|undoes|inflame\w*|dehydrat\w*|permanent(?:ly)?"
    r"|poor(?:er)? (?:result|heal)\w*)\b"
)
WISHED = re.compile(
    r"\b(?:less likely|less chance|less (?:swelling|bruising|pain|risk)|fewer"
    r"|help(?:s|ing)?|soothe[sd]?|protect(?:s|ed)?"
    r"|heal(?:s)? (?:faster|better|well|quicker)|speed(?:s)?|keep(?:s)?|support(?:s)?"
    r"|best (?:result|chance)|enable[sd]?|allow(?:s)?|ease[sd]?|calm(?:s|ed)?|kills?|sooner|so that"
    r"|brings? (?:\w+ ){0,3}down|takes? the edge off|(?:we|you) need|part of (?:how|what)"
    r"|good for|builds?|promote[sd]?|improve[sd]?|aid(?:s)?|reduce[sd]?|prevent(?:s)?)\b"
)
HARM_STATED = re.compile(
    r"\b(?:dries|slows|strips (?:the|your|away|it|oil|moisture|natural|skin|off|out)|irritates|pulls|pushes|spreads|ruins|spoils|damages|invites"
    r"|introduces|worsens|delays|weakens|breaks down|raises|fades|traps|undoes|harms|burns"
    r"|inflames|upsets|disturbs|dislodges|clogs|brings (?:on|back|in)|draws out"
    r"|get in more easily|out of place)\b"
)
RISK = made(
    (
        "risk-named",
        0.9,
        (
            r"\b(?:now and then|(?<!not )uncommon|not common|risks?|complications?|rare(?:ly)?(?! (?:longer|more)\b)"
            r"|very occasionally|adverse|in (?:rare|severe|extreme) cases"
            r"|small (?:chance|risk|number)|(?:slight|remote) (?:chance|possibility)|danger"
            r"|hazards?|seldom|unlikely but|chance of|possibility of|not unknown|reported)\b"
        ),
    ),
    (
        "or-else",
        0.85,
        (
            r"^\W*[a-z]+ (?:[\w'-]+ ){0,6}?(?:too \w+(?: [\w-]+){0,2}|now|yet),? and (?:the|you|it|they)\b"
            r"|^\W*(?!please|do\b|keep|let)[a-z]+ [^,;:.]{3,50} and (?:the (?:risk|chance|danger) (?:of|is|goes|grows|rises)|you(?:'ll| (?:risk|may|might|could)) (?:get|end|be left|scar|lose|have))\b"
            r"|^\W*(?:otherwise|or (?:else|you|it|they|your|the|risk)|without (?:it|this|them)"
            r"|failure to|failing to|not (?:following|doing|using"
            r"|\w+ing\b(?=.*\b(?:will|can|may|could|might)\b))|this is (?:because|as|since)"
            r"|(?:skipping|missing|forgetting|neglecting|ignoring)\b"
            r"|without [\w' -]{2,25} (?:the|your|it|you)\b"
            r"|if you (?:scratch|pick|rub|peel|touch|squeeze|skip|miss|forget|tan"
            r"|smoke)\b[^,]{0,40},? (?:you|it|they|the|your)\b|if you (?:do not|don't|ignore|fail)"
            r"|ignoring|neglecting|for fear)"
        ),
    ),
    (
        "for-good",
        0.8,
        r"\b(?:for good|(?<!not )(?<!n't )(?<!semi-)(?<!semi )permanent(?:ly)?)\b(?! make| tattoo)",
    ),
    ("loss", 0.85, r"\b(?:lose|costs? you) (?:\w+ ){0,2}(?:colou?r|pigment|ink)\b"),
    (
        "may-harm",
        0.85,
        (
            r"^\W*(?:(?:this|it|they|these|that|doing so|both|which|all of (?:this|which|these)"
            r"|either|as|because|since|\w+ing|the \w+|\w+) ){1,6}?(?:can|may|could|might|will"
            r"|would) (?:\w+ )?(?:cause|lead|increase|result|irritate|delay|slow|affect|damage"
            r"|introduce|pull|worsen|spread|scar|harm|strip|prolong|interfere|aggravate|burn|ruin"
            r"|spoil|undo|trap|infect|dislodge|shift|disturb|trigger|compromise"
            r"|make (?:\w+ ){1,5}(?:worse|longer|bleed|bruise|swell|fade))\b"
        ),
    ),
)
COURSE = made(
    (
        "you-will-feel",
        0.85,
        (
            r"\b(?:it|they|this|these|things)(?:'ll| (?:\w+ )?(?:will|may|might|can|could))(?: \w+)? (?:look"
            r"|feel|seem|appear)\b"
            r"|\byou'll (?:\w+ )?(?:notice|feel|see|look|find)\b"
            r"|\b(?:clients|patients|people|you|most|some|many)(?: \w+)? (?:notice|see|feel)\b"
            r"|\b(?:you|clients|patients|people|most|some)(?: \w+){0,2} (?:may|might|will|can|could"
            r"|should)(?: \w+)? (?:also |still |only |then )?(?:notice|feel|see|experience|look"
            r"|find)\b|\b(?:(?:your|the) (?:\w+ )?)?(?:skin|face|lips?|brows?|area|lids?|eyes?|legs?"
            r"|scalp|tattoo|colour)(?: \w+){0,2} (?:will|may|might|can|could)(?: \w+)? (?:look"
            r"|feel|seem|appear)\b"
        ),
    ),
    (
        "can-be-felt",
        0.85,
        (
            r"\b(?:can|may|might|will|could) (?:\w+ )?be (?:felt|seen|noticed|visible|there"
            r"|present)\b"
        ),
    ),
    (
        "normal-course",
        0.9,
        (
            r"\b(?:normal|common|expected|to be expected|temporary|usual(?:ly)?|typical(?:ly)?"
            r"|natural|harmless|nothing (?:to worry|unusual|out of the ordinary)|part of (?:the )?(?:healing|process)|mild"
            r"|settle[sd]?|settling|subside[sd]?|fade[sd]?|passes?|short[- ]lived|disappear\w*"
            r"|resolve[sd]?"
            r"|clear(?:s|ed)?(?! (?:of|film|plastic|gel|fluid|liquid|plaster|dressing))"
            r"|calms? (?:down)?|lessens?|over (?:within|in|by|after)|go(?:es)?|going|gone|eases?"
            r"|wears? off)\b"
        ),
    ),
    (
        "you-will-see",
        0.85,
        (
            r"\b(?:you|it|they|there|that)'ll\b"
            r"|\b(?:you|your \w+(?: \w+)?|it|they|there|the \w+(?: \w+)?|some|many|most|skin|face"
            r"|area|this|these|redness|swelling|bruising|lips|brows|people|patients|clients"
            r"|everyone|others)\b[^.]{0,40}?\b(?:will|may|might|can|could|should|is|are|has|have"
            r"|feels?|looks?|appears?|becomes?|gets?|lasts?|starts?|begins?|turns?|takes?|tends?"
            r"|often|shows?|goes? on|carr(?:y|ies) on|drops?|falls?|dissolves?|changes?|continues?"
            r"|forms?|heals?|vanish(?:es)?|disappears?)\b"
        ),
    ),
)
RESULT = re.compile(
    r"\b(?:results?|improve(?:s|ment|d)?|visible|effects?|collagen|final|benefits?|settle"
    r"|see (?:a |the |any )?(?:difference|change|effect|result)|optimal|full(?:y)?"
    r"|takes? effect|kick in|works?|wears? off|lasts?|colour (?:returns|settles|will)"
    r"|texture|tone|brighter|smoother|firmer|glow)\b"
)
HEALING = re.compile(r"\b(?:heal(?:s|ing|ed)?|recover(?:y|s)?|regenerat\w+|renew\w*)\b")
SESSIONS = re.compile(
    r"\b(?:sessions?|treatments?|appointments?|course of|top[- ]?ups?|visits?|apart"
    r"|touch[- ]?ups?|maintenance|repeat(?:ed)?|follow[- ]?up|review)\b"
)
