"""Where a sentence may be parted: before a reason, a turn, a new instruction, an aside.

A pattern only offers a place; ``clauses`` says whether the sentence is rightly parted there.
"""

from __future__ import annotations

import re

VERBS = (
    "air[- ]dry|apply|launder|disinfect|splash|renew|refresh|smear|spread|throw|discard|arrive|use|put|keep|wash|clean|cleanse|rinse|pat|dab|drink|sleep|take|continue|carry|follow|cover|"
    "moisturi[sz]e|hydrate|protect|stay|remain|rest|cool|reapply|re-apply|change|come|bring|remove|"
    "leave|let|allow|sit|lie|elevate|raise|eat|choose|stick|make|ensure|remember|try|start|resume|go|do|"
    "wait|hold|press|massage|blot|wipe|saniti[sz]e|shower|soak|spray|mist|smooth|treat|support|prop|reach for|guard|"
    "switch|replace|opt|expect|consider|check|bathe|tap|trim|plan|arrange|avoid|be|have|get|give|add|"
    "begin|dress|swap|layer|top|wear|skip|shun|refrain|abstain|stop|limit|minimi[sz]e|contact(?! sports?| lens)|call|ring|"
    "phone|see|tell|inform|seek|speak|email|ask|book|return|resist|steer|reduce|cut|postpone|delay|"
    "forgo|spare|give|lay|hands|walk|move|stand|pause|pop|run|dry|handle|save|swim|exercise|shave|"
    "touch|pick|rub|scratch|peel|squeeze|scrub|say|turn|work|shield|lift|expose|restart|limit|watch|"
    "look|never|always|please|no|nothing|don't|do not|ditch|drop|bin|pass|hold|wrap|place|finish|set|"
    "slather|report|notify|text|message|visit|go easy|let|invest|store|bear|breathe|find|"
    "keep|put|prefer|pull|fold|repeat|drive|nap|test|forget|help|spread|style|tie|brush|comb|blow|pin"
)
SUBJECT = (
    r"(?:you|we|it|they|this|these|that|your|the|there|some|most|any|all|redness|swelling"
    r"|make-?up|results|i|skin|a|an|if|when|once|after|only|many)"
)
MODAL = (
    r"(?:may|might|can|could|will|should|must|need|needs|is|are|has|have|would|can't"
    r"|cannot|won't|shouldn't|mustn't)"
)
_REASON = re.compile(
    r",?\s+(?:[-–—]\s+)?(?=(?:because|since (?:it|this|they|these|the|your|you|sun|heat"
    r"|sweat|doing|any|uv|that|such|touch|alcohol)"
    r"|as (?!you (?:can|like|wish|want|need|would|do|did|normally|usually)\b)"
    r"(?:it|this|they|these|that|your|the|you|uv|doing|doing so|pigment|heat|sweat"
    r"|bacteria|sun|hot|there|scratch\w*|pick\w*|rub\w*|any|such|both|we|alcohol|new|all"
    r"|steam|chlorine|water|touch\w*|some|exercis\w*|infection) (?:\w+ ){0,5}?(?:can|may"
    r"|might|will|could|is|are|increase\w*|cause\w*|makes?|has|have|would|get|gets|leads?"
    r"|irritate\w*|dr(?:y|ies)|strips?|want|pull\w*|raise\w*|slow\w*|introduce\w*"
    r"|affect\w*|delay\w*|needs?|carr(?:y|ies)|harbou?rs?|thins?|won't|cannot|heals?|lets?"
    r"|burns?|feels?|looks?|still|opens?|do|does)\b"
    r"|as (?!you\b|much\b|soon\b|long\b|well\b|little\b|normal\b|usual\b|if\b"
    r"|a\b)(?:\w+ ){1,4}?(?:can|may|might|could|will)\b|otherwise\b"
    r"|or (?:else|you(?:'ll| (?:may|could|might|will|risk))"
    r"|it (?:may|could|might|will|can)|they (?:may|could|might|will|can)"
    r"|your skin (?:may|could|might|will|can)|the \w+ (?:may|could|might|will|can))"
    r"|which (?!\w+ (?:last|take|feel|look|continue)\b)"
    r"(?:can|may|could|might|will|is because|increases?|makes?|causes?|leads?|dries"
    r"|strips?|would|irritates?|slows?|delays?)\b"
    r"|(?:this|these|it|they|doing so|that|both) (?:can|may|could|might|will"
    r"|would) (?:cause|lead|increase|make|result|irritate|delay|slow|affect|damage"
    r"|introduce|pull|leave|worsen|spread|remove|scar|harm|strip|dry|bring|prolong)\b"
    r"|for fear of|to (?:do|doing) so (?:can|may|could|might|will)|or risk\b))"
)
_JOIN = re.compile(
    r"(?:,\s+(?P<word>and then|and also|and so(?= (?:is|are|do|does)\b)|and|&|but|so|then|though|although|however,?|yet|plus"
    r"|while|whereas)|\s+(?P<bare>and then|and also|and so(?= (?:is|are|do|does)\b)|and|&|but|so|though|although|however,?|yet"
    r"|plus|whereas))\s+(?:then\s+|also\s+|above all,?\s+|to\s+(?=(?:wear|use|apply|keep|avoid|wash|not"
    r"|stay|call|contact|protect|cover|follow|attend|tell|inform|take)\b)|please\s+"
    r"|simply\s+|just\s+|gently\s+|always\s+|from then on,?\s+|after that,?\s+"
    r"|afterwards\s+|never\s+(?=\w)){0,2}"
    rf"(?=(?:(?:{VERBS})\b(?!-)(?! (?:skin|patch\w*|areas?|spots?)\b)(?!\s*(?:,|\.|$|and\b|or\b|up\b(?! to))|ing\b)"
    rf"|not\s+(?:to\s+\w+|touch\b|pick\b|rub\b|scratch\b|on (?:your|the|it)\b|under\b|be\b|\w+ing|over\b|near\b|before\b|until\b)|avoid\w*\b"
    rf"|(?:[\w'/-]+ ){{1,6}}(?:should|must|needs? to|ha(?:s|ve) to) (?:not )?(?:be|wait|stay) (?:left|avoided|stopped|off|away)\b"
    rf"|{SUBJECT}\s+(?:\w+\s+){{0,4}}?{MODAL}\b"
    r"|(?:[\w'/-]+ ){1,4}(?:must|should|needs? to|ha(?:s|ve) to) wait\b"
    r"|(?:it|that)'?s\s+(?:fine|ok|okay|best|important|good|better|alright)\b"
    rf"|with (?:an?|your|clean|the) [\w-]+ (?:{VERBS})\b"
    r"|you (?:do not|don't) want\b|let no\b|many (?:people|clients|patients|of you) (?:go|carry|return|resume|get)\b|we (?:recommend|prefer|advise|suggest|ask)\b|spf\b|have (?:clean|someone|a|your|plenty)\b"
    r"|(?:[\w'-]+ ){1,2}(?:is|are) (?:fine|ok|okay|allowed|permitted|all right|alright)\b"
    r"|(?:[\w'-]+ ){1,3}not (?:before|until|till|for)\b"
    r"|(?:leaving|keeping|staying|avoiding|skipping) (?:[\w'-]+ ){1,7}?(?:until|till|for|off|out|alone)\b"
    rf"|(?:from|after|for) (?!(?:the |these )?[\w'-]+ (?:hours|days|weeks) (?:that|which) )(?:the |this |that |your |my )?(?:[\w'-]+ ){{1,4}}?"
    rf"(?:we (?:recommend|advise|prefer|suggest|ask)|(?:you|i|we) {MODAL}|(?!have\b|be\b|get\b)(?:{VERBS}))\b(?! (?:is|are|to)\b|ing\b|-)"
    rf"|where (?:you can|possible),? (?:{VERBS})\b"
    r"|usually|rarely|for longer|is\s|are\s|will\s|may\s|can\s|must\s|should\s|in rare"
    r"|occasionally|sometimes|has to|have to|needs?))"
)
_COMMA = re.compile(
    r",\s+(?=(?:please\s+|then\s+|and\s+|gently\s+|also\s+(?:please\s+)?)?(?:(?<=also )you (?:must|should|may|can)\b|wait (?:at least )?(?:\d|an? |one |two |three )|do not|don't|avoid|never"
    r"|no (?:\w+ )?(?:make|sun\w*|heat|rub\w*|touch\w*|exerc\w*|swim\w*|alcohol|saunas?"
    r"|pick\w*|scrub\w*|gym)|no (?:[\w'-]+ ){1,6}(?:for|until|till|within) |be sure to|use|apply|wear|keep|wash|pat|put|stay|drink(?= (?:plenty|lots|more|water|enough))|contact(?! sports?| lens)"
    r"|call|just (?:press|use|apply|wash|rinse|pat|keep|let))\b)"
)
_SPLICE = re.compile(
    r",\s+(?=(?!(?:\w+ ){1,4}(?:is|are) not\b)(?:sweat|heat|bacteria|germs|this|it|they"
    r"|these|sun|sunlight|alcohol|chlorine|steam|friction|doing so"
    r"|hot water)\b(?: and \w+)? (?:(?!that |which )\w+ ){0,5}(?:can|may|will|could|might|is|are|causes?"
    r"|makes?|leads?|brings?|adds?|raises?|slows?|pulls?|dries|strips)\b)"
)
_TURN = re.compile(
    r",\s+(?P<word>and)\s+(?=(?:[\w'-]+ ){1,3}(?:may|can|must|should|will|might|could) (?:not )?"
    r"(?:be \w+ed|turn|look|feel|become|appear|darken|fade|swell|itch|peel|last)\b)"
    r"|,?\s+(?P<other>but|and|while)\s+(?=(?:[\w'-]+ ){1,3}(?:needs?|takes?|waits?) (?:an?|one|two|three|four|five|six|seven|\d+) ?(?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?)\b)"
    r"|,\s+(?P<bare>then|but)\s+(?=(?:[\w'-]+ ){1,4}(?:is|are|may|can|should|must|will|needs?)\b)"
)
_BECAUSE = re.compile(
    r",\s+(?=(?:as|since) (?:it|they|this|these|that|those|both|your|the|such|new|any|all"
    r"|skin|heat|sweat|sun|water|steam|we|\w+s|\w+ing)\b(?! well\b| advised\b))"
)
_COURSES = re.compile(
    r",\s+(?=(?:[\w'/-]+ |\([^()]{0,40}\) ){1,6}(?:should|must|needs? to|ha(?:s|ve) to) be (?:avoided|stopped|left)\b)|"
    r",\s+(?=(?:[\w'-]+ ){1,3}(?:is|are)(?: not|n't)\b)"
    r"|,\s+(?=not (?:to )?(?:run|swim|exercise|bathe|scrub|rub|drive|fly|drink|smoke|jog"
    r"|shave|wax|peel)\b)"
    r"|,\s+(?=(?:bruis\w*|swelling|redness|scabs?|itching|lumps?|peeling|soreness"
    r"|numbness) (?:may|can|will|should|usually|often|might|could)\b)"
)
AND_THAT = re.compile(
    r",?\s+and\s+(?=that (?:[\w'-]+ ){1,7}?"
    r"(?:is|are|will|may|can|might|could|must|should|has|have)\b)"
)
_COUNT = r"(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|an?(?: (?:full|whole|good))?|one|two|three|four|five|six|seven|ten|twelve)"
_AND_THAT_YOU = re.compile(r",?\s+and\s+(?=that you\b)")
CONSENTS = re.compile(
    r"\W*i (?:\w+ )?(?:understand|accept|acknowledge|agree|am aware|have been told|know|confirm)\b"
)
_MARK = re.compile(r"\s*;\s+|(?<=[a-z)])\s*:\s+(?=\S)|\s+[–—-]{1,2}\s+|\s*—\s*|\s*…\s+")
_MINUS = re.compile(  # `… the next day minus acids, which wait a week`
    r",?\s+(?=(?:minus|except|apart from|excluding|other than|bar|but not|with the exception of)\b"
    r"[^.;]{3,60}, (?:which|these|those|they|both|all of which)\b)"
)
ANOTHER = re.compile(  # `exercise waits 48 hours, swimming a full week`
    rf"(?:{_COUNT} ?(?:hours?|hrs?|days?|weeks?|months?)|overnight|today|tonight)"
    r"(?P<mark>,(?: and)? )(?=(?!(?:preferably|ideally|or|better|even|up to|at least|sometimes"
    r"|then|but|so|about|maybe|possibly|usually|longer|if|for|which|to|from|after)\b)"
    rf"(?:[\w'/-]+ ){{1,4}}?(?:for )?(?:at least |about |up to )?{_COUNT}"
    r" ?(?:hours?|hrs?|days?|weeks?|months?)\W*$)"
)
TWO_COURSES = re.compile(  # `it lasts for the day and goes down over the next two days`
    r"\b(?:hours?|hrs?|days?|weeks?|months?|morning|evening)\b(?: (?!(?:and|but|or)\b)[\w'-]+){0,5}(?P<mark>,? )(?P<word>and|but|or) "
    r"(?=(?:as a rule |normally |it |they ){0,2}(?:goes|go on|lasts?|continues?|keeps?|can|may|should|will|usually|often"
    r"|typically|is|are|carries|stays?|up to)\b[^.;:]{0,80}\b(?:hours?|hrs?|days?|weeks?|months?)\b)"
)
_SAID_ASIDE = re.compile(  # `no scrubs (a mild one may be used after 3 days)`
    r"\s+(?=\((?!for example|e\.g|i\.e|such as|usually|typically|about|unless|or "
    r"|if (?![^()]*\b(?:check|ask|tell|speak|contact|consult)\b))"
    r"(?=(?:but )?(?:no|not|never)\b[^()]*\b(?:for|until|till)\b|[^()]*\b(?:can|may|might|will|could|do|don't|check|ask|tell|speak|consult|\w+(?:tates|auses|ncreases|isks))\b)[^()]{12,160}\)[.!]?(?:\s*$| (?:as|because|since|which)\b))"
)
_WHICH_GOES = re.compile(  # `take something for the itch, which should settle in 3 days`
    r",\s+(?=which (?:(?:should|will|usually|normally|typically|generally|mostly|can|may|often|tends? to) )*"
    r"(?:settles?|goe?s?|fades?|lasts?|subsides?|pass(?:es)?|disappears?|clears?|eases?|calms?"
    r"|takes?|resolves?|be gone|starts?|begins?|sets? in)\b)"
)
_BETTER = re.compile(  # `no sun for 48 hours (a week is best)`
    r"\s+(?=\((?:[^()]{2,30} (?:is|would be) (?:best|ideal|optimal|better|preferable)"
    r"|(?:best|ideal|better) (?:is|would be) [^()]{2,30})\)[.!]?\s*$)"
)
_JUST_DO_NOT = re.compile(
    r",\s+(?=so until then\b)|,?\s+(?=just (?:don't|dont|do not|never|avoid)\b)"
    r"|,\s+(?=(?:but )?(?:taking care|being careful) not to\b)"
    r"|,?\s+(?=(?:though|but) not (?:[\w-]+ ){1,5}(?:for|until|till)\b)"
    r"|(?:(?<=allowed)|(?<=fine)|(?<=okay)|(?<= ok)|(?<=permitted)|(?<=shower)),?\s+"
    r"(?=but not (?!for\b|if\b|when\b|until\b|too\b|yet\b))"  # `a shower is fine but not a bath`
)
_FOR_GOOD = re.compile(  # `no sun for a month, and sunbeds for good`
    r",?\s+(?P<word>and)\s+(?=(?:no )?(?:[\w'-]+ ){1,4}(?:never again|for ?ever|for (?:good|life)|permanently)\b)"
    r"|(?:(?<=ever)|(?<=good)|(?<=for life)|(?<=again)|(?<=permanently)),?\s+(?P<other>and)\s+"
    rf"(?=(?:no )?(?:[\w'-]+ ){{1,4}}for (?:at least |about )?{_COUNT} )"
)
_ASKED = re.compile(  # `if it blisters ring us, you must not swim`
    rf"(?:(?<= us)|(?<= doctor)|(?<= clinic)),\s+(?=(?:also |but |and |so )?(?:(?:[\w'-]+ ){{1,3}}{MODAL}|wait\b))"
)
_NO_STOP = re.compile(  # `no gym for 24hrs no sun for a week`
    r"(?:(?<=hours)|(?<=hrs)|(?<=days)|(?<=weeks)|(?<=week)|(?<= day))\s+(?=(?:no|avoid|do not|don't) [a-z])"
)
BEFORE_TOO = re.compile(  # `wait 24 hours before make-up and two weeks before a sauna`
    rf"\bbefore (?!the |your )[\w' -]{{3,40}}?(?P<mark>,? and |, )(?=(?:at least )?{_COUNT} (?:hours?|hrs?|days?|weeks?"
    r"|months?) before )"
)
CUTS = (
    (_NO_STOP, "comma"),
    (_ASKED, "mark"),
    (_FOR_GOOD, ""),
    (_BETTER, "better"),
    (_JUST_DO_NOT, "but"),
    (_SAID_ASIDE, "mark"),
    (_AND_THAT_YOU, "and"),
    (_WHICH_GOES, "which"),
    (_MINUS, "mark"),
    (_MARK, "mark"),
    (_REASON, "reason"),
    (_JOIN, ""),
    (_SPLICE, "reason"),
    (_COURSES, "mark"),
    (_BECAUSE, "reason"),
    (_TURN, ""),
    (_COMMA, "comma"),
)
