"""What a service raises when it will not do what was asked; nothing is half-done then.

Refusal
├── Refused       the input or the situation does not allow it: problems to mend (422)
├── Stale         somebody changed the row since the form was made (409)
├── OtherBody     one form's key came back with other content (422)
├── NotYours      there is no such row behind this door (404)
└── NotAllowed    this person's role may not do it (403)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aftercare.core.problems import Problem


class Refusal(Exception):  # noqa: N818 - it says what happened; no fault of the program
    """Something is not done; the subclasses say why."""


class Refused(Refusal):
    """The problems, and for those that belong to a field of the form, which."""

    def __init__(
        self, problems: Iterable[Problem], fields: Mapping[str, Problem] | None = None
    ) -> None:
        """Keep the problems as values."""
        self.fields = dict(fields or {})
        self.problems = [*problems, *self.fields.values()]
        super().__init__(" ".join(str(problem) for problem in self.problems))


class Stale(Refusal):
    """Somebody else was quicker; what was typed is kept by the page that shows this."""


class OtherBody(Refusal):
    """The same form was sent twice with different content."""


class NotYours(Refusal):
    """No such row for this clinic or this patient; which of the two is not said."""


class NotAllowed(Refusal):
    """The person is known, and their role does not allow this."""


def refuse(message: str, remedy: str, field: str = "", code: str = "S101") -> Refused:
    """Make a ``Refused`` of one problem, at a field of the form or at none."""
    problem = Problem(code, message, remedy)
    return Refused([], {field: problem}) if field else Refused([problem])
