"""Each way to say whom to tell of what, and each way to ask for care: none is read otherwise."""

from __future__ import annotations

import pytest

from tests.core.leaflet.drafted import bounds, items

SIGNS = """pus|a fever|spreading redness|increasing pain|blisters|heavy swelling|yellow crusts
a rash|severe pain|a cold sore|trouble breathing|white patches"""
CALLS = """Call us if you have {s}.|Contact the clinic should you notice {s}.|{s}: call us.
If you notice {s}, seek medical advice.|If you have {s} please ring us.|Notify us of {s}.
In the event of {s}, call 999.|In case of {s} contact your doctor.|See your GP if you get {s}.
Please let us know if you develop {s}.|Get in touch straight away if there is {s}.
Tell us at once about {s}.|Report {s} to us immediately.|{s} should be reported to the clinic.
{s} is not normal; call us.|{s} needs medical attention.|{s} – see a doctor.|Seek help for {s}.
If you are worried about {s}, phone us.|Should {s} occur, contact us.|When to call us: {s}.
If {s} persists, call the clinic.|If {s} does not settle in 48 hours, call the clinic.
If {s} lasts for more than 3 days, call us.|If {s} gets worse, speak to your practitioner.
Any sign of {s} must be checked by a doctor.|Signs of infection such as {s} need a doctor.
Watch for {s} and call us if you see it.|Look out for {s}: ring us.|Dial 911 with {s}.
Do not hesitate to call if you have {s}.|Don't wait: call us if you have {s}.
Email or text us a photo if you see {s}.|It is important to contact us if {s} appears.
Call us if:\\n- {s}|Seek medical help if you experience:\\n- {s}|Go to A&E if you have {s}.
I will contact the clinic if I have {s}.|Patients with {s} should contact us.
We need to see you if you have {s}.|Return to the clinic if you notice {s}.
Please consult your physician if {s} occurs.|Message me with any concerns, including {s}."""
CARE = """a plain moisturiser|SPF 50|a gentle cleanser|a cool compress|healing balm|paracetamol"""
ASKED = """Use {s} for 3 days.|Apply {s} twice a day.|You should use {s} for a week.|Do: {s}
We recommend {s} for 3 days.|It is best to use {s}.|Always use {s}.|Make sure you use {s}.
{s} should be used for 5 days.|{s} must be used daily.|{s} is recommended.|{s} can help.
For the first 3 days, use {s}.|If your skin feels tight, use {s}.|Start using {s} after 24 hours.
From day 2 use {s}.|Stick to {s}.|Switch to {s} for a week.|Keep using {s} until healed.
I will use {s} for 2 weeks.|You may use {s}.|Try {s} to soothe the skin.|Never go without {s}.
To avoid dryness, use {s}.|To prevent pigmentation use {s}.|Don't forget {s}.|Do not skip {s}.
Use {s} as it will protect your skin.|Use {s} for no longer than 10 minutes.|Use {s} (not soap)."""


def _each(ways: str) -> list[str]:
    return [way for line in ways.splitlines() for way in line.split("|")]


def _kinds(way: str, words: str) -> set[str]:
    text = way.format(s=words)
    return {each.kind for each in items(text[0].upper() + text[1:])}


@pytest.mark.parametrize("call", [each.replace("\\n", "\n") for each in _each(CALLS)])
def test_whom_to_tell_of_a_sign_is_never_lost(call: str) -> None:
    for sign in _each(SIGNS):
        assert "seek-help" in _kinds(call, sign), (call, sign)


@pytest.mark.parametrize("asked", _each(ASKED))
def test_care_is_never_read_as_a_ban_or_lost(asked: str) -> None:
    for care in _each(CARE):
        assert "do" in (kinds := _kinds(asked, care)), (asked, care)
        assert "avoid" not in kinds, (asked, care)


BANS = """Do not swim for 2 weeks|No swimming for 2 weeks|Avoid swimming for 2 weeks
You must not swim for 2 weeks|Stay out of the pool for 2 weeks|Wait 2 weeks before swimming
Swimming is not allowed for 2 weeks|For 2 weeks do not swim|It is best not to swim for 2 weeks"""
ASKS = """, or ask us first|, or ask your practitioner for advice| or contact us first
 (call us if unsure)|; call us if you are unsure|, and contact us if you are unsure
 – ask us if you are unsure| without asking us|, and if it gets wet call us
, or speak to your nurse|, please ask us about it|. If you do, call us|, if you do, contact us
, text us if you did|, email us if you need help|, then see us again|, but ask us if you need to
 unless your doctor tells you otherwise|, please ring us first if you have to"""


@pytest.mark.parametrize("asks", _each(ASKS))
def test_a_ban_is_not_lost_behind_whom_to_ask(asks: str) -> None:
    for ban in _each(BANS):
        found = [each for each in items(f"{ban}{asks}.") if each.kind == "avoid"]
        assert [bounds(each) for each in found] == [(336, 336)], (ban, asks)
        assert "swimming" in found[0].activities
