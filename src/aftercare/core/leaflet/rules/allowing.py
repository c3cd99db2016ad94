"""What may be done, and what should be."""

from __future__ import annotations

from aftercare.core.leaflet.rules.rule import made

_DONE = (  # what a person does; `can be elevated, damaged, felt` allow nothing
    "(?:re-?)?used|(?:re-?)?applied|worn|taken|resumed|restarted|re-?introduced|introduced|continued"
    "|washed|rinsed|cleaned|cleansed|removed|covered|massaged|done|had|put|given|shaved|waxed"
    "|repeated|eaten|drunk|started|begun|laid|held|kept|left|cut(?! (?:back|short|down))|exfoliated|moisturi[sz]ed|soothed"
    "|eased|relieved|treated|trimmed|bathed|patted|sprayed|placed|added|brushed|lifted|undertaken"
    "|driven|tinted|dyed|styled|opened|changed|managed|controlled|brought|carried|performed|booked"
    "|allowed|permitted|cooled|iced|wetted|soaked|showered|dressed|picked up|gone back to|worked|reduced|helped"
    "|wiped|dabbed|smoothed|swapped|replaced|topped|followed|combined|mixed|rubbed in|planned"
)
PERMIT = made(
    (
        "you-may",
        0.85,
        (
            r"\b(?:make-?up|showers?|baths?) (?:\w+ )?(?:can|may|could)\b (?:then |now |also |still )?(?:be (?:used|worn|applied|put|resumed|taken|had|reintroduced)|go (?:on|back)|come back)\b"
            r"|\b(?:you|clients|patients|your \w+|one|we"
            r"|i) (?:(?:usually|normally|also|now|then|still|just|safely|gently|even) )*(?:can|may"
            r"|could)\b(?: (?:also|now|then|still|safely|gently|usually|normally|again|just"
            r"|of course|certainly))*\s(?!not\b|/)(?!(?:end up|wake|lose|risk|react|feel|notice|see"
            r"|experience|be (?!able to|used|worn|taken|applied|resumed|washed|removed|covered|massaged"
            r"|done|had|put|reintroduced|given|shaved|repeated|eaten|started)"
            r"|have (?:some|a (?:bit|little|few|mild)|mild|slight|swelling|red|dry)|get(?! (?:it|the \w+|your \w+) wet)|look|find"
            r"|develop|bruise|flake|peel|swell|itch|need|last"
            r"|go on \w+ing|well |shed|puff|take (?:a (?:\w+ )?(?:while|week|day|few|couple|month|little|bit|long|good|year)|longer|up to"
            r"|several|\d|two|three|some|about|between|as)|pick up (?:an?|some|the) |catch |appear|become|occur"
            r"|happen|suffer|cause|lead|make|result|vary|come|feel|persist|continue to|still"
            r"|expect|scab|crust|bleed|weep|ooze|scar|ruin|spoil|regret|turn|increase|worsen"
            r"|irritate|delay|affect|damage|begin to|start to|also|show|remain|stay|seem|sting"
            r"|burn|tingle|form|leave(?! (?:\w+ ){1,3}off)|break|only (?!use|apply|wear|take|wash)|never|strip|dry|harm|slow|prolong|fade|spread"
            r"|introduce|trigger|disturb|dislodge|pull|darken|blister|be (?!able to))\b)"
            r"|\b(?:it|they|these) (?:can|may) (?:go|come)\b"
            r"|\b(?:make-?up|sunscreen|spf|products?|serums?|creams?|moisturi[sz]er)\b"
            r"[^.;:]{0,40} (?:can|may) (?:then )?go (?:back )?on\b"
        ),
    ),
    (
        "allowed",
        0.85,
        (
            r"\b(?:is|are|it's|that's) (?:\w+ )?(?:fine(?! (?:lines?|needles?|hairs?|wrinkles?"
            r"|flakes?|scabs?|crusts?|scratches|marks|grid|layer|film|mist|dust))|ok|okay|allowed|permitted|safe|all right"
            r"|alright|acceptable|no problem|possible)\b"
            r"|\bthe (?:very )?(?:earliest|soonest) (?:that )?you (?:can|may|should|could)\b"
            r"|\byou (?:are|will be|should be) able to (?:use|wear|resume|return|go back|exercise|swim|apply"
            r"|start|have|shower|wash|bathe|shave|drive|fly)\b"
            r"|\b(?:feel free|free to|welcome to|safe to|fine to|ok to|okay to|happy for you"
            r"|all right to|alright to|go ahead|no harm in|back on the menu"
            r"|back (?:to|in|at|on) (?:your |the )?(?:normal|usual|gym|exercise|work|make|pool"
            r"|training)|need not|needn't)\b|\b(?:fine|ok|okay|allowed"
            r"|permitted)(?: (?:again|after|from|once|now|as|if))?[.!]?$"
            r"|^\W*(?:fine(?! (?:\w+ )?(?:lines?|needles?|hairs?|wrinkles?|flakes?|scabs?|crusts?))"
            r"|ok|okay|allowed|permitted|yes(?![^.]* (?:may|might|can) (?:\w+ )?(?:occur|happen|appear|develop|arise|show|follow|get|feel)))\b|,\s+yes\b|:\s*(?:ok|okay|fine|allowed)\b|\w yes(?=[,.;!]|$)"
        ),
    ),
    (
        "resume",
        0.8,
        (
            r"(?<!before you )\b(?:resume|resumed|return to|returning to|restart|re-start|reintroduce|go back to"
            r"|get back to|pick up again|come back in|start(?:ing)? (?:\w+ ){0,3}again|begin again"
            r"|re-introduce|carry on as (?:normal|usual)|as usual|as normal)\b"
            r"|\b(?:can|may) (?:then |now )?(?:go|come) (?:back|on)\b(?! (?:\w+ing|for|up to|\d))"
            r"|\b(?:begins?|starts?|resumes?|restarts?) (?:again )?(?:on|from|after) (?=(?:the )?(?:days?|weeks?|\d|second|third|fourth)\b)"
            r"|\b(?:can|may) (?:then |now )?(?:return|recommence|be resumed|start again|come back)\b"
        ),
    ),
    (
        "can-be-done",
        0.8,
        (
            r"\b(?:can|may|could) (?:then |also |now |gently |still |safely |only |usually |just )*be "
            rf"(?:{_DONE})\b|\bif needed\b.*\b(?:can|may)\b"
        ),
    ),
    (
        "no-need",
        0.7,
        (
            r"\b(?:no need to|(?:do not|don't) (?:(?:necessarily|always|usually|really|normally) )?(?:need|have) to|need not"
            r"|needn't|not necessary to)\b"
        ),
    ),
)
DO = made(
    (
        "should-do",
        0.9,
        (
            r"\byou'll (?:want|need) (?:to(?! (?:scrub|pick|scratch|rub|peel|pull|squeeze))|a|an|some)\b"
            r"|\b(?:you|we|hands?|they|it|skin|area|patients|clients|which|and"
            r"|i)(?: \w+)? (?:(?<=\bi )will|should|must|need to|will need to|have to|has to"
            r"|needs to|are (?:advised|asked|encouraged|recommended) to|ought to|are to|am to"
            r"|want you to|'ll want to|'ll need(?: to)?|want to|will need|will have to"
            r"|shall)\b(?! (?:reckon|count on|allow \d|plan on|not|feel|notice|see|look(?! after)|experience|expect|find|heal|last|fade|peel"
            r"|flake|scab|swell|settle|subside|improve|disappear|have|lose|feel|go(?! (?:back )?on\b)|appear|become"
            r"|(?:clear|calm|ease|resolve|pass|lessen|stop)(?: up| down| off)?(?=\s+(?:in|within|by|after|over)\b)"
            r"|start to|begin to|be (?:quite|back|fully|itself|much|almost|nearly)|also (?:feel|notice|see)|take (?:a|up|about|\d)))"
        ),
    ),
    (
        "to-be-done",
        0.85,
        (
            r"\b(?:is|are) used for (?:cleansing|washing|cleaning)\b|\bto be (?:used|applied|taken|worn) (?:once|twice|every|as|daily|at|in|\d)"
            r"|(?<!there )\b(?:should|must|needs? to|ha(?:s|ve) to|ought to|is to|are to"
            r"|will need to) (?:always |also |only |then |gently |never |both |all )*(?:be |stay "
            r"|remain )(?!(?:expected|settled|healed|finished|faded|improved|gone)\b)(?:on\b|in place|\w+ ){0,2}?(?:used|applied|worn|kept|taken|washed|cleaned|cleansed"
            r"|covered|removed|changed|followed|protected|put|drunk|massaged|patted|clean|dry"
            r"|moist|continued|moisturi[sz]ed|cool|upright|left|elevated|reapplied|\w+ed|(?!again|then|own|skin|even)\w+n|done"
            r"|made|had|clean|dry)\b"
        ),
    ),
    (
        "be-careful",
        0.8,
        (
            r"\b(?:should|must|need to|have to) be (?:extra |very |especially )?(?:careful|gentle"
            r"|cautious)\b"
        ),
    ),
    (
        "is-a-must",
        0.85,
        (
            r"\b(?:is|are) (?:(?:very|so|also|\w+ly) )?(?:a (?:\w+ )?must|a (?:good|sensible|great|wise) idea|essential|vital|crucial|important|necessary"
            r"|recommended|advised|advisable|required|imperative|needed|encouraged|key|mandatory"
            r"|compulsory|the best|best|ideal|your friend|non-negotiable)\b"
            r"|\bit(?:'s| is) (?:\w+ )?(?:important|essential|vital|best|advisable|necessary"
            r"|crucial|recommended|a good idea|wise|helpful|worth)\b|\ba must\b"
            r"|\bnot (?:up for (?:debate|discussion|negotiation)|optional|negotiable)\b"
        ),
    ),
    (
        "we-advise",
        0.85,
        (
            r"\b(?:we|i|our \w+|your \w+) (?:\w+ )?(?:recommend|advise|suggest|ask|urge|encourage"
            r"|prefer|like you to|would like)\b|\bour (?:suggestion|recommendation|pick|advice|favou?rite) is\b|\b(?:recommended"
            r"|advised)\b(?! (?:course|by|number|interval|sessions?))"
        ),
    ),
    ("do-best-to", 0.8, r"\byou (?:will |would |'d )?do (?:best|well|better) to\b"),
    ("as-often", 0.7, r"\bas (?:often|thickly|thinly) as (?:you|it|your)\b"),
    ("goes-on", 0.7, r"\bgoes? (?:back )?on (?:last|first|top|before|after|every|daily|each)\b"),
    ("will-do", 0.7, r"\bwill do\b|\bis (?:enough|plenty|all you need)\b"),
    (
        "must",
        0.7,
        (
            r"\b(?:must|should|needs? to|ha(?:s|ve) to|ought to)\b(?! not)"
            r"(?! (?:then |also |all )?(?:go (?:away|down|within|by|in \d|soon)|settle|fade|subside|pass|clear"
            r"|disappear|calm|last|ease|improve|resolve|heal|lessen|be gone)\b)"
        ),
    ),
    (
        "helps",
        0.7,
        (
            r"\b(?:will|can|may|should)? ?(?:take (?:away|down)|take the edge off|help|ease|soothe|relieve|calm|reduce"
            r"|bring down)s?\b(?= to\b| (?:\w+ ){0,3}(?:swelling|pain|soreness|discomfort|itch\w*"
            r"|redness|tight\w*|heat|bruis\w*|healing|skin|with|if|when|here|[.!]?$)|[.!]?$| \()"
            r"|\b(?:can|may|will) be (?:helpful|soothing)\b|\bmake (?:\w+ ){1,3}less likely\b"
        ),
    ),
)
