"""Does this file prove a consent? For anybody: a patient, a doctor, a court. No account."""

from __future__ import annotations

from typing import cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import blame, show
from aftercare.clinic.services.evidence.verifying import LARGEST, Verdict, judge
from aftercare.clinic.services.refusals import Refused
from aftercare.core.problems import Problem

_SMALL = 20_000  # a tree head is a line


class VerifyForm(forms.Form):
    """The file that the clinic handed over, and a tree head that was kept elsewhere."""

    use_required_attribute = False
    file = forms.FileField(
        label="The file from your clinic",
        help_text="The .zip file, or the PDF alone.",
        error_messages={
            "required": "Choose the .zip or the .pdf that your clinic gave you.",
            "empty": "This file is empty. Choose the one that your clinic gave you.",
        },
    )
    head = forms.FileField(
        label="A line of our log that you kept",
        help_text="Most people have none. It is a small file with one line, called a tree head.",
        required=False,
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is larger than a consent can be."""
        return _within(self.cleaned_data["file"], LARGEST)

    def clean_head(self) -> UploadedFile | None:
        """Refuse what is larger than a line."""
        given = self.cleaned_data.get("head")
        return _within(given, _SMALL) if given else None


def _within(file: UploadedFile, most: int) -> UploadedFile:
    if (file.size or 0) > most:
        raise forms.ValidationError("This file is too large to be one of ours.")
    return file


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the form; after it, every fact that was looked at. Nothing is kept."""
    here = cast("Request", request)
    sent = request.method == "POST"
    form = VerifyForm(request.POST, request.FILES) if sent else VerifyForm()
    verdict = _judged(here, form) if sent and form.is_valid() else None
    return show(here, "patient/verify.html", {"verdict": verdict}, form)


def _judged(request: Request, form: VerifyForm) -> Verdict | None:
    data, head = form.cleaned_data["file"].read(), form.cleaned_data["head"]
    try:
        verdict, problems = judge(data, head.read() if head else b"", request.at)
    except Refused as refusal:
        blame(form, refusal)
        return None
    for each in problems:
        form.add_error("head" if _of_head(each) else "file", str(each))
    return verdict


def _of_head(problem: Problem) -> bool:
    return "tree head" in problem.message


urls: list[URLPattern] = [path("verify/", page, name="verify")]
