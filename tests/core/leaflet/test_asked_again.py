"""What a leaflet forbids in its own words, a patient's question finds again in the draft."""

from __future__ import annotations

import pytest

from aftercare.core import pipeline
from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.protocol import as_protocol
from aftercare.core.plan.ask.answer import Answer
from aftercare.core.protocol.load import load
from tests.core.plan.cases import treated, vocabulary

ASKED = {
    "No waxing for 7 days.": "Can I wax my lip?|Can I have my chin waxed?",
    "No threading for 7 days.": "Can I thread my brows?",
    "No depilatory cream for 7 days.": "Can I use hair removal cream?",
    "Avoid swimming for 5 days.": "Can I swim?|Can I go to the pool?|Can I swim in the sea?",
    "Stay out of the sea for a week.": "Can I swim in the ocean?",
    "No saunas or steam rooms for 3 days.": "Can I go to the sauna?|Can I use the steam room?",
    "No showers for 12 hours.": "Can I shower?",
    "No baths for 2 days.": "Can I have a bath?",
    "Do not shampoo your hair for a day.": "Can I wash my hair?",
    "Avoid the sun for 2 weeks.": "Can I sunbathe?|Can I go on a sunbed?",
    "No make-up for 24 hours.": "Can I wear mascara?|Can I put on foundation?",
    "No retinol for 7 days.": "Can I use tretinoin?",
    "No hydroquinone for 7 days.": "Can I use hydroquinone?",
    "No toner for 3 days.": "Can I use toner?",
    "No face masks for 3 days.": "Can I use a face mask?",
    "No essential oils for 3 days.": "Can I use essential oils?",
    "No dermaplaning for 2 weeks.": "Can I have dermaplaning?",
    "No hot yoga for 2 days.": "Can I do hot yoga?",
    "No spin class for 2 days.": "Can I go to spin class?",
    "No heavy lifting for 2 days.": "Can I lift something heavy?",
    "No vaping for 3 days.": "Can I vape?",
    "As little alcohol and smoking as possible for 2 days.": "Can I drink wine?|Can I smoke?",
    "No face washing for the first 6 hours.": "Can I wash my face?",
    "Do not soak it for 3 days.": "Can I have a bath?|Can I swim?",
    "Do not wear a face covering for a day.": "Can I wear a mask over my face?",
    "No acne products for a week.": "Can I use my acne cream?",
    "To avoid bruises clients should not take aspirin for 3 days.": "Can I take aspirin?",
    "Avoid air travel for 2 days.": "Can I fly?",
    "Avoid touching pets for a day.": "Can I stroke my dog?",
    "Do not donate blood for 4 months.": "Can I give blood?",
    "No piercings for 4 weeks.": "Can I get a piercing?",
    "No dermaroller for 4 weeks.": "Can I use a dermaroller?",
    "No hair dryer for 2 days.": "Can I blow dry my hair?",
    "Avoid goggles for 2 days.": "Can I wear goggles?",
    "No micellar water for a day.": "Can I use micellar water?",
}


def answer(leaflet: str, question: str) -> Answer:
    loaded, problems = load(as_protocol(draft(leaflet), leaflet).encode(), "draft.yaml")
    assert problems == []
    assert loaded is not None
    compiled = pipeline.compile_protocol(loaded, vocabulary())
    plans = pipeline.plan(compiled.schedule, [treated(compiled)], 4 * 3600)
    return pipeline.ask(compiled.lexicon, plans, question, relative=True)


@pytest.mark.parametrize(
    ("leaflet", "question"),
    [(said, each) for said, questions in ASKED.items() for each in questions.split("|")],
)
def test_what_the_leaflet_names_is_not_said_to_be_missing_in_it(
    leaflet: str, question: str
) -> None:
    assert answer(f"{leaflet}\n", question).verdict == "not-yet"


@pytest.mark.parametrize(
    ("leaflet", "question"),
    [
        ("No waxing for 7 days.", "Can I thread my brows?"),
        ("Avoid chlorinated water (swimming or cleaning) for a week.", "Can I swim in the sea?"),
        ("Avoid facial products with perfume for 2 days.", "Can I have a facial?"),
        ("Avoid salty food for a day.", "Can I eat?"),
        ("You can have a wine at the weekend.", "Can I drink wine?"),
        ("Use SPF 50 for 3 days.", "Can I sunbathe?"),
    ],
)
def test_what_the_leaflet_does_not_say_is_never_allowed(leaflet: str, question: str) -> None:
    assert answer(f"{leaflet}\n", question).verdict in {"ask", "not-yet", "no"}
