"""What must not be done, and what not yet."""

from __future__ import annotations

import re

from aftercare.core.leaflet.rules.rule import TIME, made

BAN = made(
    (
        "do-not",
        0.95,
        (
            r"(?<!\bwe)(?<!\bthey)(?<!\bit)(?<!\bsome)(?:^|[^a-z])(?:do not|don't|dont|never)\b(?! (?:(?:necessarily|really) )?(?:need|want"
            r"|know|like|have to|usually|always)\b)|\bi (?:will|shall|must|should|may|can) not\b"
            r"|\b(?:we|i) (?:do not|don't|would not|wouldn't) (?:recommend|advise|suggest|encourage)\b"
            r"|\b(?:do not|don't) want (?:your|the) \w+ (?:over)?\w+ing\b"
            r"|\b(?:won't|will not|wouldn't|would not|do not|don't) want to (?:be|go|use|have|do|touch|wear|swim|wash|exercise|shave|sunbathe|smoke|drink|fly|wax|apply|rub|pick|take|scratch)\b"
            r"|\bi (?:won't|mustn't|cannot|can't)\b|\bi agree not\b"
        ),
    ),
    (
        "not-a-drop",
        0.9,
        (
            r"\bnot (?:a|one|even a|a single) (?:single )?(?:drop|trace|hint|bit|spot|dab|touch"
            r"|scrap|speck|minute|sip)\b"
        ),
    ),
    (
        "not-to",
        0.9,
        (
            r"\bnot (?:to )(?:be )?\w+|\b(?:try|best|wise|important|careful|sure|better|please|and"
            r"|but|or|so|by) not(?: to)?\b|^\W*(?:but )?not\b"
        ),
    ),
    (
        "must-not",
        0.95,
        (
            r"\b(?:must|should|shall|ought|are|is|be) not (?:to )?(?:be |have |use|wear"
            r"|go|do|get|allow|take|touch|expose|apply|put|under|exercise|drink|smoke|swim|eat"
            r"|drive|fly|lie|sleep|pick|rub|come|enter|return|attempt|let|try|receive|wash|shave"
            r"|\w+e\b|\w+)|\b(?:mustn't|shouldn't|oughtn't|mayn't)\b|\b(?:must|should|may) not(?=, )"
        ),
    ),
    (
        "may-not",
        0.85,
        (
            r"\b(?:can|may|must|should) ?not (?:just |simply )?(?:go back|get back|return|resume|restart) (?:to )?"
            r"|\b(?:(?:may|can|could) ?not|can't|(?:won't|will not) be able to) (?:be (?:worn|used|had|applied|touched|washed|wet|exposed"
            r"|shaved|waxed|covered|taken|rubbed|massaged|done|resumed|put|removed)|go|use|wear"
            r"|swim|exercise|drink|smoke|have|do|take|shower|bathe|return|apply|drive|fly"
            r"|sunbathe|give|donate|touch|wash|shave|wax|pick|scratch|rub|scrub|exfoliate|tan|run|lift)\b|\bmay not(?=[.,;!]|$)"
        ),
    ),
    (
        "not-allowed",
        0.9,
        (
            r"\bnot (?:allowed|permitted|recommended|advised|advisable|wise|suitable|ok|okay|safe"
            r"|a good|for (?:the|at|a|another|\d+|one|two|three|four|five|six|seven|ten)|before"
            r"|until|till|yet|on the|in the|on treated|go(?:ing)?\b|be\b|even|used|worn|touched"
            r"|any|use|wear|within)\b|\b(?:isn't|aren't) (?:\w+ )?(?:allowed|permitted|recommended|advised"
            r"|advisable|wise|suitable|ok|okay|safe|a good idea)\b|\bnot \w+ed (?:for|until|on|in)\b"
        ),
    ),
    (
        "ban-word",
        0.95,
        (
            r"\b(?:avoid(?:ing|ed|ance)?|refrain(?:ing)?|abstain(?:ing)?|abstinence"
            r"|shun(?:ning|ned)?|skipped|omitted|forgo(?:ing)?|forego|banned|ban on|forbidden"
            r"|prohibited|off[- ]limits?|out of bounds|no-?gos?|taboo|steer (?:well )?clear"
            r"|(?:stay|staying|keep|keeping|kept"
            r"|stays?) (?:(?!spf)[\w',/&-]+ ){0,8}?(?:away from|out of|off\b|clear of|indoors)"
            r"|keep (?:your )?(?:hands|fingers)(?: (?:off|away|to))|hands[- ](?:off|away)"
            r"|fingers (?:off|away)|hands to yourself|keep(?:ing)? (?:your (?:hands|fingers) )?from \w+ing|keep (?:(?!your\b)[\w'-]+ ){1,4}away(?! from)\b"
            r"|(?:inadvisable|unwise|ill-advised|discouraged|off the menu|out of the question"
            r"|off the (?:cards|table|list))|say (?:no|goodbye|farewell)"
            r"|the worst (?:thing|idea)s?|the last thing (?:you|your skin)"
            r"|(?:is|are) (?:a )?(?:bad|terrible|poor) (?:idea|news)"
            r"|(?:stay|keep|stays|keeps) (?:well |right |far )?(?:clear|away)|\benem(?:y|ies)\b"
            r"|(?:arrive|come) (?:without|with no)|let (?:\w+ ){1,3}be(?=[.,;!]|$)"
            r"|nor (?:should|must|may|can) (?:you|they|it)|wide berth"
            r"|we (?:do not|don't) want (?:to see )?you(?! to (?:worry|panic|feel))|(?:rather|prefer) (?:you|that you) (?:did not|didn't|do not|don't)"
            r"|give (?:[\w,'-]+ ){1,14}?a (?:miss|rest|break|swerve)"
            r"|(?:would|'d) rather (?:leave|wait|hold off)|give up|lay off|swear off|do(?:ing)? without"
            r"|go(?:es|ing)? without|manage without|live without|spent without|stay without|remain without"
            r"|be without|keep off|best (?:left|avoided)|better (?:left|avoided)"
            r"|left (?:alone|off|out|for)|leave (?:[\w\',-]+ ){0,9}(?:alone|off\b|out of|be\b"
            r"|aside|behind|at home|in the (?:drawer|cupboard|bag)|out\b|until|till)"
            r"|forget it\b|(?:put|pack|lock) (?:(?!on\b)\w+ ){0,4}away|out of use"
            r"|(?<!\bto )come off (?:\w+ ){0,3}(?:retin\w+|actives?|acids|skincare|products|medic\w+|blood|aspirin)"
            r"|let no \w+|(?:is|are) a (?:big |definite |firm |hard |clear )?no(?= |[.,;!]|$)"
            r"|leaving (?:\w+ ){0,5}(?:off|out|alone|until|till)|(?:put|set|lay) (?:\w+ ){0,6}aside|shelve"
            r"|ditch|resist|stay off|(?<!is )(?<!are )(?<!was )(?<!been )cut out|cut (?:\w+ ){0,2}out|skip(?:ping)?|miss out|sit out"
            r"|pass on|drop (?:the|your|all|any)|bin (?:the|your)|(?<!can )(?<!may )(?<!could )hold (?:off|back)"
            r"|(?<!you )(?:is|are|be|stays?|remains?) (?:still |also |now |all |strictly "
            r"|completely )?(?:out|on hold|off|paused)"
            r"(?= (?:\d|for|until|till|during|while|as long|so long|throughout|unless|before|when|if|of|as well|too|in the (?:first|next)|altogether|completely|entirely)| ?[.,;(]"
            r"|$)|rule(?:d)? out|no longer (?:use|wear)|(?:advis\w+|recommend\w*|warn\w*"
            r"|caution\w*) against|(?<!can )(?<!may )(?<!might )(?:be|is|are) (?:delayed|grounded|benched|postponed|deferred|put (?:off|back)"
            r"|shelved|held off)|keep your distance|free (?:of|from) (?:make|cosmetic|sweat"
            r"|perfume|product)|spare (?:your|the|it)"
            r"|(?:leave|keep) (?:it |them |skin |(?:your|the) (?:skin|face|brows|lips|area) )?(?:free|bare|clear"
            r"|clean) (?:of|from)|go bare|bare[- ]faced|bare skin (?:is|if|for|until|best)|make-?up[- ]free|exempt|postpone"
            r"|postponing|put off|defer)\b|\bout of the (?:sun|water|heat|pool|gym|sauna)\b"
            r"|\bstay indoors\b"
        ),
    ),
    (
        "rest-from",
        0.85,
        (
            rf"\b{TIME}(?:'s?)? (?:off(?! (?:work|school))|without|away from|clear of|free (?:of|from)|out of|with no"
            r"|of no|minus)\b|\b(?:break|rest|holiday|pause|time out|time off|day off) from\b"
            r"|\b\w+[- ]free (?:day|week|for|until|night|zone|evening)|\bon hold\b|\bon pause\b"
        ),
    ),
    (
        "hold",
        0.8,
        (
            r"^\W*(?:and |then |please ){0,2}(?:hold|pause|park|bench|lose|miss|drop|forget about"
            r"|forget) (?:the |your |all |any )?(?=(?:retin|gym|make|exerc|workout|sauna|acid"
            r"|active|sun|swim|alcohol|razor|facial|scrub|pool|serum|vitamin|training|run|heat"
            r"|spin|yoga))"
        ),
    ),
    (
        "wait",
        0.85,
        (
            r"\bwaits (?=until|till|for|at least|\d|a |one|two|three|four|five|six|seven|ten)"
            r"|\b(?:stays?|remains?|goes|live) (?:in|on) the (?:cupboard|drawer|bag|cabinet|shelf)\b"
            r"|\ban? [\w-]+[ -](?:hour|hr|day|week|month)[ -]wait\b|\bit (?:takes|will be|is|will take) (?:about |at least |up to )?(?:[\w-]+ ){1,3}before you (?:can|may)\b|\bshould miss\b|\bask for (?:at least )?(?:a|\d+|\w+) (?:\w+ )?(?:between|before)\b"
            r"|\bkeep (?:[\w-]+ ){1,4}for (?:the (?:weekend|week after)|next \w+|later|another \w+)\b"
            r"|\b(?:wait(?:ing)?|must wait|can wait|has to wait|have to wait|hold off|put off"
            r"|postpone|delay(?:ing)?|defer|save|give it|allow|leave it(?! (?:un)?covered| open| on\b| in place)"
            r"|leave (?:at least|a|an|\d+|two|three|one|four|six))\b(?=.*\b(?:before|prior to|until|till"
            r"|for|first|between|to (?:wear|use|go|exercise|swim))\b)"
            r"|\b(?:hang on|hold on|sit tight) (?:until|till)\b"
            r"|\blet (?:yourself|it|them|(?:your|the) \w+) heal (?:\w+ )?before\b"
            r"|\blet (?:your|the) \w+ (?:breathe|rest|settle|recover|calm)\b(?=.*\bbefore\b)"
            r"|\blet (?:[\w.-]+ ){0,4}(?:hours?|days?|weeks?) (?:go by|pass)\b"
            r"|\bwait (?:another |at least |about |a further )?(?:an? (?:day|week|month|fortnight|few)|one|two|three|four|five|six|seven|\d)"
            r"(?![\d\s-]*min)|\b(?:hours?|days?|weeks?|months?) (?:must|should|has to|have to) (?:pass|go by(?! (?:them|it)sel)|elapse)\b"
            r"|\b(?:must|can|should|will have to|has to|have to|had better|needs? to) wait\b"
            r"|^wait\b|^\W*(?:please )?(?:delay|postpone|defer) (?!(?:the )?heal)"
        ),
    ),
    (
        "heal-first",
        0.85,
        (
            r"\b(?:allowed|time|let|left|needs?|given|has|have) (?:[\w']+ ){0,4}?(?:heal|recover|settle)\w* (?:\w+ )?before "
            r"(?!(?:the|your|a) (?:treatment|procedure|session|appointment))"
        ),
    ),
    (
        "limit",
        0.85,
        (
            r"\b(?:limit(?:ing)?|minimi[sz](?:e|ing)|restrict|(?:is|are|be) (?:restricted|limited)|cut (?:right |well )?(?:down|back)"
            r"|(?<!to )keep (?:\w+ ){0,6}to (?:a|the|an absolute) (?:bare )?minimum"
            r"|as little (?:\w+ ){0,3}as (?:possible|you can)|keep (?:\w+ ){0,2}(?:exercise|workouts?|training|activit\w+) (?:light|gentle|easy)|keep (?:\w+ ){1,6}(?:short|brief|down to|(?:to )?(?:under|below|less than) (?:\d+|an? |one|two|three|five|ten|half))|go easy|easy on|sparing(?:ly)?|reduce|moderate (?:your|the|any)"
            r"|less of|keep (?:[\w-]+ ){1,4}as (?:low|short|little|light|brief) as|to (?:a|an absolute|the absolute|a bare|the) minimum|curb|hardly)\b"
        ),
    ),
    ("be-off", 0.85, r"\b(?:must|should|need to|have to|has to|ought to) be off (?!work|school)"),
    (
        "stop",
        0.85,
        (
            r"\b(?:stop|pause|suspend|discontinue|cease|halt"
            r"|quit)\b(?= (?:using|taking|wearing|all|any|your|the|applying|smoking|drinking"
            r"|exercis\w+|retin\w*|\w+))|\b(?:must|should|needs? to|ha(?:s|ve) to|to) be (?:stopped"
            r"|discontinued|paused|suspended|halted|given up|withheld|missed)\b"
        ),
    ),
    (
        "no-thing",
        0.85,
        (
            r"(?:^|[,;:.(–—/-]\s*|\b(?:and|but|or|with|have|use|wear|apply|take|do|put|be|is|are"
            r"|then|so|still|please|means?|strictly|absolutely|drink|of|on|hours|days|weeks|treatment|procedure|session|should|recommend|advise|suggest|recommend that|advise that|suggest that|ask that) )(?:no|zero"
            r"|nil)\b(?! (?:pain\b(?! (?:medic|relief|kill|tablet))|redness|downtime|swelling|side|down|symptoms?|problem|guarantee"
            r"|more|later|restrictions?\b|limits?\b|limitations?\b|one\b|two\b|visible|reaction|improvement|result|change|evidence|sign))"
            r"|\bno (?:[\w-]+ ){1,5}?(?:can|may|must|should|is to) (?:touch|go on|go near|get (?:on|in)|come)\b"
            r"|\b(?:no|none)(?: (?:at all|whatsoever))? (?:for|until|till|in|on|during|within"
            r"|before)\b"
        ),
    ),
    (
        "nothing",
        0.85,
        (
            r"^\W*nothing (?:topical|at all)\b"
            r"|\bnothing (?:[\w']+ ){0,5}?(?:goes|should go|may go|must go|is to go) (?:on|onto|near)\b"
            r"|\bnothing (?:\([^()]{0,80}\) )?(?:can|may|must|should) (?:go|be|come) (?:on|onto|near|put|applied|used)\b"
            r"|\bnothing (?:\w+ )?(?:may|must|should|can|is to|goes|to go|to be put) (?:go "
            r"|be (?:put|applied|used) )?(?:on|onto|near)\b"
            r"|\band nothing \w+ (?:for|until|till)\b|\bnothing (?:else|on|hot|harsh|perfumed|oily|with|in|near|that|other|scented|tight"
            r"|spicy|at all|heavy|should|may|must|is to|goes|touches|strong|abrasive|but)\b"
            r"|\b(?:put|apply|use|touch|do|wear|eat|drink|have) nothing\b|\bnone of\b|\bneither\b"
            r"|\bnobody (?:should|must|may|can|else)\b|\bnor\b(?! (?:is|are|will|does|do)\b)"
            r"|\bnothing (?:besides|apart from|other than|except|but) [^.;]{1,60}?\b(?:is to|may|must|should|can) (?:be (?:put|applied|used)|go|touch)\b"
        ),
    ),
    (
        "on-no-account",
        0.95,
        (
            r"\b(?:on no account|under no circumstances?|at no (?:time|point|stage)|(?:in|on) no (?:event|case|occasion)|by no means"
            r"|in no way)\b|\b(?<!what )(?:is|are) not(?=[.,;!]|$)"
        ),
    ),
    (
        "label-none",
        0.85,
        (
            r"^\W*[\w' ,&/-]{2,50}(?::|\s[–—-])\s*(?:out|none|off|not|never|nothing|no)\b"
            r"|,\s+no[.!]?$|^\W*no\b[,.!]"
            r"|\b(?!(?:is|are|was|be|or|there|say|has|have|with|of|in|but|and|yes)\b)[a-z]{4,} no(?=[,;!])"
        ),
    ),
    (
        "undone",
        0.8,
        (
            r"\b(?:unwashed(?! hands)|untouched|(?<!leave it )(?<!leave )(?<!left )uncovered|unshaven|unmade|undisturbed|untreated|product-free"
            r"|alcohol-free (?:day|week|for)|bare of|unexposed|(?:left|leave|leaving|kept|keep|stay) (?:\w+ ){0,3}bare(?= (?:for|over|until|till)|[.,;!]|$))\b"
        ),
    ),
    (
        "only-ours",
        0.8,
        (
            r"\bthe only (?:ones?|things?|products?)\b[^.;]{0,25}\b(?:use|apply|put on)\b"
            r"|\bonly (?:[\w.-]+ ){1,4}products? (?:are|is|should|must|may) (?:be )?(?:to be )?used\b"
            r"|\b(?:only (?:use |apply |the )?(?:\w+ ){0,2}(?:products?|creams?|skincare|skin care"
            r"|cosmetics|what)\b|(?:use|apply|take) only (?:what|the products|products|the skincare"
            r"|those|the creams)|take only the (?:\w+ ){1,3}(?:we|you were|prescribed|supplied)"
            r"|(?:use|apply) only (?:the |our )?(?:post-?care|after-?care|kit)\b"
            r"|(?:use|apply) only (?:\w+ ){0,2}(?:approved|recommended|prescribed|supplied) (?:\w+ ){0,3}"
            r"(?:products?|skincare)|products? only(?=[.!]*$)"
            r"|(?:put on|use|apply|wear) only (?:the |those |an? )?(?:\w+,? ){0,6}?(?:serum|moisturi[sz]er|cleanser|cream|balm|sunscreen|ointment)s? "
            r"(?:that )?(?:we|you (?:were|are)|your \w+) (?:\w+ )?(?:recommend\w*|advise[sd]?|gave|given|suppl\w+|prescribe[sd]?)"
            r"|only (?:the|those|what) (?:ones? )?(?:we|you were) (?:gave|given"
            r"|recommend\w*|supplied)|(?:stick|keep) to (?:the |our )?(?:products|skincare(?! routine)|creams"
            r"|what) (?:\w+ ){0,2}(?:we|recommended|supplied|given|kit|advised|provided))\b"
        ),
    ),
    (
        "label-wait",
        0.75,
        (
            r"^\W*[\w' ,&/-]{2,60}[:?]\s*(?:please )?(?:give (?:it|them)|wait|allow)\b"
            r"|^\W*give (?:it|them|that|this) (?:at least |about |a good )?(?:an? |one|two|three|\d)"
            r"|^\W*leave (?:it|them|that|this) (?:for )?(?:at least |about |another |a good )?"
            rf"(?:an? |one |two |three |\d+ ?){TIME}\b"
        ),
    ),
    ("protect-against", 0.6, r"\b(?:beware|watch out|be wary|think twice)\b"),
)
NOT_BEFORE = re.compile(
    r"\bonly (?:after|once|when|from|if|then|be|until)\b"
    r"|\bonly\b.{0,40}\b(?:after|once|from|when)\b"
    r"|\bthe (?:very )?(?:earliest|soonest) (?:that )?you (?:should|must|ought)\b"
    r"|\bat the (?:very )?(?:earliest|soonest)\b|\bno (?:sooner|earlier)\b"
    r"|\bnot (?:before|until|till|sooner|earlier)\b|\buntil then\b"
    r"|\bbut not (?:before|until)\b"
)
