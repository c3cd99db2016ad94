"""A draft's names -> the activities that the protocol language knows, and its conditions."""

from __future__ import annotations

import re

from aftercare.core.leaflet.activities import named
from aftercare.core.leaflet.narrower import narrower

ACTIVITIES: dict[str, tuple[str, ...]] = {
    "makeup": ("make-up",),
    "dirt": ("dusty-work",),
    "makeup-brush": ("make-up-tools",),
    "tanning-bed": ("sunbed",),
    "sun-protection": ("shade",),
    "sauna": ("sauna", "steam"),
    "products": ("skincare",),
    "routine": ("skincare",),
    "exfoliation": ("scrub",),
    "scrubbing": ("scrub",),
    "alcohol-products": ("alcohol-on-skin",),
    "benzoyl-peroxide": ("acne-treatment",),
    "laser": ("laser-treatment",),
    "facial-treatments": ("facial", "other-treatment"),
    "tattooing": ("tattoo",),
    "blood-thinner": ("blood-thinners",),
    "nsaid": ("ibuprofen",),
    "pain-relief": ("paracetamol",),
    "medication": ("other-medicine",),
    "drying": ("pat-drying",),
    "hydration": ("drinking-water",),
    "ointment": ("oils-and-balms",),
    "gel": ("aloe-vera",),
    "dressing": ("plasters",),
    "saline": ("antiseptic",),
    "hand-hygiene": ("hand-washing",),
    "dental": ("dentist",),
    "vaccination": ("vaccine",),
    "eating": ("food",),
    "hot-drinks": ("coffee",),
    "lip-pressure": ("sex-and-kissing",),
    "sex": ("sex-and-kissing",),
    "bending": ("bending-and-lifting",),
    "lying-down": ("face-down-table",),
    "contact-lenses": ("glasses-and-lenses",),
    "lash-extensions": ("lashes",),
    "tight-clothing": ("clothes",),
    "hyaluronic": ("hyaluronic-acid",),
    "cold-compress": ("ice",),
    "sweating": ("exercise",),
    "pressure": ("tight-headwear",),
    "downtime": ("work-and-school",),
    "blood-donation": ("giving-blood",),
    "antibiotic": ("antibiotics",),
    "towels": ("flannel",),
}

CONDITIONS: dict[str, tuple[str, str]] = {
    "redness subsides": ("the redness has gone", "Has the redness gone?"),
    "swelling subsides": ("the swelling has gone", "Has the swelling gone?"),
    "bruising subsides": ("the bruises have gone", "Have the bruises gone?"),
    "bleeding stopped": ("it has stopped bleeding", "Has it stopped bleeding?"),
    "skin healed": ("your skin has healed", "Has your skin healed?"),
    "skin calm": ("your skin has settled", "Has your skin settled?"),
    "peeling stopped": ("the peeling has stopped", "Has the peeling stopped?"),
    "pores closed": ("your pores have closed", "Have your pores closed?"),
    "scabs gone": ("the scabs have gone", "Have the scabs gone?"),
    "sensation returns": ("your feeling has come back", "Has your feeling come back?"),
    "cream finished": ("the cream is used up", "Is the cream used up?"),
    "reviewed": ("the clinic has told you", "Has the clinic told you?"),
}


def known(names: tuple[str, ...], said: str = "", *, asked: bool = False) -> list[str]:
    """Give the language's activities for a draft's names; one it does not know stays as it is.

    ``said`` are the clause's words in lower case: where they are narrower, so is the activity.
    Care that is ``asked`` for says nothing of what it leaves out: `water only, no cleanser`.
    """
    found = [activity for name in names for activity in _activities(name, said, asked=asked)]
    return list(dict.fromkeys(found))


_LEFT_OUT = re.compile(
    r"\b(?:no|not|never|without|instead of|rather than|nor|don't use|avoid(?:ing)?) "
    r"(?:an? |any |the |your )?(?:[\w-]+ )?$"
)


def _activities(name: str, said: str, *, asked: bool) -> list[str]:
    usual = ACTIVITIES.get(name, (name,))
    places = [each for each in named(said) if each.name == name]
    left_out = {p for p in places if asked and _LEFT_OUT.search(said[: p.start])}
    forms = [(said[p.start : p.end], p in left_out) for p in places] or [("", False)]
    meant = [(each, out) for form, out in forms for each in narrower(form, said) or usual]
    without = {each for each, out in meant if out}
    return [each for each, _ in meant if each not in without]
