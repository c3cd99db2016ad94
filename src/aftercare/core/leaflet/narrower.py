"""Words of a leaflet -> the language's own, narrower activity: `waxing` is more than hair removal.

Without it a patient who asks "Can I wax?" hears that the advice does not mention waxing. Each row
is an activity and the forms of ``deeds`` that it is for.
"""

from __future__ import annotations

import re
from functools import cache

from aftercare.core.leaflet.activities import stem

_ROWS = """
air-drying: air dry
antiseptic: surgical spirit; savlon; germolene; antiseptic cream
arnica: arnica
acne-treatment: acne product; acne cream; acne treatment; acne medication
bath: bath; bathe
bending-and-lifting: heavy lifting; lift heavy; lift anything; lift things; lift objects; lifting
bleaching: bleach; bleaching; bleaching cream
body-powder: talc; talcum powder
body-scrub: body scrub
brows: lamination; microblading
chlorinated-water: chlorine; chlorinated
cleansing: foaming cleanser
cleansing, washing: face wash; face washing
cold-plunge: cryotherapy
cold-weather: great cold; extreme cold; cold extremes; freezing; intense cold
contact-sport: contact sport
cooking-and-fire: hot oven; fireplace
dermaplaning: dermaplane; dermaplaning
dirty-towel: dirty towel
electrolysis: electrolysis
epilating: epilate; epilation; epilator
essential-oils: essential oil
face-brush: cleansing brush; facial brush; clarisonic; loofah
face-covering: helmet; face covering; face coverings
face-mask: mask; face mask
flannel: flannel; flannels; washcloth; face cloth; facecloth; face towel
flying, travel: air travel; travel abroad; holiday; travel; long haul
fragrance: aftershave; perfumed cream
getting-wet: wet; get it wet; getting wet
glasses-and-lenses: goggles
hair-drying: hair dryer; hairdryer
hair-removal-cream: depilatory; depilate; hair removal cream; hair remover
hair-wash: shampoo; hair wash
hair-styling: hair extension; braids; ponytail; tight hairstyle; hairspray; hair spray; hair product; hair products; perming; relaxer
hat: hat; wide brimmed; cap
herbal: herbal; herbal remedy
hot-weather: hot weather
isotretinoin: isotretinoin cream
laser-hair-removal: laser hair removal
make-up-tools: eyelash curler
microdermabrasion: microdermabrasion; dermabrasion
needling-again: microneedling; dermaroller; needling
night-cream: night cream
oils-and-balms: oil; oils; oil based; petroleum; vaseline
open-water: sea; lake; ocean; pond; open water; seawater; sea water; river
piercing: piercing
rain: rain
shared-things: shared towel; share towels; sharing towels
shower: shower
skin-lightening: hydroquinone; lightening; kojic
soaking: submerge; immerse
soaking, bath, swimming: soak
spa: spa; spas
sugaring: sugaring
sunglasses: sunglasses
swimming, open-water: swim; swimming
threading: thread; threading
toner: toner; toners; astringent; witch hazel
tweezing: pluck; plucking; tweeze; tweezer; tweezing
vaping: vape; vaping
waxing: wax; waxing
wipes-and-micellar: micellar; face wipe
"""


def narrower(form: str, said: str) -> tuple[str, ...]:
    """Give the activities that a form of ``deeds`` means in the clause ``said``, in lower case."""
    found = _table().get(_stems(form), ())
    pools = form.startswith("sw") and _POOL.search(said) is not None
    return tuple(name for name in found if not (pools and name == "open-water"))


_POOL = re.compile(r"\b(?:chlorin|pool)")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found = {}
    for row in _ROWS.strip().splitlines():
        names, _, forms = row.partition(": ")
        found.update({_stems(form): tuple(names.split(", ")) for form in forms.split("; ")})
    return found


def _stems(form: str) -> str:
    return " ".join(stem(word) for word in re.findall(r"[a-z]+", form))
