"""``aftercare protocol``: list, show, check, coverage, prove, schema, diff, explain."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from aftercare.cli import faults, inputs
from aftercare.core.check import check
from aftercare.core.check.coverage import coverage
from aftercare.core.problems import Problem, errors
from aftercare.core.protocol.load import Loaded, load
from aftercare.core.protocol.model import Protocol, say
from aftercare.core.protocol.vocabulary import Vocabulary
from aftercare.protocols import shipped


def list_(_options: Namespace) -> int:
    """Name the shipped protocols."""
    for name, path in shipped().items():
        loaded = _loaded(str(path))
        protocol = loaded.protocol
        title = say(protocol.title, str(protocol.language))
        print(f"{name}  version {protocol.version}  {title}  sha256 {loaded.sha256[:12]}")
    return 0


def show(options: Namespace) -> int:
    """Print what a protocol tells a patient, clause by clause."""
    from aftercare.cli.showing import shown

    print("\n".join(shown(_checked(options.id, spared=("P7", "P9")))))
    return 0


def check_(options: Namespace) -> int:
    """Check files; everything found is shown. 1 if anything asks for a change, 2 if unreadable."""
    vocabulary = inputs.words()
    return max(_check(name, vocabulary, notes=options.notes) for name in options.files)


def _check(name: str, vocabulary: Vocabulary, *, notes: bool) -> int:
    try:
        path = inputs.find(name)
        loaded, problems = load(inputs.read_file(path), str(path))
    except inputs.Unusable as unusable:
        return inputs.fail(unusable)
    found = problems + (check(loaded, vocabulary) if loaded else [])
    faults.show(found if notes else [p for p in found if p.weight != "note"])
    print(f"{path}: {_counted(found, notes=notes)}")
    return _status(found, loaded)


def _status(found: list[Problem], loaded: Loaded | None) -> int:
    if loaded is None and errors(found):
        return 2
    return 1 if any(problem.weight != "note" for problem in found) else 0


def _counted(found: list[Problem], *, notes: bool) -> str:
    counts = [(w, sum(p.weight == w for p in found)) for w in ("error", "warning", "note")]
    said = ", ".join(f"{n} {word}{'s' if n != 1 else ''}" for word, n in counts if n)
    hidden = "" if notes or not counts[-1][1] else " (--notes shows them)"
    return (said + hidden) or "nothing to mend"


def coverage_(options: Namespace) -> int:
    """Print each sentence of the leaflet with the clauses that carry it; 1 if one is lost."""
    protocol = _loaded(options.id).protocol
    words = _sentences(options.leaflet, protocol) if options.leaflet else {}
    lost = 0
    for covered in coverage(protocol):
        said = ", ".join(covered.clauses) or covered.not_needed or "NOT COVERED"
        lost += not (covered.clauses or covered.not_needed)
        print(f"{covered.number:>3}  {words.get(covered.number, covered.gist)}\n     → {said}")
    total = len(protocol.leaflet.sentences)
    print(f"{total - lost} of {total} sentences are covered.")
    return 1 if lost else 0


def _sentences(file: str, protocol: Protocol) -> dict[int, str]:
    from aftercare.core.leaflet.sentences import fingerprint, sentences

    text = inputs.read_file(Path(file)).decode("utf-8-sig", errors="replace")
    found, declared = sentences(text), protocol.leaflet
    known = fingerprint(text) == declared.sha256 if declared.sha256 else True
    if len(found) != len(declared.sentences) or not known:
        message = f"`{file}` is not the leaflet that this protocol covers."
        remedy = f"It has {len(found)} sentences and the fingerprint {fingerprint(text)}."
        raise inputs.refuse("P704", message, remedy)
    return dict(enumerate(found, 1))


def prove_(options: Namespace) -> int:
    """Prove the triage table; print a counter-example a rule where it fails."""
    from aftercare.core.triage.proof import prove

    loaded = _checked(options.id, spared=("P7", "P9"))
    proof = prove(loaded.protocol)
    default = f"{proof.uncovered} of them by the default `contact`"
    print(f"total: {proof.cells} cells have an answer, {default}")
    broken = {violation.rule for violation in proof.violations}
    said = {
        "monotone": "more severe, later, worse, a riskier fact or one more symptom "
        "never lowers the level",
        "honest": "`expected` only inside the time that was told",
        "reachable": "every row decides something",
    }
    for rule, sentence in said.items():
        if rule not in broken:
            print(f"{rule}: {sentence}")
    for violation in proof.violations:
        print(f"NOT {violation.rule}: {violation.sentence}")
    return 1 if proof.violations else 0


def schema_(_options: Namespace) -> int:
    """Print the JSON Schema of the language."""
    from aftercare.core.protocol.schema import schema

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def diff(options: Namespace) -> int:
    """Print what changed between two protocols; 1 if anything did."""
    from aftercare.core.protocol.compare import compare

    changes = compare(_loaded(options.a).protocol, _loaded(options.b).protocol)
    for change in changes:
        mark = {"looser": "LESS STRICT", "stricter": "stricter"}.get(change.direction, "changed")
        print(f"{change.clause}: {change.sentence}  [{mark}]")
    if not changes:
        print("No difference in what they say.")
    return 1 if changes else 0


def explain(options: Namespace) -> int:
    """Print what a problem's code means, and how to mend it."""
    from aftercare.core.explanations import EXPLANATIONS

    code = options.code.upper()
    if code not in EXPLANATIONS:
        raise inputs.refuse("C104", f"There is no code `{options.code}`.", "Codes look like P103.")
    found = EXPLANATIONS[code]
    print(f"{code}: {found.title}\n\n{found.why}\n\nHow to mend it: {found.mend}")
    return 0


def _checked(name: str, *, spared: tuple[str, ...]) -> Loaded:
    """Load a protocol of which names can be trusted; the spared families of codes do no harm."""
    loaded = _loaded(name)
    found = [p for p in errors(check(loaded, inputs.words())) if not p.code.startswith(spared)]
    if found:
        raise inputs.Unusable(found)
    return loaded


def _loaded(name: str) -> Loaded:
    path = inputs.find(name)
    loaded, problems = load(inputs.read_file(path), str(path))
    if loaded is None:
        raise inputs.Unusable(problems)
    return loaded
