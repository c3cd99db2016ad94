"""The check-in's two lists: what is felt, then what is seen; colour is not seen on every skin."""

from __future__ import annotations

from aftercare.core.protocol.model import Protocol

_FELT = {
    "tightness", "itching", "tenderness", "stinging", "windburn", "tingling", "dryness",
    "burning", "heat", "numbness", "pain",
}  # fmt: skip


def felt_and_seen(protocol: Protocol) -> tuple[list[str], list[str]]:
    """Sort the symptoms that are asked about, each list in the protocol's order."""
    asked = [str(name) for name in protocol.questions.symptoms]
    return [name for name in asked if name in _FELT], [name for name in asked if name not in _FELT]
