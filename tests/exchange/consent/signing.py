"""One signed consent, as small as a real one is, and its clinic."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from aftercare.core.consent.text import ConsentText, consent_text
from aftercare.core.protocol.load import load
from aftercare.exchange.consent import record as r
from aftercare.protocols import shipped

ZONE = ZoneInfo("Europe/London")
AT = datetime(2026, 11, 26, 14, 30, tzinfo=ZONE)
LINE = (
    "M 60 120 L 90 40 L 110 130 L 140 60 L 160 125 L 190 80 L 215 120 L 250 95 L 280 125 "
    "M 300 60 L 320 130 L 360 70 L 380 128 L 420 100 L 470 118 L 540 96"
)

TALK = r.Talk(
    by="Elif Demir",
    role="nurse",
    at=AT - timedelta(minutes=40),
    mattered="That the scars on the left cheek look softer by the summer.",
    alternatives=("A course of retinoid cream.", "A chemical peel."),
    nothing="The scars stay as they are. They do no harm.",
)
SIGNATURE = r.Signature(
    how="drawn",
    statement="I have read about Micro-needling. I agree to the treatment.",
    name="Maya Okafor",
    path=LINE,
    at=AT,
)


@cache
def text(clinic: str = "Willow Skin Clinic") -> ConsentText:
    path = shipped()["micro-needling"]
    loaded, _ = load(path.read_bytes(), path.name)
    assert loaded
    return consent_text(loaded.protocol, loaded.sha256, clinic, "en")


def signed(log: str = "0" * 64, **changes: object) -> r.Record:
    """Give a complete record; ``changes`` take the place of fields."""
    words = text()
    fields: dict[str, object] = {
        "number": "WSC-2026-0412",
        "zone": "Europe/London",
        "clinic": r.Clinic(
            name="Willow Skin Clinic",
            address=("12 Orchard Street", "Bath BA1 1AA"),
            phone="01225 496 0123",
            email="hello@willow.example",
            log=log,
            verify="https://willow.example/verify",
        ),
        "patient": r.Patient("Maya Okafor", date(1991, 4, 9)),
        "text": words,
        "read": tuple(
            r.Read(section.id, AT - timedelta(minutes=20 - 2 * index))
            for index, section in enumerate(words.sections)
        ),
        "answers": (
            *(r.Answer(each.clause, "yes") for each in words.agreements),
            *(
                r.Answer(p.clause, "yes" if i == 0 else "no")
                for i, p in enumerate(words.permissions)
            ),
        ),
        "questions": (
            r.Question(
                asked="Can I go to a wedding on the Saturday after?",
                asked_at=AT - timedelta(days=2),
                answer="Yes. Expect some redness still, and no make-up before the redness is gone.",
                answered_at=AT - timedelta(days=1),
                answered_by="Elif Demir, nurse",
            ),
        ),
        "talk": TALK,
        "devices": (r.Device("The patient’s own phone", "Mozilla/5.0 (Linux; Android 15)"),),
        "signature": SIGNATURE,
    }
    return r.Record(**(fields | changes))  # type: ignore[arg-type]  # fields by their names
