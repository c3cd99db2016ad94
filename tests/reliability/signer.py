"""A process that signs consents and says each one it has acknowledged; it may be killed."""

import json
import queue
import sys
import threading
from collections.abc import Callable
from datetime import date, timedelta

from django.core.management import call_command
from django.db import connection

from aftercare.clinic.records.models import (
    Clinic,
    Consent,
    ConsentEvent,
    Device,
    Person,
    SealedFile,
)
from aftercare.clinic.services import consents, patients, protocols
from aftercare.clinic.services.access import Desk, Phone
from aftercare.clinic.services.evidence import checking, proofs
from aftercare.core.consent.text import PERMISSIONS
from aftercare.core.protocol.adopt import additions
from aftercare.exchange.consent.verify import verify

NEEDLING = "micro-needling"
NOW = 1_795_793_400


def fill(count: int) -> None:
    """Make a clinic, and patients who have read everything and signed nothing."""
    words = {"phone": "1", "hours": "Always.", "out_of_hours": "Call.", "emergency": "Call 999."}
    clinic = Clinic.objects.create(slug="rowan", name="Rowan", **words)
    owner = Person.objects.create_user("o@example.com", clinic=clinic, name="O N", role="owner")
    desk = Desk(clinic, owner, NOW)
    for each in additions(protocols.offered()[NEEDLING].protocol):
        protocols.decide(desk, NEEDLING, str(each.id), adopted=True)
    protocols.publish(desk, NEEDLING)
    planned = {"protocol": NEEDLING, "planned_on": date(2026, 11, 27) + timedelta(days=9)}
    for n in range(count):
        patient = patients.add_patient(desk, {"name": f"P {n}", "email": "p@example.com"})
        given = {**planned, "planned_time": None, "practitioner": owner}
        treatment = patients.plan_treatment(desk, patient, given)
        consent = consents.prepare_consent(desk, treatment)
        own, text = _phone(consent), consents.text_of(consent)
        for section in text.sections:
            consents.read_section(own, consent, section.id)
        agreed = {paragraph.clause: "yes" for paragraph in text.agreements}
        consents.agree(own, consent, agreed | dict.fromkeys(PERMISSIONS, "no"))


def _phone(consent: Consent) -> Phone:

    course = consent.treatment.course
    device = Device(clinic=consent.clinic, course=course, secret_sha256="", known_at=NOW)
    return Phone(consent.clinic, course, course.patient, device, NOW)


def sign(threads: int) -> None:
    """Sign whatever is not signed, from many threads; say each once it is committed."""
    waiting: queue.Queue[Consent] = queue.Queue()
    joined = Consent.objects.select_related("clinic", "treatment__course__patient")
    for consent in joined.exclude(events__kind="signed").prefetch_related("events"):
        waiting.put(consent)
    begin = threading.Barrier(threads)

    def work() -> None:
        begin.wait()
        try:
            while True:
                consent = waiting.get_nowait()
                consents.sign_consent(_phone(consent), consent, {"how": "typed", "name": "P N"})
                sys.stdout.write(f"{consent.pk}\n")
                sys.stdout.flush()
        except queue.Empty:
            return
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()


def look() -> None:
    """Say what is there: who signed, which files there are, what the checks find."""
    events = ConsentEvent.objects.filter(kind="signed").values_list("consent", flat=True)
    files = list(SealedFile.objects.select_related("head"))
    proved = [verify(proofs.bundle(file))[0] for file in files]
    found = {
        "signed": sorted(map(str, events)),
        "sealed": sorted(str(file.consent_id) for file in files),
        "proved": sum(each is not None and each.proved for each in proved),
        "changed": [each.code for each in checking.check(Clinic.objects.get(), NOW)],
    }
    sys.stdout.write(json.dumps(found))


VERBS: dict[str, Callable[..., None]] = {"fill": fill, "sign": sign, "look": look}


def main(verb: str, *numbers: str) -> None:
    """Do one of the three: fill COUNT, sign THREADS, look."""
    call_command("migrate", verbosity=0, interactive=False)
    VERBS[verb](*map(int, numbers))
