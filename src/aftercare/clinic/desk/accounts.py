"""How allauth fits this house: invited people, our own letters, and only the pages we need."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, re_path, reverse

from aftercare.clinic.desk.qr import drawn
from aftercare.clinic.services.mail import send_letter


class ClinicAccounts(DefaultAccountAdapter):
    """The account rules of a clinic."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account by themselves."""
        del request
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the desk after a password was set or changed."""
        del request
        return reverse("desk:today")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send allauth's letters in our words, by our senders."""
        subject = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        send_letter(email, subject, render_to_string(f"{template_prefix}_message.txt", context))

    def add_message(self, *_: Any, **__: Any) -> None:
        """Say nothing in passing: each page says what it did."""


class ActivateTotp(totp.ActivateTOTPView):
    """The second factor, with its QR code drawn in the page: no picture from elsewhere."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the drawing."""
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return {**found, "qr": drawn(found["totp_url"])}


_RESET = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urls: list[URLPattern] = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(_RESET, account.password_reset_from_key, name="account_reset_password_from_key"),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", mfa.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/activate/", ActivateTotp.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("2fa/codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
