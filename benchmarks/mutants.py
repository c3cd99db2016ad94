"""The mutants that cosmic-ray makes of a package, those of mere annotations left out."""

from __future__ import annotations

import ast
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.commands import init
from cosmic_ray.modules import find_modules
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec, WorkerOutcome, WorkResult
from survivors import Mutant

SOURCE = Path("src/aftercare")


class Named(NamedTuple):
    """A mutant and the line on which it stands."""

    mutant: Mutant
    line: int


def mutants(copy: Path, package: str) -> dict[str, Named]:
    """Make a session of every mutant of a package; give each job's mutant, in order."""
    with chdir(copy), use_db("session.sqlite") as database:
        init(find_modules([SOURCE / package]), database, {})
        made = {item.job_id: named(item.mutations[0]) for item in database.work_items}
        unread = [job for job, name in made.items() if name is None]
        database.set_multiple_results(unread, WorkResult(WorkerOutcome.SKIPPED))
    found = [(job, name) for job, name in made.items() if name]
    return dict(sorted(found, key=lambda each: (each[1].mutant.file, each[1].line, each[1])))


def named(spec: MutationSpec) -> Named | None:
    """Name a mutant by its file, operator and line; nothing where only an annotation changes."""
    code = spec.module_path.read_text("utf-8")
    operator = get_operator(spec.operator_name)(**spec.operator_args)
    changed = mutate_code(code, operator, spec.occurrence)
    if changed is None or _meaning(changed) == _meaning(code):
        return None
    lines = zip(code.splitlines(), [*changed.splitlines(), ""], strict=False)
    written = next((new for old, new in lines if old != new), "")
    name = str(spec.module_path.relative_to(SOURCE))
    mutant = Mutant(name, spec.operator_name.removeprefix("core/"), written.strip())
    return Named(mutant, spec.start_pos[0])


def _meaning(code: str) -> str:
    """Give a module's tree without annotations; what does not compile means itself."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return code
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)
