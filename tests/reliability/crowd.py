"""Many phones that check in at once, each as often as it takes to be acknowledged."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from tests.reliability.served import CUT, Answer, Served

_AT_ONCE = 24
_PATIENCE = 60.0  # seconds after which a check-in that nobody acknowledges is given up
FORM = {"page": "5", "go": "send", "felt": "none-of-these", "noticed": "none-of-these"}


@dataclass
class Crowd:
    """Check-ins on their way. Each has a key of its own, and its number in its words."""

    house: Served
    wanted: int
    led: dict[int, str] = field(default_factory=dict)
    statuses: Counter[str] = field(default_factory=Counter)
    hasty: int = 0  # 503 without a word on when to try again
    given_up: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def sending(self) -> Iterator[None]:
        """Send all of them while the body runs, and wait for the last."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            sent: list[Future[None]] = [pool.submit(self._send, n) for n in range(self.wanted)]
            try:
                yield
            except BaseException:
                self.given_up = True
                raise
            for each in sent:
                each.result()

    def wait_for(self, share: float) -> None:
        """Wait until this share of them is acknowledged."""
        until = time.monotonic() + _PATIENCE
        while len(self.led) < share * self.wanted:
            odd = set(self.statuses) - {"303", "503", "cut off"}
            assert not odd, (odd, self.house.log())
            assert time.monotonic() < until, self.house.log()
            time.sleep(0.005)

    def _send(self, number: int) -> None:
        phone = self.house.phones[number % len(self.house.phones)]
        form = FORM | {"once": f"check-in-number-{number:06}", "words": f"number {number}"}
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and not self.given_up:
            try:
                answer = phone.send("check-in/", form)
            except CUT:
                self._note("cut off")
                time.sleep(0.1)
                continue
            self._note(str(answer.status))
            if self._heard(number, answer):
                return
            time.sleep(0.1)

    def _heard(self, number: int, answer: Answer) -> bool:
        with self._lock:
            if answer.status == 303:
                self.led[number] = answer.led_to
            if answer.status == 503:
                self.hasty += not answer.retry_after.isdecimal()
        return answer.status != 503

    def _note(self, what: str) -> None:
        with self._lock:
            self.statuses[what] += 1

    # ------------------------------------------------------------ what is left of it

    def say(self, what: str) -> None:
        """Print the figures; `pytest -s` shows them."""
        sys.stdout.write(
            f"\n{what}: {len(self.led)} of {self.wanted} acknowledged, {len(self.lost())} lost,"
            f" {len(self.twice())} twice; answers {dict(sorted(self.statuses.items()))}\n"
        )

    def lost(self) -> list[int]:
        """Give those that were acknowledged and are not in the database."""
        kept = {UUID(str(row[0])) for row in self.house.rows("SELECT id FROM records_checkin")}
        return [n for n, place in self.led.items() if UUID(place.split("/")[-2]) not in kept]

    def twice(self) -> list[str]:
        """Give the words of those that are in the database more than once."""
        query = "SELECT words FROM records_checkin WHERE words LIKE 'number %'"
        found = Counter(str(row[0]) for row in self.house.rows(query))
        return [words for words, times in found.items() if times > 1]

    def kept(self) -> int:
        """Give how many are in the database."""
        query = "SELECT count(*) FROM records_checkin WHERE words LIKE 'number %'"
        return int(self.house.rows(query)[0][0])
