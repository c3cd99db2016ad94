"""What the repository's files must not carry: this machine, a registry, weight, bare silencers."""

import io
import re
import tokenize

import pytest

from tests.architecture.sources import ROOT, python_files, repository_files

LARGEST = 1_000_000  # bytes

# Written in two halves, so that this file does not name what it looks for.
HOSTS = tuple("".join(halves) for halves in [
    ("pypi.", "org"), ("python", "hosted.org"), ("npm", "js."), ("yarn", "pkg."),
    ("deb", "ian.org"), ("proxy.go", "lang"), ("crates", ".io"), ("maven", ".org"),
    ("ruby", "gems.org"),
])  # fmt: skip
FOLDERS = ("work", "root", "home", "Users", "opt")
MACHINE = re.compile(r"(?<![\w.*~)}>-])/(" + "|".join(FOLDERS) + r")/\w")

SILENCER = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]*\])?|nosec\b"
    r"|pragma:[ \w]+?)(?P<after>(?=$|[^\w\[]).*)"
)
REASON = re.compile(r"\w{2,}\W+\w{2,}")


def text_faults(text: str) -> list[str]:
    hosts = [host for host in HOSTS if host in text]
    return hosts + [found.group() for found in MACHINE.finditer(text)]


def silencer_faults(source: str) -> list[int]:
    """Give the lines where a check is switched off and no reason of two words follows."""
    read = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = (token for token in read if token.type == tokenize.COMMENT)
    found = ((token.start[0], SILENCER.search(token.string)) for token in comments)
    return [line for line, match in found if match and not REASON.search(match["after"])]


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = {}
    for path in repository_files():
        if faults := text_faults(path.read_text(encoding="utf-8", errors="replace")):
            found[str(path.relative_to(ROOT))] = faults
    assert found == {}


def test_no_file_is_larger_than_a_megabyte() -> None:
    sizes = {str(path.relative_to(ROOT)): path.stat().st_size for path in repository_files()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_each_silenced_check_has_its_reason() -> None:
    found = {}
    for path in python_files(ROOT / "src", ROOT / "tests", ROOT / "benchmarks"):
        if lines := silencer_faults(path.read_text(encoding="utf-8")):
            found[str(path.relative_to(ROOT))] = lines
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [f"--index-url https://{HOSTS[0]}/simple", f"see /{FOLDERS[0]}/main", f"`/{FOLDERS[2]}/ann/x`"],
)
def test_a_registry_or_a_path_of_a_machine_is_found(text: str) -> None:
    assert len(text_faults(text)) == 1


def test_an_address_or_a_relative_path_is_fine() -> None:
    word = "work"
    relative = f"../{word}/x .venv/{word}/x $(HOME)/{word}/x"
    assert text_faults(f"https://example.com/home/page {relative}") == []


@pytest.mark.parametrize(
    "off", ["noqa: S603", "noqa", "type: ignore[misc]", "type: ignore", "nosec"]
)
def test_a_silencer_without_a_reason_is_found(off: str) -> None:
    assert silencer_faults(f"run()  # {off}\n") == [1]
    assert silencer_faults(f"run()  # {off} -\n") == [1]
    assert silencer_faults(f"run()  # {off}  # the arguments are ours\n") == []
    assert silencer_faults(f"run()  # {off} – the arguments are ours\n") == []


def test_a_silencer_inside_a_text_is_not_one() -> None:
    assert silencer_faults("SAID = '# noqa: S603'\n") == []
