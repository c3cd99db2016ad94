from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from aftercare.clinic.records.models import Clinic, Treatment
from aftercare.clinic.services import concerns, patients
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import links
from tests.clinic.story import HOUR, NOW

LOT = "/desk/lots/CN24817/"


def another(desk: Desk, treatment: Treatment, name: str, **changed: str) -> Treatment:
    """Treat somebody else, with the same lot unless it is changed."""
    patient = patients.add_patient(desk, {"name": name, "phone": "07700 900111"})
    given = {"protocol": "micro-needling", "planned_on": treatment.planned_on}
    row = patients.plan_treatment(desk, patient, {**given, "practitioner": desk.person})
    story.treated(desk, row)
    Treatment.objects.filter(pk=row.pk).update(**changed)
    return row


def test_a_lot_is_listed_with_its_patients_its_last_use_and_its_concerns(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    another(desk, treatment, "Tom Okafor")
    concerns.tell_worry(story.phone(treatment, NOW + HOUR), "It burns.")
    told = said(page(staff, "/desk/lots/"))
    assert "CN24817 05012345678900 2 Friday 27 November 30 June 2027 1" in told
    assert "No lot fits." in said(page(staff, "/desk/lots/?q=XX"))


def test_everybody_treated_with_a_lot_is_named_for_a_recall(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    another(desk, treatment, "Tom Okafor")
    another(desk, treatment, "Grace Lim", lot="CN99999")
    concerns.tell_worry(story.phone(treatment, NOW + HOUR), "It burns.")
    told = said(page(staff, LOT))
    assert (
        "Priya Nair Friday 27 November, 2:30pm Elena Rossi 0 priya@example.com “It burns.”" in told
    )
    assert ("Tom Okafor" in told, "Grace Lim" in told) == (True, False)
    paper = said(page(staff, "/desk/recall/CN24817/"))
    assert "Tom Okafor – 07700 900111 Friday 27 November, 2:30pm Ruth Osei none" in paper
    assert "As of Friday 27 November 2026, 15:30:00 GMT (UTC+0000)." in paper


def test_a_question_is_no_concern_about_a_lot(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    concerns.ask_clinic(story.phone(treatment, NOW + HOUR), "Can I fly?")
    assert "With an open concern None" in said(page(staff, LOT))


def test_one_number_of_two_products_is_two_lots(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    another(desk, treatment, "Tom Okafor", gtin="04012345678901")
    assert "This lot number is used by several products." in said(page(staff, LOT))
    one = said(page(staff, f"{LOT}?gtin=04012345678901"))
    assert ("Tom Okafor" in one, "Priya Nair" in one) == (True, False)


def test_a_lot_may_have_any_letters(staff: Client, desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    Treatment.objects.update(lot="24/81 7#?")
    (href,) = (each for each in links(page(staff, "/desk/lots/")) if "gtin=" in each)
    assert "Priya Nair" in page(staff, href.replace("&amp;", "&"))


def test_a_lot_of_another_clinic_is_not_there(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    Treatment.objects.update(clinic=Clinic.objects.create(slug="other", name="Other"))
    assert [staff.get(url).status_code for url in (LOT, "/desk/recall/CN24817/")] == [404, 404]
    assert "CN24817" not in page(staff, "/desk/lots/")


def test_a_lot_takes_as_many_queries_for_many_as_for_one(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)

    def count(url: str) -> int:
        with CaptureQueriesContext(connection) as found:
            page(staff, url)
        return len(found)

    before = [count(LOT), count("/desk/lots/")]
    for name in ("Tom", "Grace", "Leo"):
        another(desk, treatment, name)
    assert [count(LOT), count("/desk/lots/")] == before


def test_who_is_not_signed_in_sees_no_lot(client: Client, db: None) -> None:
    del db
    assert [client.get(url).status_code for url in ("/desk/lots/", LOT)] == [302, 302]
