"""A clinic's leaflet, drafted at the desk, and the editor's buttons."""

from django.test import Client

from aftercare.clinic.records.models import OwnProtocol
from aftercare.clinic.services import drafting
from aftercare.clinic.services.access import Desk
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import forms

LEAFLET = """Rowan Skin Clinic

After your chemical peel
Your face will be red for 2 to 3 days.
Do not pick or pull the skin.
For the first 48 hours
- No make-up
- Avoid saunas and steam rooms.
Do not use retinol until the peeling has stopped.
Call us if you see blisters.
Zwischendurch bleibt alles ruhig.
"""
EDIT = "/desk/advice/glow-peel/edit/"


def drafted(staff: Client, leaflet: str = LEAFLET) -> OwnProtocol:
    """Paste a leaflet."""
    found = forms(page(staff, "/desk/advice/new/"))[0]
    answer = staff.post("/desk/advice/new/", found.filled(title="Glow peel", pasted=leaflet))
    assert answer.headers["Location"] == EDIT
    return OwnProtocol.objects.get()


def act(staff: Client, verb: str, row: OwnProtocol, **given: str) -> str:
    """Press a button of the editor."""
    row.refresh_from_db()
    body = {"once": f"{verb}-{row.version}-{'k' * 20}", "version": str(row.version), **given}
    answer = staff.post(f"{EDIT}{verb}/", body)
    assert answer.status_code == 303, said(answer.content.decode())
    row.refresh_from_db()
    return str(answer.headers["Location"])


def ids(desk: Desk, row: OwnProtocol, block: str) -> list[str]:
    return [each.id for each in drafting.clauses(desk, row) if each.block == block]
