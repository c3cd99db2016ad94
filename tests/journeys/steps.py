"""What people do, step by step; the stories are made of these."""

import re
from datetime import date, timedelta

from tests.journeys.house import House
from tests.journeys.visitor import Visitor

TODAY = date(2026, 11, 26)


# ---------------------------------------------------------------- at the desk


def add_patient(nurse: Visitor, name: str, email: str) -> None:
    """Add a patient who was never here."""
    nurse.press("Patients")
    nurse.press("New patient")
    nurse.page.get_by_label("Full name").fill(name)
    nurse.page.get_by_label("Date of birth").fill("1990-04-12")
    nurse.page.get_by_label("Email").fill(email)
    nurse.press("Add the patient")
    nurse.look()


def plan(nurse: Visitor, days: int) -> None:
    """Plan a treatment for the patient whose page is open, at 2pm in some days."""
    nurse.press("Plan a treatment")
    nurse.look()
    nurse.page.locator("label", has_text="Micro-needling").first.click()
    nurse.page.get_by_label("Day").fill((TODAY + timedelta(days=days)).isoformat())
    nurse.page.get_by_label("Time").fill("14:00")
    nurse.press("Plan the treatment")
    nurse.look()


def send_consent(nurse: Visitor) -> None:
    """Prepare the consent of the treatment whose page is open, note the talk, send the link."""
    nurse.press("Prepare the consent")
    nurse.page.get_by_label("What mattered").fill("An even skin, and no time off work.")
    nurse.page.get_by_label("Alternatives").fill("A course of peels; a cream.")
    nurse.page.locator("label", has_text="doing nothing, and what").click()
    nurse.press("Keep the talk")
    nurse.press("Send the link")
    nurse.look()


def screen(nurse: Visitor) -> None:
    """Ask what must be known; nothing stops the treatment."""
    nurse.press("Ask now")
    nurse.look()
    for each in nurse.page.locator("fieldset").all():
        legend = each.locator("legend").inner_text()
        wanted = "Fitzpatrick 4" if "sun" in legend else "No"
        each.locator("label", has_text=re.compile(rf"^{wanted}\b")).click()
    nurse.press("Keep the answers")


def treat(nurse: Visitor, lot: str) -> None:
    """Start, and record the treatment with its lot."""
    nurse.press("Start the treatment")
    nurse.look()
    page = nurse.page
    page.get_by_label("Cartridge lot").fill(lot)
    page.get_by_label("Product number, GTIN").fill("05012345678900")
    page.get_by_label("Use by").fill("2027-09-30")
    page.get_by_label("Device", exact=False).first.fill("Pen 2")
    page.get_by_label("Needle length").fill("1.5")
    page.get_by_label("Passes").fill("3")
    page.locator("label", has_text=re.compile("^Cheeks$")).click()
    nurse.press("Finish the treatment")
    nurse.look()


def inbox(nurse: Visitor) -> None:
    """Open the inbox."""
    nurse.page.locator("nav a", has_text="Inbox").first.click()
    nurse.page.wait_for_load_state()


def turn(visitor: Visitor, button: str, times: int = 1) -> None:
    """Turn the demo's clock."""
    for _ in range(times):
        visitor.press(button)


# ---------------------------------------------------------------- on the phone


def open_page(patient: Visitor, house: House) -> None:
    """Follow the newest link that was sent, and type the code that follows it."""
    patient.page.goto(house.link())
    patient.look()
    patient.press("Send me a code")
    patient.page.get_by_label("Enter your code").fill(house.code())
    patient.press("Continue")


def agree(patient: Visitor, name: str) -> None:
    """Read every topic, agree to what the treatment needs, refuse the rest, and sign."""
    patient.look()
    (patient.page.get_by_role("link", name="Start reading")).or_(
        patient.page.get_by_role("link", name="Read on")
    ).click()
    patient.page.wait_for_load_state()
    while patient.page.locator("h1").inner_text() != "Check before you sign":
        _answer(patient)
        patient.look()
        patient.press("Continue")
    patient.look()
    patient.press("Continue")
    sign(patient, name)


def _answer(patient: Visitor) -> None:
    """Choose yes to what is needed, no to what may be refused; a topic asks nothing."""
    wanted = "Yes" if "agree" in patient.page.locator("h1").inner_text() else "No"
    for each in patient.page.locator("main fieldset").all():
        each.locator("label", has_text=re.compile(rf"^{wanted}\b")).first.click()


def sign(patient: Visitor, name: str) -> None:
    """Write one's name."""
    patient.look()
    patient.page.locator("[name=name]").fill(name)
    patient.press("Sign consent")
    patient.look()


def ask(patient: Visitor, question: str) -> str:
    """Ask on Today, and give the answer's first word."""
    patient.press("Today")
    patient.page.get_by_label("Can I").fill(question)
    patient.page.keyboard.press("Enter")
    answer = patient.page.locator("#answer")
    answer.wait_for()
    return answer.inner_text().split("\n")[0]


def check_in(patient: Visitor, *felt: str) -> None:
    """Check in: what is felt and seen is mild, the rest is not there."""
    patient.page.locator("nav a", has_text="Check-in").click()
    patient.page.wait_for_load_state()
    while patient.page.get_by_role("heading", name="Thank you").count() == 0:
        _say(patient, felt)
        patient.look()
        for name in ("Continue", "Send"):
            button = patient.page.get_by_role("button", name=name, exact=True)
            if button.count():
                button.first.click()
                patient.page.wait_for_load_state()
                break
    patient.look()


def _say(patient: Visitor, felt: tuple[str, ...]) -> None:
    """Tick what is there, "None of these" where nothing is; how bad it is: mild."""
    main = patient.page.locator("main")
    ticks = main.locator(".choice:has(input[type=checkbox]) label")
    words = ticks.all_inner_texts()
    wanted = [word for word in words if word in felt] or [w for w in words if "None of" in w]
    for word in wanted:
        ticks.filter(has_text=re.compile(f"^{re.escape(word)}$")).click()
    for each in main.locator("fieldset.scale").all():
        each.locator("label", has_text="Mild").click()
    for each in main.locator("fieldset:not(.scale):has(input[type=radio])").all():
        each.locator("label", has_text=re.compile("^No\\b")).click()
