"""The only door to environment variables; what is missing or unreadable is said at start."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

YES, NO = {"1", "yes", "true", "on"}, {"0", "no", "false", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """Read a variable; one without a default must be set."""
    found = os.environ.get(name, default)
    if found is None:
        raise ImproperlyConfigured(f"{name} is not set. See .env.example for what it means.")
    return found


def flag(name: str, default: str = "no") -> bool:
    """Read yes or no."""
    word = text(name, default).strip().lower()
    if word not in YES | NO:
        raise ImproperlyConfigured(f"{name} is `{word[:40]}`. Write yes or no.")
    return word in YES


def number(name: str, default: int) -> int:
    """Read a whole number."""
    word = text(name, str(default)).strip()
    if not word.isdecimal():
        raise ImproperlyConfigured(f"{name} is `{word[:40]}`. Write a whole number.")
    return int(word)


def names(name: str, default: str = "") -> list[str]:
    """Read names with commas between them."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: str) -> Path:
    """Read a folder's path; it is made when it is not there."""
    path = Path(text(name, default)).expanduser()
    path.mkdir(parents=True, exist_ok=True)
    return path


def database(data: Path) -> dict[str, object]:
    """Read DATABASE_URL: SQLite in the data folder where it is empty, else PostgreSQL."""
    url = urlsplit(text("DATABASE_URL", ""))
    if url.scheme in {"", "sqlite"}:
        return _sqlite(Path(url.path) if url.path else data / "aftercare.sqlite3")
    if url.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite://.")
    return _postgresql(text("DATABASE_URL"))


def _postgresql(url: str) -> dict[str, object]:
    """Read the address as PostgreSQL's own library does: a socket, a port, a password."""
    try:
        found = conninfo_to_dict(url)
    except ProgrammingError as fault:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {fault}") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.get("dbname", ""),
        "USER": found.get("user", ""),
        "PASSWORD": found.get("password", ""),
        "HOST": found.get("host", ""),
        "PORT": found.get("port", ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 10, "timeout": 10}},
    }


def _sqlite(path: Path) -> dict[str, object]:
    """Every write takes the lock when it begins: deferred ones fail under load instead of waiting.

    FULL: what was acknowledged is on the disk.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,  # opened once a thread: its pages stay in memory
        "TEST": {"NAME": str(path.with_name("tests.sqlite3"))},  # a file, as locks are its own
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;",
        },
    }
