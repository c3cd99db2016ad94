"""Write what the documentation can take from the program: commands, codes, fields, the picture.

Run it after a change: ``.venv/bin/python docs/generate.py``. A test compares.
"""

from __future__ import annotations

import io
import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from aftercare.cli.main import build_parser
from aftercare.cli.main import main as run
from aftercare.core.explanations import EXPLANATIONS
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.shape import Piece, fields_of

REFERENCE = Path(__file__).parent / "reference"
PICTURE = Path(__file__).parent / "two-weeks.svg"
_DRAW = (
    "plan micro-needling --zone Europe/London --fact skin_type=5 --svg "
    "--treated-at 2026-11-19T14:30 --at 2026-11-21T14:30"
)
_FIELDS = re.compile(r"(<!-- fields: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_COMMANDS = """# Commands

<!-- Made by docs/generate.py. Do not edit. -->

Data goes to standard output, talk to standard error.
Exit status: 0 fine, 1 findings or a bad line, 2 usage or unreadable input, 130 interrupted.
`NO_COLOR` switches colours off. Examples are in the [how-to pages](../how-to/).

ID is a shipped protocol's name or the path of a file.
TIME is ISO 8601. Without an offset it is local in ZONE; in the hour that a change of clocks skips
or repeats it is refused, and an offset resolves it.
With several treatments the strictest state wins; triage goes by the last one begun.
NAME is a name that the protocol declares.
"""
_PROBLEMS = """# Problem codes

<!-- Made by docs/generate.py. Do not edit. -->

`aftercare protocol explain CODE` prints the same.
An error stops the work, a warning asks for a decision, a note informs.
"""
_FAMILIES = {
    "P0": "The file",
    "P1": "The shape",
    "P2": "Names",
    "P3": "Contradictions and overlaps",
    "P4": "Gaps",
    "P5": "Words",
    "P6": "Languages",
    "P7": "The leaflet",
    "P8": "What the clinic decides",
    "P9": "The triage proof",
    "F1": "Facts",
    "R1": "Reports and symptoms",
    "K1": "The gate before a treatment",
    "S1": "The house",
    "B1": "Codes of labels",
    "E1": "Evidence",
    "E3": "The clinic's keys",
    "E4": "The log in the database",
    "L1": "A clinic's own leaflet",
    "T1": "Times",
    "C1": "The command line",
    "J1": "JSON Lines",
}
_KINDS = {
    "Name": "a name",
    "Lang": "a language",
    "Phrase": "words",
    "Phrases": "phrases with commas",
    "Count": "a number from 1",
    "Day": "a day from 0",
    "YesNo": "yes or no",
    "FactValue": "a fact's value",
    "Hash": "64 hexadecimal digits",
    "Source": "a sentence's number or a citation",
    "Severities": "a severity",
    "Length": "a length",
}


def main() -> None:
    """Write every made page and table."""
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")


def made() -> dict[Path, str]:
    """Give the pages that are made, whole or in part, with their text."""
    protocol = REFERENCE / "protocol.md"
    return {
        REFERENCE / "commands.md": commands_page(),
        REFERENCE / "problems.md": problems_page(),
        protocol: with_fields(protocol.read_text(encoding="utf-8")),
        PICTURE: picture(),
    }


def picture() -> str:
    """Give the two weeks of the patient in the README, as the command draws them."""
    out = io.StringIO()
    with redirect_stdout(out):
        run(_DRAW.split())
    return out.getvalue()


# --- commands ---------------------------------------------------------------------------------


def commands_page() -> str:
    """Give the page of every command with its arguments and options."""
    parts = [_COMMANDS]
    for name, parser in commands(build_parser()):
        parts.append(f"\n## aftercare {name}\n\n{_sentence(parser.description)}\n{_table(parser)}")
    return "".join(parts)


def commands(parser: ArgumentParser, above: str = "") -> Iterator[tuple[str, ArgumentParser]]:
    """Give every command that does something, with its parser."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way to ask a parser
        if isinstance(action, _SubParsersAction):
            helps = {choice.dest: choice.help for choice in action._choices_actions}  # noqa: SLF001 - as above
            for name, below in action.choices.items():
                below.description = below.description or helps.get(name)
                inner = list(commands(below, f"{above}{name} "))
                yield from inner or [(f"{above}{name}", below)]


def _table(parser: ArgumentParser) -> str:
    rows = [
        f"| `{_written(action)}` | {_cell(action.help)} |\n"
        for action in parser._actions  # noqa: SLF001 - as above
        if "--help" not in action.option_strings
    ]
    return "".join(["\n| argument | what it is |\n|---|---|\n", *rows]) if rows else ""


def _written(action: Any) -> str:
    """Write an argument or option as the command line has it."""
    value = f" {action.metavar}" if action.metavar and action.nargs != 0 else ""
    if not action.option_strings:
        return value.strip() + (" …" if action.nargs == "+" else "")
    return f"{action.option_strings[0]}{value}"


def _cell(text: str | None) -> str:
    return (text or "").replace("|", "\\|")


def _sentence(text: str | None) -> str:
    said = (text or "").strip()
    return said[:1].upper() + said[1:] + ("" if said[-1:] in {".", "?"} else ".")


# --- problem codes ----------------------------------------------------------------------------


def problems_page() -> str:
    """Give the page of every problem's code."""
    parts = [_PROBLEMS]
    family = ""
    for code, (title, why, mend) in EXPLANATIONS.items():
        if code[:2] != family:
            family = code[:2]
            parts.append(f"\n## {_FAMILIES[family]}\n")
        parts.append(f"\n### {code}: {title}\n\n{why}\n\nHow to mend it: {mend}\n")
    return "".join(parts)


# --- fields -----------------------------------------------------------------------------------


def with_fields(page: str) -> str:
    """Renew the tables of fields between their marks."""
    known = {piece.__name__: piece for piece in pieces(Protocol)}
    return _FIELDS.sub(lambda m: m[1] + _fields(known[m[2]]) + m[3], page)


def pieces(piece: type[Piece]) -> list[type[Piece]]:
    """Give a piece of the language and every piece that can stand inside it."""
    found = [piece]
    for known in found:
        below = (part for f in fields_of(known).values() for part in _parts(f.kind))
        found += [part for part in dict.fromkeys(below) if part not in found]
    return found


def _parts(kind: Any) -> Iterator[type[Piece]]:
    if isinstance(kind, type) and issubclass(kind, Piece):
        yield kind
    elif get_origin(kind) is not Literal:
        yield from (part for inner in get_args(kind) for part in _parts(inner))


def _fields(piece: type[Piece]) -> str:
    rows = [
        f"| `{field.key}` | {'yes' if field.required else ''} | {kind(field.kind)} | {field.says} |"
        for field in fields_of(piece).values()
    ]
    return "\n".join(
        ["", "| field | must | holds | what it is |", "|---|---|---|---|", *rows, "", ""]
    )


def kind(type_: Any) -> str:
    """Say what a field can hold."""
    origin, inside = get_origin(type_), [part for part in get_args(type_) if part is not type(None)]
    if origin in {Union, UnionType}:
        return " or ".join(map(kind, inside))
    if origin is Literal:
        return " or ".join(f"`{word}`" for word in inside)
    if origin is tuple:
        count = "any number" if any(_parts(inside[0])) else "one or more"
        return f"{count}: {kind(inside[0])}"
    if origin is dict:
        key, value = map(kind, inside)
        return "a text" if key == "a language" and value == "words" else f"{key}: {value}"
    name: str = type_.__name__
    return _KINDS.get(name, f"a block ({name})")


if __name__ == "__main__":
    main()
