"""The rules of the language by which a clause is judged, each with a name, as patterns.

They are written for how instructions are said, not for what they are about. The order within a
table is the order in which rules are tried; ``kinds`` says which table comes when.
"""

from aftercare.core.leaflet.rules.allowing import DO, PERMIT
from aftercare.core.leaflet.rules.asking import DISCLOSE, HELP, INFO, OUGHT_NOT_TREAT
from aftercare.core.leaflet.rules.forbidding import BAN, NOT_BEFORE
from aftercare.core.leaflet.rules.happening import (
    COURSE,
    HARM,
    HARM_STATED,
    HEALING,
    RESULT,
    RISK,
    SESSIONS,
    WISHED,
)
from aftercare.core.leaflet.rules.rule import Rule

__all__ = [
    "BAN",
    "COURSE",
    "DISCLOSE",
    "DO",
    "HARM",
    "HARM_STATED",
    "HEALING",
    "HELP",
    "INFO",
    "NOT_BEFORE",
    "OUGHT_NOT_TREAT",
    "PERMIT",
    "RESULT",
    "RISK",
    "SESSIONS",
    "WISHED",
    "Rule",
]
