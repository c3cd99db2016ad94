"""Filling in a form of a page as a person does, and reading what a page says."""

import re

from django.test import Client

from tests.clinic.pages import Form, forms


def page(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def form(html: str, ending: str) -> Form:
    """Give the one form whose action ends so."""
    (found,) = (each for each in forms(html) if each.action.endswith(ending))
    return found


def said(html: str) -> str:
    """Give the words of a page between its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
