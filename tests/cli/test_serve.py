import pytest

from aftercare.cli import serve


class Held:
    """A connection that notes what was done with it."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def close(self) -> None:
        self.done.append("closed")

    def close_pool(self) -> None:
        self.done.append("pool closed")


class Connections:
    def __init__(self, held: Held) -> None:
        self.held = held

    def all(self, *, initialized_only: bool) -> list[Held]:
        return [self.held] if initialized_only else []


def test_the_server_s_worker_inherits_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    monkeypatch.setattr("django.db.connections", Connections(held))
    serve.let_go()
    assert held.done == ["closed", "pool closed"]
