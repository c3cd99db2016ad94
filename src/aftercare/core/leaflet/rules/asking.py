"""Whom to tell, and what is said of the treatment and the paper itself."""

from __future__ import annotations

import re

from aftercare.core.leaflet.rules.rule import made

HELP = made(
    (
        "ask-for-help",
        0.95,
        (
            r"\b(?:contact|call|ring|phone|telephone|consult|speak (?:to|with)|talk to|tell|inform"
            r"|notify|let(?= (?:us|me|(?:your|the|our|a) \w+(?: or (?:your|the|our) \w+)?) know)|text|message|e-?mail|report(?:ed)? (?:it |this |them |any\w* |these "
            r"|\w+ ){0,4}to|drop|get in touch|get back"
            r"|go (?:straight |directly |immediately |back )?to|attend|visit|dial|reach(?: out)?"
            r"|come (?:back |straight )?(?:to|in)|return to|see|ask|whatsapp|get hold of|get on to"
            r"|come and see|pick up the phone|check with|show)\b"
            r"(?:(?!\bavoid\b)[^.;]){0,45}?\b(?:us|me|our|clinic|doctor|gp|g\.p|practitioner"
            r"|clinician|nurse|dr|team|suite|cent(?:er|re)|department|ward|unit|therapist|artist|specialist|injector|technician|pharmacist|surgeon"
            r"|dermatologist|physician|optician|a ?& ?e|999|911|111|112|hospital|emergency"
            r"|casualty|office|salon|studio|aesthetician|beautician|surgery|practice|number"
            r"|helpline|ambulance|prescriber|provider|whoever|medical|touch with)\b"
            r"|\bhesitate to (?:call|contact|ring|phone|ask|text|e-?mail|message|get in touch|reach out|seek)\b"
            r"|\b(?:call|ring|phone|text|get in touch|reach out)(?: (?:straight|right) away| at once| immediately)? (?:if you|should you|when you) (?:have|notice|see|get|develop|experience|feel|are)\b"
        ),
    ),
    (
        "emergency-number",
        0.95,
        r"(?<![\w-])(?:999|911|112|urgent care|emergency room|casualty|walk[- ]in (?:centre|center|clinic))\b|\bmust be (?:seen|checked|looked at|shown|reported)\b",
    ),
    (
        "must-be-told",
        0.95,
        (
            r"\b(?:shown|reported|mentioned|talked over|discussed) (?:\w+ ){0,2}(?:to|with) (?:us|me|your|the|a)\b"
            r"|\bstraight to (?:hospital|a ?& ?e|casualty|the)\b"
            r"|\bget hold of [a-z]"
            r"|\b(?:just|please|always|do) ask\b(?! for)|\bif\b.*,\s(?:just |please )?ask[.!]?$"
            r"|\b(?:clinic|practitioner|doctor|gp|nurse|we|therapist|clinician|artist) (?:must"
            r"|should|needs? to|has to) be (?:told|informed|notified|contacted|called|seen)\b"
            r"|\b(?:be )?(?:seen|looked at|checked|assessed|treated) (?:at once |urgently "
            r"|straight away |promptly )?by (?:a |us|your |the |our )"
        ),
    ),
    (
        "trip-to-a-doctor",
        0.9,
        (
            r"\b(?:trip|visit|straight|word|call) (?:to|with) (?:your|the|a|our) (?:gp|doctor"
            r"|nurse|hospital|clinic|pharmacist|a ?& ?e|dentist)\b"
            r"|\bneeds? (?:looking at|to be (?:seen|looked at|checked))\b"
        ),
    ),
    (
        "not-normal",
        0.85,
        (
            r"\b(?:is|are) (?:not|never) (?:at all )?(?:normal|usual|part of (?:normal |the )?healing)\b"
            r"|\b(?:isn't|aren't) (?:normal|usual)\b"
        ),
    ),
    (
        "do-not-wait",
        0.9,
        r"\b(?:do not|don't|never) wait (?:for (?:us|our|me|the clinic)|to (?:see|hear))\b",
    ),
    ("to-report", 0.85, r"\breport (?:any|all|these|it|them|signs?|every)\b"),
    ("need-a-doctor", 0.9, r"\bneeds? (?:a|the|your) (?:doctor|gp|nurse|clinic)\b"),
    (
        "call-if",
        0.9,
        (
            r"^\W*(?:for |with |if you have )?(?:any )?(?:questions|queries|concerns|worries|problems)\b.{0,30}"
            r"\b(?:call|phone|ring|text|contact|email)\b"
            r"|^\W*(?:please )?(?:call|phone|ring|text|message|telephone|email"
            r"|contact(?! lens| sport))\b.*\b(?:if|for|when)\b"
            r"|\b(?:please )?(?:call|phone|ring|dial)(?: (?:immediately|at once|now"
            r"|straight away))?[.!]?$|\b(?:emergency|out[- ]of[- ]hours|24[- ]hour) (?:line|number"
            r"|phone|contact)\b|\bhelpline\b"
        ),
    ),
    (
        "seek-help",
        0.95,
        (
            r"\b(?:seek|get(?! (?:the )?(?:more|most|best))|need(?:s|ed)?|obtain|requires?|warrants?"
            r"|ask for(?! (?:a |\d+ |\w+ )?(?:days?|weeks?|fortnight|months?))|find) (?:(?!after|before|during|following|post|from|of|at)\w+ ){0,3}(?:medical|urgent|emergency|doctor's|immediate"
            r"|professional)? ?(?:(?!after|before|during|following|post)\w+ ){0,1}(?:help|advice|attention|care|assistance"
            r"|treatment)\b(?=.{0,60}(?:\b(?:if|at once|immediately|straight|right away|promptly"
            r"|urgent|without delay)\b|$))|\bmedical (?:attention|help|advice|emergency"
            r"|assistance)\b"
        ),
    ),
    (
        "reason-to-call",
        0.85,
        (
            r"\b(?:reasons?|signs?|grounds) (?:to|that you should|for) (?:call|contact|ring|see"
            r"|phone|get|calling|seeing|us)\b|\b(?:call|ring|contact|phone) (?:straight ?away"
            r"|immediately|at once|right away|us)\b|\b(?:give|drop|send) (?:us|me) a (?:call|ring"
            r"|bell|line|message|text|note)\b|\bget in touch\b|\bmake contact\b"
            r"|\b(?:send|email|text|message|whatsapp) (?:us|me)\b|\bhere (?:for you|to help)\b"
            r"|\bsigns of (?:an )?infection\b|\b(?:end|other end) of the phone\b"
            r"|\b(?:doubt|worried|concerned|unsure|concerns?)\b.*\bask\b"
            r"|\bwe(?:'d| would)? (?:want|need|would like|like|love) to (?:hear|know|see)\b"
            r"|\bwarning signs?\b|\bpick up the phone\b|\bour (?:line|door|phone) is\b"
        ),
    ),
)
DISCLOSE = re.compile(
    r"\b(?:tell|inform|let|notify|advise)\b.{0,40}\b(?:if you (?:take"
    r"|are (?:taking|pregnant|on|breast|allergic)"
    r"|have (?:ever|had|a history|any (?:allerg|medical|condition)|been)|suffer|use"
    r"|get cold sores)|about (?:any|your|all) (?:\w+ ){0,2}(?:medic|allerg|condition"
    r"|history|tablets|supplement|illness)|of any (?:medic|allerg|condition|change)"
    r"|if (?:my|your|any of (?:my|your)) (?:health|medic\w*|tablets|circumstances)\b.{0,30}\bchange)"
)
INFO = re.compile(
    r"\b(?:consent|questions? (?:have been )?answered|photograph\w*|guarantee\w*"
    r"|results? (?:vary|differ|depend)|individual results|contraindicat\w+|not suitable"
    r"|unsuitable|cannot (?:be )?treat(?:ed)?|"
    r"treatment (?:works|uses|takes|is|involves|stimulates)|uses? (?:tiny|fine|very)"
    r"|needles? (?:make|create|produce)|stimulat\w+|mechanism"
    r"|takes (?:about |around |approximately |between )?\d+ ?(?:-|to|–)? ?\d* ?min\w*"
    r"|minutes|please read|read (?:this|these|the|all|carefully)|thank you"
    r"|follow (?:our|these|the|this|all|your) (?:\w+ )?(?:advice|instructions|guid\w+"
    r"|aftercare|rules|steps)|price|cost|vary from|depend(?:s|ing)? on"
    r"|everyone (?:heals|is different)|designed to|responsib\w+|liab\w+"
    r"|this (?:leaflet|sheet|guide|form)|licen[cs]ed|be patient|enjoy|welcome to"
    r"|aftercare (?:advice|instructions)|over the age|at least 18|years? of age|of 18)\b"
)
OUGHT_NOT_TREAT = re.compile(
    r"\b(?:(?:we )?(?:cannot|can't|do not|don't|won't|will not) (?:treat|carry out|perform"
    r"|proceed)|not (?:be )?(?:treated|suitable)"
    r"|treatment (?:must|should|will|cannot|can't|has to) (?:\w+ )?(?:wait"
    r"|be (?:postponed|delayed|rescheduled|given|done|carried)|not|go ahead)|reschedule"
    r"|rearrange your)\b"
)
