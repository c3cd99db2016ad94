import re
from pathlib import Path

from aftercare.clinic.patient.about import PURPOSE
from tests.clinic.patient.conftest import Handset
from tests.clinic.patient.reading import main, sent

README = Path(__file__).parents[3] / "README.md"


def test_the_intended_purpose_is_the_readmes_own_sentence() -> None:
    quoted = re.search(r"## What it is meant for\n\n((?:> .*\n)+)", README.read_text("utf-8"))
    assert quoted
    assert " ".join(quoted[1].replace("> ", "").split()) == PURPOSE


def test_about_says_what_it_is_for_and_whose_it_is(cared: Handset) -> None:
    said = main(cared.client.get(cared.at("about")))
    assert said.startswith("About this service What it is for The software records consent,")
    assert "Your advice is version 1." in said


def test_a_device_that_is_not_ones_own_can_be_left_from_here(cared: Handset) -> None:
    page = cared.client.get(cared.at("about")).content.decode()
    assert f'<form method="post" action="{cared.at("leave")}">' in page
    cared.client.post(cared.at("leave"), sent())
    assert cared.client.get(cared.at("today"))["Location"] == cared.at("open")
