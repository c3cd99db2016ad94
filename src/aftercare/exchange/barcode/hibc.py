"""HIBC codes of medical products: "+A99912345/$$3270630CN248175", or the two halves apart.

Its last character guards it: the sum of the others, modulo 43. A second half that stands alone
carries the first half's guard before its own.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

from aftercare.exchange.barcode.label import Label, Read, joined, unknown, wrong

_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
_FIRST = re.compile(r"([A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}[0-9])(?:/(.+))?")
_LOT = r"(?P<lot>[A-Z0-9.-]{0,18})"
# Each way in which a second half is written, with the format of its date.
_SECONDS = [
    (re.compile(pattern), written)
    for pattern, written in (
        (rf"\$\$(?:8\d\d|9\d{{5}})?(?P<date>[01]\d\d\d){_LOT}", "%m%y"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?2(?P<date>\d{{6}}){_LOT}", "%m%d%y"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?3(?P<date>\d{{6}}){_LOT}", "%y%m%d"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?4(?P<date>\d{{6}})\d\d{_LOT}", "%y%m%d"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?5(?P<date>\d{{5}}){_LOT}", "%y%j"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?6(?P<date>\d{{5}})\d\d{_LOT}", "%y%j"),
        (rf"\$\$(?:8\d\d|9\d{{5}})?7{_LOT}", ""),
        (rf"\${_LOT}", ""),
        (rf"(?P<date>\d{{5}}){_LOT}", "%y%j"),
        (r"14D(?P<date>\d{8})", "%Y%m%d"),
        (r"16D\d{8}|S[A-Z0-9.-]{1,18}|Q\d{1,5}|\$\+[A-Z0-9.-]{1,18}", ""),
    )
]


def guard(text: str) -> str:
    """Give the character that guards a code; every one of its own must be an HIBC's."""
    return _SIGNS[sum(map(_SIGNS.index, text)) % len(_SIGNS)]


def read_hibc(text: str) -> Read:
    """Read a code; a space counts, as it may be the guard (printed as ``_``)."""
    code = text[1:-1] if text[0] == text[-1] == "*" else text
    code = f"{code[:-1]} " if code.endswith("_") else code
    if len(code) < 4 or not set(code) <= set(_SIGNS):
        return None, [unknown()]
    if guard(code[:-1]) != code[-1]:
        return None, [wrong("The check character")]
    return _halves(code[1:-1], code[-1])


def _halves(body: str, sign: str) -> Read:
    first = _FIRST.fullmatch(body)
    if first and not first[2]:
        return Label(gtin=first[1], sign=sign), []
    if first:
        label, problems = _seconds(first[2])
        return joined([Label(gtin=first[1]), label]) if label else (None, problems)
    label, problems = _seconds(body[:-1])
    return joined([label, Label(link=body[-1])]) if label and label.says else (None, problems)


def _seconds(text: str) -> Read:
    found = []
    for part in text.split("/"):
        label = _second(part)
        if label is None:
            return None, [wrong("A part")]
        found.append(label)
    return joined(found)


def _second(part: str) -> Label | None:
    for pattern, written in _SECONDS:
        match = pattern.fullmatch(part)
        if match:
            given = match.groupdict()
            expiry = _date(given.get("date") or "", written)
            if given.get("date") and expiry is None:
                return None
            return Label(lot=given.get("lot") or "", expiry=expiry)
    return None


def _date(text: str, written: str) -> date | None:
    """Read a date of this century; of a month alone, its last day."""
    if not written:
        return None
    before, short, after = written.partition("%y")
    at = before.count("%") * 2
    full, format_ = (
        (text, written) if not short else (f"{text[:at]}20{text[at:]}", f"{before}%Y{after}")
    )
    try:
        day = datetime.strptime(full, format_).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    if day.strftime(format_) != full:  # Python reads day 366 of any year
        return None
    whole_month = "%d" not in written and "%j" not in written
    return day.replace(day=calendar.monthrange(day.year, day.month)[1]) if whole_month else day
