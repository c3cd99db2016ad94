"""A log in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from aftercare.core.consent import log


@dataclass
class Rows:
    """The rows that a database would hold."""

    kept: dict[tuple[int, int], bytes] = field(default_factory=dict)
    size: int = 0

    def get(self, level: int, index: int) -> bytes:
        return self.kept[level, index]

    def add(self, entry: bytes) -> int:
        """Append an entry; give its index."""
        self.kept |= {(n.level, n.index): n.hash for n in log.append(self, self.size, entry)}
        self.size += 1
        return self.size - 1

    def copy(self) -> Rows:
        return Rows(dict(self.kept), self.size)
