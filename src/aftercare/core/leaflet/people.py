"""Whom a clause speaks to, where it does not speak to everybody."""

from __future__ import annotations

import re

_WHO = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "skin types 4 to 6",
            (
                r"\b(?:dark(?:er)?|brown|black|asian|deep(?:er)?|olive)\W+(?:\w+\W+){0,2}?(?:skin"
                r"|complexion|tone)|\b(?:skin )?types? (?:iv|4|v|5|vi|6)\b"
                r"|\bfitzpatrick (?:iv|4|v|5|vi|6)"
            ),
        ),
        (
            "people with pale skin",
            r"\b(?:pale|fair(?:er)?|light(?:er)?) (?:skin|complexion)|\bskin types? (?:i|1|ii|2)\b",
        ),
        (
            "people with sensitive skin",
            r"\bif (?:you have|your skin is) (?:very )?sensitive|\bsensitive skin types?\b",
        ),
        (
            "people on blood thinners",
            (
                r"\b(?:if you (?:take|are (?:on|taking))|those (?:on|taking)"
                r"|people (?:on|who take))\b[^.]{0,40}\b(?:blood|aspirin|warfarin|anticoag|fish oil"
                r"|supplement)"
            ),
        ),
        (
            "people who get cold sores",
            (
                r"\b(?:if you|someone who|people who|those who|history of"
                r"|prone to)\b[^.]{0,40}\b(?:cold sores?|herpes)"
            ),
        ),
        (
            "people with acne or oily skin",
            (
                r"\b(?:if you (?:have|get|are prone to)|prone to|with) (?:\w+ )?(?:acne|breakouts"
                r"|oily skin)"
            ),
        ),
        (
            "people who are pregnant or breastfeeding",
            r"\b(?:pregnan\w+|breast-?feed\w*|nursing mothers?)\b",
        ),
        (
            "people who wear contact lenses",
            r"\bif you wear (?:contact )?lenses|\bcontact lens wearers?\b",
        ),
        ("people who smoke", r"\b(?:if you smoke|smokers)\b"),
        ("people with diabetes", r"\b(?:diabetes|diabetics?)\b"),
        (
            "people prone to keloids",
            r"\b(?:prone to|tendency to|history of|form) (?:\w+ )?keloids?",
        ),
        (
            "men",
            (
                r"\b(?:for men|men (?:should|must|may|can)|gentlemen|beard"
                r"|male (?:clients|patients))\b"
            ),
        ),
    )
)


def who(text: str) -> str | None:
    """Name the people of a lower-case clause; ``None`` is everybody."""
    return next((name for name, pattern in _WHO if pattern.search(text)), None)
