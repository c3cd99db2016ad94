"""The JSON Schema that editors use: made from the types, checked in, and as strict as it can be."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import aftercare
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.schema import schema
from aftercare.protocols import shipped
from tests.core.samples import SAMPLE, read_text, sample

PACKAGE = Path(aftercare.__file__).parent
CHECKED_IN = PACKAGE / "schema" / "protocol-1.json"
VALIDATOR = jsonschema.Draft7Validator(schema())
FIRST_LINE = "# yaml-language-server: $schema="


def as_json(value: Any, key: str = "") -> Any:
    """Give what YAML made of a file as an editor hands it to a schema: all keys are text."""
    if isinstance(value, dict):
        return {str(name): as_json(item, str(name)) for name, item in value.items()}
    if isinstance(value, list):
        return [as_json(item, key) for item in value]
    return value


def faults(text: str) -> list[str]:
    """Give the path of each place in a protocol's text that the schema refuses."""
    found = VALIDATOR.iter_errors(as_json(yaml.load(text, Loader=yaml.CSafeLoader)))
    return sorted("/".join(map(str, fault.absolute_path)) for fault in found)


def test_the_checked_in_schema_is_the_one_that_the_types_make() -> None:
    # mend with: aftercare protocol schema > src/aftercare/schema/protocol-1.json
    assert json.loads(CHECKED_IN.read_text(encoding="utf-8")) == schema()
    assert CHECKED_IN.read_text(encoding="utf-8").endswith("}\n")


def test_the_schema_is_itself_valid_as_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", sorted(shipped()))
def test_the_first_line_of_a_shipped_protocol_leads_an_editor_to_the_schema(name: str) -> None:
    path = shipped()[name]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.removeprefix(FIRST_LINE) != first
    assert (path.parent / first.removeprefix(FIRST_LINE)).resolve() == CHECKED_IN.resolve()


@pytest.mark.parametrize("name", sorted(shipped()))
def test_the_shipped_protocols_fit_the_schema(name: str) -> None:
    assert faults(shipped()[name].read_text(encoding="utf-8")) == []


def test_the_sample_fits_the_schema() -> None:
    assert faults(SAMPLE) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("format: aftercare-protocol/1", "format: aftercare-protocol/2", "format"),
        ("version: 1", "version: 0", "version"),
        ("id: tattoo", "id: My Tattoo", "id"),
        ("title: {en: Tattoo}", "title: {english: Tattoo}", "title"),
        ("title: {en: Tattoo}", "title: {en: ''}", "title/en"),
        ("    1: what a tattoo is", "    0: what a tattoo is", "leaflet/sentences"),
        ("kind: fitzpatrick", "kind: fitzpatric", "facts/skin_type/kind"),
        ("closed-by: patient", "closed-by: nurse", "conditions/scabs_gone/closed-by"),
        ("closed-by: patient", "closed-by: {redness: mild}", "conditions/scabs_gone/closed-by"),
        ("usually: 2 to 3 days", "usually: 2-3 days", "reactions/0/usually"),
        ("usually: 2 to 3 days", "usualy: 2 to 3 days", "reactions/0"),
        ("    text: {en: Do not swim.}\n", "", "advice/1"),
        ("avoid: sun", "avoid: sun\n    do: hat", "advice/3"),
        ("    avoid: sun\n", "", "advice/3"),
        ("for: 4 weeks", "for: 4 weeks\n    until: scabs_gone", "advice/3"),
        ("for: 4 weeks", "for: 4", "advice/3/for"),
        ("source: 8", "source: page", "advice/3/source"),
        ("days: [1, 3, 7, 14]", "days: [1, -3]", "questions/days"),
        ("severity: moderate or less", "severity: bad", "triage/6/severity"),
        ("trend: worse", "trend: better", "triage/4/trend"),
        ("decision: adopted", "decision: maybe", "stops/0/decision"),
        ("optional: yes", "optional: maybe", "agreements/1/optional"),
        ("    says: taking the film off\n", "", "vocabulary/film-removal"),
        ("phone: 555 0100", "fax: 555 0100", "contact"),
        ("avoid: sun", "avoid: []", "advice/3/avoid"),
        ("source: 8", "source: []", "advice/3/source"),
        ("days: [1, 3, 7, 14]", "days: []", "questions/days"),
        ("title: {en: Tattoo}", "title: {}", "title"),
        ("raised-by: {place: ankle}", "raised-by: {place: []}", "risks/0/raised-by/place"),
        ("for: 4 weeks", "usually: 4 weeks", "advice/3"),
        ("leaflet:\n", "leaflet:\n  sha256: abc\n", "leaflet/sha256"),
        ("leaflet:\n", f"leaflet:\n  sha256: {'A' * 64}\n", "leaflet/sha256"),
    ],
)
def test_what_the_reader_refuses_an_editor_underlines(old: str, new: str, path: str) -> None:
    broken = sample((old, new))
    assert read_text(broken)[0] is None
    assert faults(broken) == [path]


@pytest.mark.parametrize("definition", sorted(schema()["definitions"]))
def test_each_field_says_what_it_is_for(definition: str) -> None:
    block = schema()["definitions"][definition]
    silent = [name for name, field in block["properties"].items() if not field["description"]]
    assert (silent, bool(block["description"])) == ([], True)


@pytest.mark.parametrize("example", Length.SCHEMA["examples"])
def test_each_example_in_the_schema_can_be_read(example: str) -> None:
    assert Length.read(example).written == example
