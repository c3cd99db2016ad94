"""What a clause is: each case stands for many leaflets that say it in other words."""

from __future__ import annotations

import pytest

from aftercare.core.leaflet.draft import draft


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("We don't recommend liquid foundation for 7 days.", ["avoid"]),
        ("Make-up may be worn, however, we prefer the skin left bare for 2 days.", ["do", "avoid"]),
        ("Still no moisturiser.", ["avoid"]),
        ("Use nothing but cool water to cleanse.", ["do"]),
        ("Keep it clean and dry.", ["do"]),
        ("If it bleeds leave the dressing alone, just press on it.", ["avoid", "do"]),
        ("Do avoid touching it and have clean hands.", ["avoid", "do"]),
        ("No scrubs (a mild one may be used after 5 days).", ["avoid", "do"]),
        ("Skip the sauna (heat can irritate the skin).", ["avoid", "risk"]),
        ("Take a tablet for the itch, which should settle in 3 days.", ["do", "expect"]),
        ("You will be red, it may feel like sunburn.", ["expect", "expect"]),
        ("Your skin may purge a little.", ["expect"]),
        ("Day 3, your face will be back to normal.", ["expect"]),
        ("The redness settles and dry, peeling skin takes its place.", ["expect"]),
        ("Do remember that it will be two weeks before the full effect shows.", ["expect"]),
        ("No saunas. They can hold back the healing.", ["avoid", "risk"]),
        ("If you are in pain, it is vital that you get hold of Mia.", ["seek-help"]),
        ("Use only recommended products.", ["avoid"]),
        ("You can take up your usual creams after day 3. Ask the Dr. which.", ["do", "seek-help"]),
        ("SPF 50 every day, even if no sun gets to your face.", ["do"]),
        ("No sport that may knock the area.", ["avoid"]),
        ("The crusts should be left to fall by themselves.", ["do"]),
        ("While it is healing keep the area moist.", ["do"]),
        ("It is important that the wound does not get wet.", ["avoid"]),
        ("The area is thin and can be damaged by UV rays.", ["risk"]),
        ("Your usual cream can come back in 5 days (but no acids for 3 weeks).", ["do", "avoid"]),
        ("Lips will feel chapped.", ["expect"]),
        ("You may shed a little.", ["expect"]),
        ("You may only use the serum that we gave you.", ["do"]),
        ("Keep from touching the area.", ["avoid"]),
        ("Keep heavy glasses/sunglasses off for 4 hours.", ["avoid"]),
        ("If it is still red, wait another 2 days.", ["avoid"]),
        ("Do not pick - picking can leave scars.", ["avoid", "risk"]),
        ("Redness for 3-4 days, rarely longer.", ["expect"]),
        ("The site may be red and sore, which is normal.", ["expect"]),
        ("Every service carries some risk of a reaction you don't want.", ["risk"]),
        ("There will be no new hair for 3 weeks.", ["expect"]),
        ("Pat it dry, taking care not to rub.", ["do", "avoid"]),
        ("A quick shower is fine just don't stay in too long.", ["do", "avoid"]),
        ("Put a bag on it, so the dressing does not get wet.", ["do"]),
        ("Leave the calming enzyme mask on for 15 minutes.", ["do"]),
        ("When you cleanse, use your hands: no brushes.", ["do", "avoid"]),
        ("For the first 3 days stay out of the sun and use a sunscreen.", ["avoid", "do"]),
        ("Not following this can raise the risk of scars.", ["risk"]),
        ("Failure to keep to this may result in scars.", ["risk"]),
        ("This will lower the chance of infection.", []),
        ("Avoid Touching the Skin: Refrain from touching it.", ["avoid"]),
        ("Gentle Cleansing: cleanse with a non-irritating wash.", ["do"]),
        ("You can wash with warm water but not harsh soaps.", ["do", "avoid"]),
        ("It should be patted dry, not rubbed.", ["do", "avoid"]),
        ("The area should be looked after until it has fully healed.", ["do"]),
        ("If it is painful a cool pack can be helpful.", ["do"]),
        ("If it swells for more than 3 days, you MUST contact the laser suite.", ["seek-help"]),
        (
            "Your skin will feel warm, these are normal and will fade in a day.",
            ["expect", "expect"],
        ),
        ("The skin will tighten and turn brown on the second day.", ["expect"]),
    ],
)
def test_what_a_clause_is(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in draft(text).items] == kinds
