import re
from pathlib import Path

import pytest
from lucide.templatetags.lucide import lucide

import aftercare.clinic.patient
from aftercare.clinic.ui.icons import ICONS, icon_of
from tests.core.plan.cases import clause, planned, shipped

ROOM = Path(aftercare.clinic.patient.__file__).parent
WRITTEN = {
    name
    for page in (ROOM / "templates").rglob("*.html")
    for name in re.findall(r'icon "([a-z-]+)"', page.read_text("utf-8"))
}


@pytest.mark.parametrize("name", sorted({*ICONS.values(), *WRITTEN}))
def test_every_icon_is_there(name: str) -> None:
    assert str(lucide(name)).startswith("<svg")


def test_a_clause_without_an_icon_of_its_own_is_drawn_by_what_it_asks() -> None:
    plan = planned(shipped(), 0)
    drawn = [icon_of(clause(plan, name)) for name in ("no-heat", "pat-dry", "no-scrubbing-dry")]
    assert drawn == ["thermometer", "circle-check", "circle-minus"]
