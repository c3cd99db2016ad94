"""What a phone loads: little, licensed, and nothing that a strict policy would refuse."""

import gzip
import re
from pathlib import Path

import pytest

from tests.clinic.ui.rendering import STATIC, UI

KIB = 1024
FONTS = sorted((STATIC / "fonts").glob("*.woff2"))
ELEMENTS = sorted((STATIC / "js").glob("*.js"))
TEMPLATES = sorted((UI / "templates").rglob("*.html"))
PATIENT = ("tokens", "page", "form", "patient", "print")


def gzipped(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in paths)


def named(path: Path) -> str:
    return path.name


def test_the_fonts_of_a_first_visit_are_at_most_65_kib() -> None:
    first = [font for font in FONTS if not font.name.endswith("-latin-ext.woff2")]
    assert [font.name for font in first] == [
        "atkinson-hyperlegible-next-latin.woff2",
        "literata-latin.woff2",
    ]
    assert sum(font.stat().st_size for font in first) <= 65 * KIB


def test_the_style_sheets_of_a_patients_page_are_at_most_9_kib() -> None:
    assert gzipped(*(STATIC / "css" / f"{name}.css" for name in PATIENT)) <= 9 * KIB


def test_all_elements_together_are_at_most_25_kib() -> None:
    assert gzipped(*ELEMENTS) <= 25 * KIB


@pytest.mark.parametrize("element", ELEMENTS, ids=named)
def test_an_element_is_shorter_than_150_lines(element: Path) -> None:
    assert len(element.read_text(encoding="utf-8").splitlines()) < 150


@pytest.mark.parametrize("font", FONTS, ids=named)
def test_a_font_has_its_licence_beside_it(font: Path) -> None:
    family = font.name.split("-latin")[0]
    licence = (font.parent / f"{family}-OFL.txt").read_text(encoding="utf-8")
    assert len(re.findall("SIL OPEN FONT LICENSE Version 1.1", licence)) == 1


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_has_no_inline_script_style_or_handler(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    inline = r"<style\b|\bstyle=|\son\w+=|javascript:|<script(?![^>]*\bsrc=)"
    assert re.findall(inline, source) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_template_says_at_its_head_what_it_needs(template: Path) -> None:
    source = template.read_text(encoding="utf-8")
    assert source.find("{% comment %}") in range(250)


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_every_post_carries_its_token_and_no_browser_validation(template: Path) -> None:
    posts = re.findall(r'<form method="post".*?</form>', template.read_text(), flags=re.DOTALL)
    assert [form for form in posts if "{% csrf_token %}" not in form] == []


@pytest.mark.parametrize("sheet", sorted((STATIC / "css").glob("*.css")), ids=named)
def test_a_style_sheet_follows_the_direction_of_the_script(sheet: Path) -> None:
    physical = r"\b(?:margin|padding|border)-(?:left|right|top|bottom)\b|text-align: (?:left|right)"
    assert re.findall(physical, sheet.read_text(encoding="utf-8")) == []
