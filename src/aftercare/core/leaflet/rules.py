"""The rules of the language by which a clause is judged, each with a name, as patterns.

They are written for how instructions are said, not for what they are about. The order within a
table is the order in which rules are tried; ``kinds`` says which table comes when.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Rule(NamedTuple):
    """A named pattern and how sure it is, from 0 to 1."""

    name: str
    pattern: re.Pattern[str]
    sure: float


def _rules(*rows: tuple[str, float, str]) -> tuple[Rule, ...]:
    return tuple(
        Rule(name, re.compile(pattern.replace(r"\w+ ", _W)), sure) for name, sure, pattern in rows
    )


_W = r"[\w'-]+ "  # one word and its space; a make-up is one word
_SUBJ = r"(?:it|they|this|these|we|results?|most|some|people|patients|clients|treatments?|needles?|injections?|products?|effects?|the \w+)"
_TIME = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|nights?|fortnights?|evening|time)"

HELP = _rules(
    ("ask-for-help", 0.95,
     (r"\b(?:contact|call|ring|phone|telephone|consult|speak (?:to|with)|talk to|tell|inform|notify|let|text|message|e-?mail|report(?:ed)? (?:it |this |them |any\w* |these |\w+ ){0,4}to|drop|get in touch|get back|go (?:straight |directly |immediately |back )?to|attend|visit|dial|reach(?: out)?|come (?:back |straight )?(?:to|in)|return to|see|ask|whatsapp|get hold of|get on to|come and see|pick up the phone|check with|show)\b"
     r"(?:(?!\bavoid\b)[^.;]){0,45}?\b(?:us|me|our|clinic|doctor|gp|g\.p|practitioner|clinician|nurse|therapist|artist|specialist|injector|technician|pharmacist|surgeon|dermatologist|physician|optician|a ?& ?e|999|911|111|112|hospital|emergency|casualty|office|salon|studio|aesthetician|beautician|surgery|practice|number|helpline|ambulance|prescriber|provider|whoever|medical|touch with)\b")),
    ("emergency-number", 0.95, r"\b(?:999|911|112)\b|\bmust be (?:seen|checked|looked at|shown|reported)\b"),
    ("must-be-told", 0.95, r"\b(?:shown|reported|mentioned) (?:\w+ ){0,2}to (?:us|me|your|the|a)\b|\bstraight to (?:hospital|a ?& ?e|casualty|the)\b|\b(?:just|please|always|do) ask\b(?! for)|\bif\b.*,\s(?:just |please )?ask[.!]?$|\b(?:clinic|practitioner|doctor|gp|nurse|we|therapist|clinician|artist) (?:must|should|needs? to|has to) be (?:told|informed|notified|contacted|called|seen)\b|\b(?:be )?(?:seen|looked at|checked|assessed|treated) (?:at once |urgently |straight away |promptly )?by (?:a |us|your |the |our )"),
    ("trip-to-a-doctor", 0.9, r"\b(?:trip|visit|straight|word|call) (?:to|with) (?:your|the|a|our) (?:gp|doctor|nurse|hospital|clinic|pharmacist|a ?& ?e|dentist)\b|\bneeds? (?:looking at|to be (?:seen|looked at|checked))\b"),
    ("to-report", 0.85, r"\breport (?:any|all|these|it|them|signs?|every)\b"),
    ("need-a-doctor", 0.9, r"\bneeds? (?:a|the|your) (?:doctor|gp|nurse|clinic)\b"),
    ("call-if", 0.9, r"^\W*(?:please )?(?:call|phone|ring|text|message|telephone|email|contact(?! lens))\b.*\b(?:if|for|when)\b|\b(?:please )?(?:call|phone|ring|dial)(?: (?:immediately|at once|now|straight away))?[.!]?$|\b(?:emergency|out[- ]of[- ]hours|24[- ]hour) (?:line|number|phone|contact)\b|\bhelpline\b"),
    ("seek-help", 0.95, r"\b(?:seek|get|need(?:s|ed)?|obtain|requires?|warrants?|ask for|find) (?:\w+ ){0,3}(?:medical|urgent|emergency|doctor's|immediate|professional)? ?(?:\w+ ){0,1}(?:help|advice|attention|care|assistance|treatment)\b(?=.{0,60}(?:\b(?:if|at once|immediately|straight|right away|promptly|urgent|without delay)\b|$))|\bmedical (?:attention|help|advice|emergency|assistance)\b"),
    ("reason-to-call", 0.85, r"\b(?:reasons?|signs?|grounds) (?:to|that you should|for) (?:call|contact|ring|see|phone|get|calling|seeing|us)\b|\b(?:call|ring|contact|phone) (?:straight ?away|immediately|at once|right away|us)\b|\b(?:give|drop|send) (?:us|me) a (?:call|ring|bell|line|message|text|note)\b|\bget in touch\b|\bmake contact\b|\b(?:send|email|text|message|whatsapp) (?:us|me)\b|\bhere (?:for you|to help)\b|\bsigns of (?:an )?infection\b|\b(?:end|other end) of the phone\b|\b(?:doubt|worried|concerned|unsure|concerns?)\b.*\bask\b|\bwe(?:'d| would)? (?:want|need|would like|like|love) to (?:hear|know|see)\b|\bwarning signs?\b|\bpick up the phone\b|\bour (?:line|door|phone) is\b"),
)  # fmt: skip
DISCLOSE = re.compile(
    r"\b(?:tell|inform|let|notify|advise)\b.{0,40}\b(?:if you (?:take|are (?:taking|pregnant|on|breast|allergic)|have (?:ever|had|a history|any (?:allerg|medical|condition)|been)|suffer|use|get cold sores)|about (?:any|your|all) (?:\w+ ){0,2}(?:medic|allerg|condition|history|tablets|supplement|illness)|of any (?:medic|allerg|condition|change))"
)
BAN = _rules(
    ("do-not", 0.95, r"(?<!\bwe )(?<!\bthey )(?<!\bit )(?:^|[^a-z])(?:do not|don't|dont|never)\b(?! need| have to| usually| always| always)|\bi (?:will|shall|must|should|may|can) not\b|\bi (?:won't|mustn't|cannot|can't)\b|\bi agree not\b"),
    ("not-a-drop", 0.9, r"\bnot (?:a|one|even a|a single) (?:single )?(?:drop|trace|hint|bit|spot|dab|touch|scrap|speck|minute|sip)\b"),
    ("not-to", 0.9, r"\bnot (?:to )(?:be )?\w+|\b(?:try|best|wise|important|careful|sure|better|please|and|but|or|so) not(?: to)?\b|^\W*not\b"),
    ("must-not", 0.95, r"\b(?:must|should|shall|ought|are|is|be|was|were) not (?:to )?(?:be |have |use|wear|go|do|get|allow|take|touch|expose|apply|put|under|exercise|drink|smoke|swim|eat|drive|fly|lie|sleep|pick|rub|come|enter|return|attempt|let|try|receive|wash|shave|\w+e\b|\w+)|\b(?:mustn't|shouldn't|oughtn't|mayn't)\b"),
    ("may-not", 0.85, r"\b(?:may|can|could) ?not (?:be (?:worn|used|applied|touched|washed|wet|exposed|shaved|waxed|covered|taken|rubbed|massaged|done|resumed|put|removed)|go|use|wear|swim|exercise|drink|smoke|have|do|take|shower|bathe|return|apply|drive|fly|sunbathe)\b|\bcan't (?:be (?:worn|used|applied|touched|washed)|go|use|wear|swim|exercise|drink|smoke|have|take|shower|bathe)\b"),
    ("not-allowed", 0.9, r"\bnot (?:allowed|permitted|recommended|advised|advisable|wise|suitable|ok|okay|safe|a good|for (?:the|at|a|another|\d|one|two|three|four|five|six|seven|ten)|before|until|till|yet|on the|in the|on treated|go(?:ing)?\b|be\b|even|used|worn|touched|any|use|wear|within)\b|\bnot \w+ed (?:for|until|on|in)\b"),
    ("ban-word", 0.95,
     r"\b(?:avoid(?:ing|ed|ance)?|refrain(?:ing)?|abstain(?:ing)?|abstinence|shun(?:ning|ned)?|skipped|omitted|forgo(?:ing)?|forego|banned|ban on|forbidden|prohibited|off[- ]limits?|out of bounds|no-?gos?|taboo|steer (?:well )?clear|(?:stay|staying|keep|keeping|kept|well|stays?) (?:(?!spf)[\w',-]+ ){0,8}?(?:away from|out of|off\b|clear of|indoors)|keep (?:your )?(?:hands|fingers)(?: (?:off|away|to))|hands[- ](?:off|away)|fingers (?:off|away)|hands to yourself|(?:inadvisable|unwise|ill-advised|discouraged|off the menu|out of the question|off the (?:cards|table|list))|say (?:no|goodbye|farewell)|(?:is|are) (?:a )?(?:bad|terrible|poor) (?:idea|news)|(?:stay|keep|stays|keeps) (?:well |right |far )?(?:clear|away)|\benem(?:y|ies)\b|(?:arrive|come) (?:without|with no)|let (?:\w+ ){1,3}be(?=[.,;!]|$)|nor (?:should|must|may|can) (?:you|they|it)|wide berth|a (?:miss|rest|break|swerve) |give up|lay off|swear off|do(?:ing)? without|go(?:es|ing)? without|manage without|live without|stay without|remain without|be without|keep off|best (?:left|avoided)|better (?:left|avoided)|left (?:alone|off|out|for)|leave (?:[\w\',-]+ ){0,9}(?:alone|off\b|out of|be\b|aside|behind|at home|in the (?:drawer|cupboard|bag)|out\b|until|till)|leaving (?:\w+ ){0,4}(?:off|out|alone)|put (?:\w+ ){0,3}aside|set aside|shelve|ditch|resist|stay off|cut out|cut (?:\w+ ){0,2}out|skip(?:ping)?|miss out|sit out|pass on|drop (?:the|your|all|any)|bin (?:the|your)|hold (?:off|back)|(?:is|are|be|stays?|remains?) (?:still |also |now |all |strictly |completely )?(?:out|on hold|off|paused)(?= (?:for|until|till|during|while|of)|[.,;]|$)|rule out|no longer (?:use|wear)|(?:advis\w+|recommend\w*|warn\w*|caution\w*) against|(?:be|is|are) (?:delayed|postponed|deferred|put (?:off|back)|shelved|held off)|keep your distance|free (?:of|from) (?:make|cosmetic|sweat|perfume|product)|spare (?:your|the|it)|keep (?:it |them |skin |your (?:skin|face|brows|lips) )?(?:free|bare|clear|clean) (?:of|from)|go bare|bare[- ]faced|make-?up[- ]free|exempt|postpone|postponing|put off|defer)\b|\bout of the (?:sun|water|heat|pool|gym|sauna)\b|\bstay indoors\b"),
    ("rest-from", 0.85, rf"\b{_TIME}(?:'s?)? (?:off|without|away from|clear of|free (?:of|from)|out of|with no|of no|minus)\b|\b(?:break|rest|holiday|pause|time out|time off|day off) from\b|\b\w+[- ]free (?:day|week|for|until|night|zone|evening)|\bon hold\b|\bon pause\b"),
    ("hold", 0.8, r"^\W*(?:then |please )?(?:hold|pause|park|bench|lose|miss|drop|forget about|forget) (?:the |your |all |any )?(?=(?:retin|gym|make|exerc|workout|sauna|acid|active|sun|swim|alcohol|razor|facial|scrub|pool|serum|vitamin|training|run|heat|spin|yoga))"),
    ("wait", 0.85, r"\b(?:wait(?:ing)?|must wait|can wait|has to wait|have to wait|hold off|put off|postpone|delay(?:ing)?|defer|save|give it|allow|leave it|leave (?:at least|a|an|\d+|two|three|one|four|six))\b(?=.*\b(?:before|until|till|for|first|between|to (?:wear|use|go|exercise|swim))\b)|\b(?:must|should|has to|have to) (?:pass|go by|elapse)\b|\b(?:must|can|should|will have to|has to|have to|had better|needs? to) wait\b|^wait\b"),
    ("limit", 0.85, r"\b(?:limit|minimi[sz]e|restrict|cut (?:down|back)|keep (?:\w+ ){0,6}to (?:a|the|an absolute) (?:bare )?minimum|as little as (?:possible|you can)|go easy|easy on|sparing(?:ly)?|reduce|moderate|less of|to a minimum|curb|hardly)\b"),
    ("be-off", 0.85, r"\b(?:must|should|need to|have to|has to|ought to) be off (?!work|school)"),
    ("stop", 0.85, r"\b(?:stop|pause|suspend|discontinue|cease|halt|quit)\b(?= (?:using|taking|wearing|all|any|your|the|applying|smoking|drinking|exercis\w+|retin\w*|\w+))"),
    ("no-thing", 0.85, r"(?:^|[,;:.(–—/-]\s*|\b(?:and|but|or|with|have|use|wear|apply|take|do|put|be|is|are|then|so|please|means?|strictly|absolutely|drink|of|should) )(?:no|zero|nil)\b(?! (?:pain|redness|downtime|swelling|side|down|symptoms?|problem|guarantee|more|later|one\b|two\b|visible|reaction|improvement|result|change|evidence|sign))|\b(?:no|none)(?: (?:at all|whatsoever))? (?:for|until|till|in|on|during|within|before)\b"),
    ("nothing", 0.85, r"\bnothing (?:\w+ )?(?:may|must|should|can|is to|goes|to go|to be put) (?:go |be (?:put|applied|used) )?(?:on|onto|near)\b|\bnothing (?:else|on|hot|harsh|perfumed|oily|with|in|near|that|other|scented|tight|spicy|at all|heavy|should|may|must|is to|goes|touches|strong|abrasive|but)\b|\b(?:put|apply|use|touch|do|wear|eat|drink|have) nothing\b|\bnone of\b|\bneither\b|\bnobody\b|\bnor\b"),
    ("on-no-account", 0.95, r"\b(?:on no account|under no circumstances?|at no (?:time|point|stage)|by no means|in no way)\b|\b(?<!what )(?:is|are) not(?=[.,;!]|$)"),
    ("label-none", 0.85, r"^\W*[\w' ,&/-]{2,50}(?::|\s[–—-])\s*(?:out|none|off|not|never|nothing|no)\b|,\s+no[.!]?$|^\W*no\b[,.!]"),
    ("undone", 0.8, r"\b(?:unwashed(?! hands)|untouched|uncovered|unshaven|unmade|undisturbed|product-free|alcohol-free (?:day|week|for)|bare of|unexposed)\b"),
    ("only-ours", 0.8, r"\b(?:only (?:use |apply |the )?(?:\w+ ){0,2}(?:products?|creams?|skincare|skin care|cosmetics|what)\b|(?:use|apply) only (?:what|the products|products|the skincare|those|the creams)|only (?:the|those|what) (?:ones? )?(?:we|you were) (?:gave|given|recommend\w*|supplied)|(?:stick|keep) to (?:the |our )?(?:products|skincare|creams|what) (?:\w+ ){0,2}(?:we|recommended|supplied|given|kit|advised|provided))\b"),
    ("protect-against", 0.6, r"\b(?:beware|watch out|be wary|think twice)\b"),
)  # fmt: skip
NOT_BEFORE = re.compile(
    r"\bonly (?:after|once|when|from|if|then|be|until)\b|\bonly\b.{0,40}\b(?:after|once|from|when)\b|\bat the (?:very )?(?:earliest|soonest)\b|\bno (?:sooner|earlier)\b|\bnot (?:before|until|till|sooner|earlier)\b|\buntil then\b|\bbut not (?:before|until)\b"
)
PERMIT = _rules(
    ("you-may", 0.85, r"\b(?:you|clients|patients|your \w+|make-?up|showers?|baths?|one|we|i) (?:(?:usually|normally|also|now|then|still|just|safely|gently|even) )*(?:can|may|could)\b(?: (?:also|now|then|still|safely|gently|usually|normally|again|just|of course|certainly))*\s(?!not\b)(?!(?:end up|wake|lose|risk|react|feel|notice|see|experience|be (?!used|worn|taken|applied|resumed|washed|removed|covered|massaged|done|had|put|reintroduced|given|shaved|repeated|eaten|started)|have (?:some|a (?:bit|little|few|mild)|mild|slight|swelling|red|dry)|get|look|find|develop|bruise|flake|peel|swell|itch|need|last|take (?:a |up|several|\d|two|three|some|a few|about|between|as)|appear|become|occur|happen|suffer|cause|lead|make|result|vary|come|feel|persist|continue to|still|expect|scab|crust|bleed|weep|ooze|scar|ruin|spoil|regret|turn|increase|worsen|irritate|delay|affect|damage|begin to|start to|also|show|remain|stay|seem|sting|burn|tingle|form|leave|break|only|never|strip|dry|harm|slow|prolong|fade|spread|introduce|trigger|pull|darken|blister|be )\b)|\b(?:it|they|these) (?:can|may) (?:go|come)\b"),
    ("allowed", 0.85, r"\b(?:is|are|it's|that's) (?:\w+ )?(?:fine|ok|okay|allowed|permitted|safe|all right|alright|acceptable|no problem|possible)\b|\b(?:feel free|free to|welcome to|safe to|fine to|ok to|okay to|happy for you|all right to|alright to|go ahead|no harm in|back (?:to|in|at|on) (?:your |the )?(?:normal|usual|gym|exercise|work|make|pool|training)|need not|needn't)\b|\b(?:fine|ok|okay|allowed|permitted)(?: (?:again|after|from|once|now|as|if))?[.!]?$|^\W*(?:fine|ok|okay|allowed|permitted|yes)\b|,\s+yes\b"),
    ("resume", 0.8, r"\b(?:resume|resumed|return to|returning to|restart|re-start|reintroduce|go back to|get back to|pick up again|come back in|start(?:ing)? (?:\w+ ){0,3}again|begin again|re-introduce|carry on as (?:normal|usual)|as usual|as normal)\b"),
    ("can-be-done", 0.8, r"\b(?:can|may|could) (?:then |also |now |gently |still |safely |only )?be (?:\w+ed|worn|taken|held|put|given|done|had|eaten|kept|left|cut|drunk|begun)\b|\bif needed\b.*\b(?:can|may)\b"),
    ("no-need", 0.7, r"\b(?:no need to|do not need to|don't need to|don't have to|do not have to|need not|needn't|not necessary to)\b"),
)  # fmt: skip
DO = _rules(
    ("should-do", 0.9, r"\byou'll (?:want|need) (?:to|a|an|some)\b|\b(?:you|we|hands?|they|it|skin|area|patients|clients|which|and|i)(?: \w+)? (?:(?<=\bi )will|should|must|need to|will need to|have to|has to|needs to|are (?:advised|asked|encouraged|recommended) to|ought to|are to|want you to|'ll want to|'ll need(?: to)?|want to|will need|will have to|shall)\b(?! (?:not|feel|notice|see|look|experience|expect|find|heal|last|fade|peel|flake|scab|swell|settle|subside|improve|disappear|have|lose|feel|go|appear|become|start to|begin to|also (?:feel|notice|see)|take (?:a|up|about|\d)))"),
    ("to-be-done", 0.85, r"\b(?:should|must|needs? to|ha(?:s|ve) to|ought to|is to|are to|will need to) (?:always |also |only |then |gently |never |both |all )*(?:be |stay |remain )(?:\w+ ){0,2}?(?:used|applied|worn|kept|taken|washed|cleaned|cleansed|covered|removed|changed|followed|protected|put|drunk|massaged|patted|clean|dry|moist|continued|moisturi[sz]ed|cool|upright|left|elevated|reapplied|\w+ed|\w+n|done|made|had|clean|dry)\b"),
    ("be-careful", 0.8, r"\b(?:should|must|need to|have to) be (?:extra |very |especially )?(?:careful|gentle|cautious)\b"),
    ("is-a-must", 0.85, r"\b(?:is|are) (?:a (?:\w+ )?must|essential|vital|crucial|important|necessary|recommended|advised|advisable|required|imperative|needed|encouraged|key|mandatory|compulsory|the best|best|ideal|your friend|non-negotiable)\b|\bit(?:'s| is) (?:\w+ )?(?:important|essential|vital|best|advisable|necessary|crucial|recommended|a good idea|wise|helpful|worth)\b|\ba must\b"),
    ("we-advise", 0.85, r"\b(?:we|i|our \w+|your \w+) (?:\w+ )?(?:recommend|advise|suggest|ask|urge|encourage|prefer|like you to|would like)\b|\b(?:recommended|advised)\b(?! (?:course|by|number|interval|sessions?))"),
    ("will-do", 0.7, r"\bwill do\b|\bis (?:enough|plenty|all you need)\b"),
    ("must", 0.7, r"\b(?:must|should|needs? to|ha(?:s|ve) to|ought to)\b(?! not)"),
    ("helps", 0.7, r"\b(?:will|can|may|should)? ?(?:help|ease|soothe|relieve|calm|reduce|bring down)s?\b(?= to\b| (?:\w+ ){0,3}(?:swelling|pain|soreness|discomfort|itch\w*|redness|tight\w*|heat|bruis\w*|healing|skin|with|if|when|here|[.!]?$)|[.!]?$)"),
)  # fmt: skip
HARM = re.compile(
    r"\b(?:caus(?:e|es|ing)|lead(?:s|ing)? to|result(?:s|ing)? in|increase[sd]?|worsen(?:s|ed)?|aggravate[sd]?|irritat\w+|delay(?:s|ed)?|slow(?:s|ed)?(?: down)?|prolong(?:s|ed)?|damag\w+|introduc\w+|trigger(?:s|ed)?|interfer\w+|get(?:s)? in the way|encourag\w+|spread(?:s)?|trap(?:s|ped)?|strip(?:s|ped)?|worse|bring(?:s)? (?:on|out|back)|undo(?:es)?|pull(?:s)? (?:out|away|the)|harm(?:s|ed|ful)?|at (?:greater |higher |more )?risk|risk(?:s|ing)? (?:of )?|spoil(?:s|ed)?|ruin(?:s|ed)?|dr(?:y|ies) out|fade(?:s)?|weaken(?:s|ed)?|burn(?:s|t)?|scar(?:s|ring|red)?|infect\w+|bacteria|germs?|mark|stain(?:s|ed)?|patchy|raise[sd]? (?:the )?(?:risk|chance|blood)|invite[sd]?|lift(?:s)? (?:the )?pigment|compromis\w+|jeopardi[sz]e|disturb(?:s)?|dislodge|draw(?:s)? (?:out )?|thin(?:s|ned)? (?:the|your) blood|more (?:likely|prone|bleeding|bruising|swelling)|prone to|vulnerable|hinder(?:s)?|hamper(?:s)?|impair(?:s)?|shorten(?:s)?|breed(?:s)?|sting|bleed(?:ing)?|bruis\w+|swelling|react\w*|clog(?:s)?|block(?:s)?|not hold|lost|lose|longer to heal|breaks? (?:down|up)|opens? (?:up )?(?:the|your|blood)|will change|changes? colour|come(?:s)? away|come(?:s)? out|tear(?:s)?|upset(?:s)?|push(?:es)?|out of place|gets? in\b|irritants?|undoes|inflame\w*|dehydrat\w*|permanent(?:ly)?|poor(?:er)? (?:result|heal)\w*)\b"
)
WISHED = re.compile(
    r"\b(?:less likely|less chance|less (?:swelling|bruising|pain|risk)|fewer|help(?:s|ing)?|soothe[sd]?|protect(?:s|ed)?|heal(?:s)? (?:faster|better|well|quicker)|speed(?:s)?|keep(?:s)?|support(?:s)?|best (?:result|chance)|enable[sd]?|allow(?:s)?|ease[sd]?|calm(?:s|ed)?|so that|good for|promote[sd]?|improve[sd]?|aid(?:s)?|reduce[sd]?|prevent(?:s)?)\b"
)
HARM_STATED = re.compile(
    r"\b(?:dries|slows|strips|irritates|pulls|pushes|spreads|ruins|spoils|damages|invites|introduces|worsens|delays|weakens|breaks down|raises|fades|traps|undoes|harms|burns|inflames|upsets|disturbs|dislodges|clogs|brings (?:on|back|in)|draws out|get in more easily|out of place)\b"
)
RISK = _rules(
    ("risk-named", 0.9, r"\b(?:now and then|not common|uncommon|risks?|complications?|rare(?:ly)?|very occasionally|adverse|in (?:rare|severe|extreme) cases|small (?:chance|risk|number)|(?:slight|remote) (?:chance|possibility)|danger|hazards?|seldom|unlikely but|chance of|possibility of|not unknown|reported)\b"),
    ("or-else", 0.85, r"^\W*(?:otherwise|or (?:else|you|it|they|your|the|risk)|without (?:it|this|them)|failure to|failing to|not (?:following|doing|using|\w+ing\b(?=.*\b(?:will|can|may|could|might)\b))|this is (?:because|as|since)|(?:skipping|missing|forgetting|neglecting|ignoring)\b|without [\w' -]{2,25} (?:the|your|it|you)\b|if you (?:scratch|pick|rub|peel|touch|squeeze|skip|miss|forget|tan|smoke)\b[^,]{0,40},? (?:you|it|they|the|your)\b|if you (?:do not|don't|ignore|fail)|ignoring|neglecting|for fear)"),
    ("may-harm", 0.85, r"^\W*(?:(?:this|it|they|these|that|doing so|both|which|all of (?:this|which|these)|either|as|because|since|\w+ing|the \w+|\w+) ){1,6}?(?:can|may|could|might|will|would) (?:\w+ )?(?:cause|lead|increase|result|irritate|delay|slow|affect|damage|introduce|pull|worsen|spread|scar|harm|strip|prolong|interfere|aggravate|burn|ruin|spoil|undo|trap|infect|dislodge|shift|disturb|trigger|compromise|make (?:\w+ ){1,5}(?:worse|longer|bleed|bruise|swell|fade))\b"),
)  # fmt: skip
COURSE = _rules(
    ("you-will-feel", 0.85, r"\b(?:you|clients|patients|people|most|some)(?: \w+){0,2} (?:may|might|will|can|could|should)(?: \w+)? (?:also |still |only |then )?(?:notice|feel|see|experience|look|find)\b|\b(?:your|the) (?:\w+ )?(?:skin|face|lips?|brows?|area|lids?|eyes?|legs?|scalp|tattoo|colour)(?: \w+){0,2} (?:will|may|might|can|could)(?: \w+)? (?:look|feel|seem|appear)\b"),
    ("can-be-felt", 0.85, r"\b(?:can|may|might|will|could) (?:\w+ )?be (?:felt|seen|noticed|visible|there|present)\b"),
    ("normal-course", 0.9, r"\b(?:normal|common|expected|to be expected|temporary|usual(?:ly)?|typical(?:ly)?|natural|harmless|nothing to worry|part of (?:the )?(?:healing|process)|mild|settle[sd]?|settling|subside[sd]?|fade[sd]?|passes?|short[- ]lived|disappear\w*|resolve[sd]?|clear(?:s|ed)? (?:up|by)|calms? (?:down)?|goes?|going|gone|eases?|wears? off)\b"),
    ("you-will-see", 0.85, r"\b(?:you|your \w+(?: \w+)?|it|they|there|the \w+(?: \w+)?|some|many|most|skin|face|area|this|these|redness|swelling|bruising|lips|brows|people|patients|clients|everyone|others)\b[^.]{0,40}?\b(?:will|may|might|can|could|should|is|are|has|have|feels?|looks?|appears?|becomes?|gets?|lasts?|starts?|begins?|turns?|takes?|tends?|often)\b"),
)  # fmt: skip
RESULT = re.compile(
    r"\b(?:results?|improve(?:s|ment|d)?|visible|effects?|collagen|final|benefits?|settle|see (?:a |the |any )?(?:difference|change|effect|result)|optimal|full(?:y)?|takes? effect|kick in|works?|wears? off|lasts?|colour (?:returns|settles|will)|texture|tone|brighter|smoother|firmer|glow)\b"
)
HEALING = re.compile(r"\b(?:heal(?:s|ing|ed)?|recover(?:y|s)?|regenerat\w+|renew\w*)\b")
SESSIONS = re.compile(
    r"\b(?:sessions?|treatments?|appointments?|course of|top[- ]?ups?|visits?|apart|touch[- ]?ups?|maintenance|repeat(?:ed)?|follow[- ]?up|review)\b"
)
INFO = re.compile(
    r"\b(?:consent|questions? (?:have been )?answered|photograph\w*|guarantee\w*|results? (?:vary|differ|depend)|individual results|contraindicat\w+|not suitable|unsuitable|cannot (?:be )?treat(?:ed)?|"
    r"treatment (?:works|uses|takes|is|involves|stimulates)|uses? (?:tiny|fine|very)|needles? (?:make|create|produce)|stimulat\w+|mechanism|takes (?:about |around |approximately |between )?\d+ ?(?:-|to|–)? ?\d* ?min\w*|minutes|please read|read (?:this|these|the|all|carefully)|thank you|follow (?:our|these|the|this|all|your) (?:\w+ )?(?:advice|instructions|guid\w+|aftercare|rules|steps)|price|cost|vary from|depend(?:s|ing)? on|everyone (?:heals|is different)|designed to|responsib\w+|liab\w+|this (?:leaflet|sheet|guide|form)|licen[cs]ed|be patient|enjoy|welcome to|aftercare (?:advice|instructions)|over the age|at least 18|years? of age|of 18)\b"
)
OUGHT_NOT_TREAT = re.compile(
    r"\b(?:(?:we )?(?:cannot|can't|do not|don't|won't|will not) (?:treat|carry out|perform|proceed)|not (?:be )?(?:treated|suitable)|treatment (?:must|should|will|cannot|can't|has to) (?:\w+ )?(?:wait|be (?:postponed|delayed|rescheduled|given|done|carried)|not|go ahead)|reschedule|rearrange your)\b"
)
