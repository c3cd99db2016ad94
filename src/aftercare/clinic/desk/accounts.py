"""How allauth fits this house: nobody signs up; people are invited by their clinic."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClinicAccounts(DefaultAccountAdapter):
    """The account rules of a clinic."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account by themselves."""
        del request
        return False
