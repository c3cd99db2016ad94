"""The command line. Data goes to stdout, talk to stderr.

Exit status: 0 fine, 1 findings, 2 usage or unreadable input, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from aftercare import __version__

_Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"  # argparse has no public name for it

_ID = "a shipped protocol's name, or a file"
_EXAMPLES = """examples:
  aftercare plan micro-needling --treated-at 2026-11-19T14:30 --zone Europe/London
  aftercare ask micro-needling "Can I swim?" --treated-at 2026-11-19T14:30 --zone Europe/London
  aftercare protocol check my-clinic.yaml
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit status."""
    if getattr(sys, "stdout", None) is None:  # closed by whoever called: nobody reads an answer
        return 1
    _prepare_streams()
    try:
        return _answer(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader went away, as `head` does
        _leave_stdout()
        return 1
    except OSError as fault:  # a full disk
        _leave_stdout()
        print(f"The answer cannot be written: {fault.strerror}.", file=sys.stderr)
        return 1


def _answer(arguments: Sequence[str] | None) -> int:
    parser = build_parser()
    _complete(parser)
    try:
        options = parser.parse_args(arguments)
    finally:
        sys.stdout.flush()  # help and version are written there too
    if not hasattr(options, "run"):
        options.parser.print_help(sys.stderr)
        return 2
    status = _run(options)
    sys.stdout.flush()
    return status


def _leave_stdout() -> None:
    """Let Python close a stream that nobody reads without a second complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(options: Namespace) -> int:
    from aftercare.cli.inputs import Unusable, fail

    module, function = options.run
    command: Callable[[Namespace], int] = getattr(
        import_module(f"aftercare.cli.{module}"), function
    )
    try:
        return command(options)
    except Unusable as unusable:
        return fail(unusable)


def _complete(parser: ArgumentParser) -> None:
    """Complete words for the shell; the package is only imported when the shell asks."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)


def build_parser() -> ArgumentParser:
    """Build the whole command line; ``docs/reference/commands.md`` is made from it."""
    parser = ArgumentParser(
        "aftercare",
        description="A clinic's leaflet as a checked protocol: a dated plan, answers, triage.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"aftercare {__version__}")
    parser.set_defaults(parser=parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _protocol(
        commands.add_parser("protocol", allow_abbrev=False, help="look at protocols and check them")
    )
    for build in (_leaflet, _plan, _ask, _triage, _verify):
        build(commands)
    tour = commands.add_parser(
        "tour", allow_abbrev=False, help="one patient's two weeks, as a guided tour"
    )
    tour.set_defaults(run=("tour", "run"))
    _house(commands)
    return parser


def _house(commands: _Commands) -> None:
    demo = commands.add_parser(
        "demo", allow_abbrev=False, help="a sample clinic on this machine, in a browser"
    )
    demo.add_argument("--at", metavar="TIME", help="where its clock stands; default today, 10:40am")
    demo.add_argument("--port", metavar="PORT", type=int, default=8000, help="default 8000")
    demo.add_argument(
        "--database", metavar="URL", default="", help="an empty database, not a throw-away one"
    )
    demo.set_defaults(run=("demo", "run"))
    serve = commands.add_parser("serve", allow_abbrev=False, help="serve the house")
    serve.add_argument("--host", metavar="HOST", default="127.0.0.1", help="default 127.0.0.1")
    serve.add_argument("--port", metavar="PORT", type=int, default=8000, help="default 8000")
    serve.set_defaults(run=("serve", "run"))
    clinic = commands.add_parser("clinic", allow_abbrev=False, help="the clinics of this house")
    clinic.set_defaults(parser=clinic)
    _log(commands)
    verbs = clinic.add_subparsers(title="commands", metavar="COMMAND")
    says = "add a clinic; print its owner's one-time address"
    add = verbs.add_parser("add", allow_abbrev=False, help=says, description=says)
    add.add_argument("name", metavar="NAME", help="the clinic's name")
    add.add_argument("--owner", metavar="NAME", required=True, help="who owns it")
    add.add_argument("--email", metavar="ADDRESS", required=True, help="the owner's address")
    add.add_argument("--zone", metavar="ZONE", default="Europe/London", help="its time zone")
    add.set_defaults(run=("clinic", "add"))
    says = "seal consents with the clinic's own PKCS#12 (.p12)"
    seal = verbs.add_parser("seal", allow_abbrev=False, help=says)
    seal.add_argument("file", metavar="FILE", help="its key and certificate, in one file")
    seal.add_argument("--clinic", metavar="NAME", help="the clinic, where the house has several")
    seal.set_defaults(run=("clinic", "seal"))


def _protocol(parser: ArgumentParser) -> None:
    parser.set_defaults(parser=parser)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND")

    def verb(name: str, says: str, function: str) -> ArgumentParser:
        made = verbs.add_parser(name, allow_abbrev=False, help=says, description=says)
        made.set_defaults(run=("protocol", function))
        return made

    verb("list", "name the shipped protocols", "list_")
    verb("show", "print what a protocol tells a patient", "show").add_argument(
        "id", metavar="ID", help=_ID
    )
    checking = verb("check", "find everything that is wrong in protocol files", "check_")
    checking.add_argument("files", metavar="FILE", nargs="+", help=_ID)
    checking.add_argument("--notes", action="store_true", help="show notes as well")
    covering = verb("coverage", "show which clause carries each leaflet sentence", "coverage_")
    covering.add_argument("id", metavar="ID", help=_ID)
    covering.add_argument("--leaflet", metavar="FILE", help="show the leaflet's own sentences")
    verb("prove", "prove the triage table", "prove_").add_argument("id", metavar="ID", help=_ID)
    verb("schema", "print the JSON Schema of the language", "schema_")
    diff = verb("diff", "say what changed between two protocols", "diff")
    diff.add_argument("a", metavar="A", help="the old one: a shipped name, or a file")
    diff.add_argument("b", metavar="B", help="the new one")
    verb("explain", "say what a problem's code means", "explain").add_argument(
        "code", metavar="CODE", help="as printed with a problem: P103"
    )


def _leaflet(commands: _Commands) -> None:
    parser = commands.add_parser("leaflet", allow_abbrev=False, help="read a clinic's own leaflet")
    parser.set_defaults(parser=parser)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND")
    says = "draft a protocol; each clause points at the words it came from"
    drafting = verbs.add_parser("draft", allow_abbrev=False, help=says, description=says)
    drafting.add_argument(
        "file", metavar="FILE", help=".txt, .md, .html, .docx or .pdf; - for pasted words"
    )
    forms = drafting.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="as data")
    forms.add_argument(
        "--yaml", action="store_true", help="as a protocol with its gaps marked TODO"
    )
    forms.add_argument("--report", action="store_true", help="as a report to read; the default")
    drafting.set_defaults(run=("leaflet", "run"))
    says = "show where two leaflets, or a leaflet and a protocol, disagree"
    comparing = verbs.add_parser("compare", allow_abbrev=False, help=says, description=says)
    comparing.add_argument("a", metavar="A", help="a leaflet, or a protocol's name or .yaml file")
    comparing.add_argument("b", metavar="B", help="the other one")
    comparing.add_argument("--json", action="store_true", help="as data")
    comparing.set_defaults(run=("leaflet", "compare"))


def _plan(commands: _Commands) -> None:
    parser = commands.add_parser(
        "plan", allow_abbrev=False, help="date every clause for one patient"
    )
    _course(parser)
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="as data")
    forms.add_argument("--svg", action="store_true", help="as the two-week picture")
    forms.add_argument("--ics", action="store_true", help="as a calendar file")
    parser.set_defaults(run=("plan", "run"))


def _ask(commands: _Commands) -> None:
    parser = commands.add_parser("ask", allow_abbrev=False, help="may I do X now?")
    _course(parser)
    parser.add_argument("question", metavar="QUESTION", help="the question, or - for JSON Lines")
    parser.add_argument("--json", action="store_true", help="as data")
    parser.set_defaults(run=("ask", "run"))


def _triage(commands: _Commands) -> None:
    parser = commands.add_parser("triage", allow_abbrev=False, help="judge a check-in")
    _course(parser)
    parser.add_argument("lines", metavar="-", nargs="?", choices=["-"], help="read JSON Lines")
    parser.add_argument(
        "--symptom", metavar="NAME=SEVERITY", action="append", help="what is reported now"
    )
    parser.add_argument("--json", action="store_true", help="as data")
    parser.set_defaults(run=("triage", "run"))


def _log(commands: _Commands) -> None:
    log = commands.add_parser("log", allow_abbrev=False, help="the evidence log of this house")
    log.set_defaults(parser=log)
    verbs = log.add_subparsers(title="commands", metavar="COMMAND")
    says = "print a signed tree head: what an outsider keeps"
    head = verbs.add_parser("head", allow_abbrev=False, help=says)
    head.add_argument("--clinic", metavar="NAME", help="one clinic; default all")
    head.set_defaults(run=("log", "head"))
    says = "was anything dropped, reordered or edited? 0 no, 1 yes"
    check = verbs.add_parser("check", allow_abbrev=False, help=says)
    check.add_argument("--clinic", metavar="NAME", help="one clinic; default all")
    check.add_argument("--against", metavar="TREE_HEAD", help="a tree head, kept elsewhere")
    check.set_defaults(run=("log", "check"))


def _verify(commands: _Commands) -> None:
    parser = commands.add_parser(
        "verify",
        allow_abbrev=False,
        help="does this file prove a consent? 0 proved, 1 not, 2 unreadable",
    )
    parser.add_argument("file", metavar="FILE", help="a sealed .pdf, or a bundle (.zip)")
    parser.add_argument(
        "--against", metavar="TREE_HEAD", help="a tree head of the clinic, kept elsewhere"
    )
    parser.add_argument("--json", action="store_true", help="as data")
    parser.set_defaults(run=("verify", "run"))


def _course(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=_ID)
    parser.add_argument(
        "--treated-at", metavar="TIME", action="append", help="ISO 8601; may repeat"
    )
    parser.add_argument("--zone", metavar="ZONE", help="the treatment's time zone: Europe/London")
    parser.add_argument("--at", metavar="TIME", help="the instant asked about; default now")
    parser.add_argument(
        "--fact",
        metavar="NAME=VALUE",
        action="append",
        help="what is known of the person: skin_type=5, areas=face,eye_contour",
    )
    parser.add_argument(
        "--report",
        metavar="NAME=VALUE@TIME",
        action="append",
        help="what was reported, and when: redness=none@2026-11-20T09:00",
    )
