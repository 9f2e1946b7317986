"""Calls that are made again, through a proxy that loses, cuts and refuses."""

from __future__ import annotations

import threading
from datetime import datetime, timezone
from typing import Any

import pytest

from doppel_client import DoppelClient, DoppelProblem, DoppelUnreachable, Retry
from doppel_client.errors import problem_of
from doppel_client.retry import parse_retry_after

from .proxy import Fault, Proxy
from .service import Service

QUICK = Retry(attempts=4, first_delay_s=0.001, max_delay_s=0.01)


def documents(count: int) -> list[dict[str, Any]]:
    return [{"id": str(number), "text": f"text {number} of {number * 7} and {number * 11}"} for number in range(count)]


def test_a_lost_answer_is_asked_for_again(service: Service) -> None:
    lost = Fault(lose_answer=True)
    with Proxy(service.port, lambda number, method, path: lost if number == 2 else None) as proxy:
        client = DoppelClient(proxy.url, collection="lost", retry=QUICK)
        client.create_collection()
        result = client.ingest({"text": "of which the answer is lost"})
        assert (result["status"], result["verdict"]) == ("unchanged", "unique")
        assert client.stats()["documents"] == 1
        client.close()


def test_a_removal_whose_answer_is_lost_has_happened(service: Service) -> None:
    lost = Fault(lose_answer=True)
    with Proxy(service.port, lambda number, method, path: lost if (number, method) == (3, "DELETE") else None) as proxy:
        client = DoppelClient(proxy.url, collection="removed", retry=QUICK)
        client.create_collection()
        client.put("a", {"text": "soon gone"})
        client.delete("a")
        with pytest.raises(DoppelProblem, match="404"):
            client.delete("a")
        client.close()


@pytest.mark.parametrize(
    "fault",
    [
        Fault(cut_after_lines=0),
        Fault(cut_after_lines=3),
        Fault(lose_answer=True),
        Fault(status=503, retry_after="0"),
        Fault(status=502, plain=True),
    ],
    ids=str,
)
def test_an_import_goes_on_where_it_was_cut(service: Service, fault: Fault) -> None:
    with Proxy(service.port, lambda number, method, path: fault if number % 2 == 0 else None) as proxy:
        client = DoppelClient(proxy.url, collection=f"cut-{hash(fault) % 10**9}", retry=QUICK)
        client.create_collection()
        results = list(client.import_documents(documents(40), batch_size=10))
        assert [result["id"] for result in results] == [str(number) for number in range(40)]
        assert client.stats()["documents"] == 40
        client.close()


def test_an_import_that_never_gets_on_gives_its_results_and_then_raises(service: Service) -> None:
    def faults(number: int, method: str, path: str) -> Fault | None:
        if number == 3:
            return Fault(cut_after_lines=4)
        return Fault(status=503) if number > 3 else None

    with Proxy(service.port, faults) as proxy:
        client = DoppelClient(proxy.url, collection="stuck", retry=QUICK)
        client.create_collection()
        seen = []
        with pytest.raises(DoppelProblem, match="503"):
            for result in client.import_documents(documents(20), batch_size=10):
                seen.append(result["id"])
        assert seen == [str(number) for number in range(14)]
        client.close()


def test_an_export_that_is_cut_says_so(service: Service) -> None:
    cut = Fault(cut_after_lines=5)
    with Proxy(service.port, lambda number, method, path: cut if path.endswith("/export") else None) as proxy:
        client = DoppelClient(proxy.url, collection="exported", retry=QUICK)
        client.create_collection()
        list(client.import_documents(documents(20)))
        seen = []
        with pytest.raises(DoppelUnreachable, match="cut"):
            for document in client.export():
                seen.append(document["id"])
        assert seen == ["0", "1", "2", "3", "4"]
        client.close()


def test_a_refusal_that_repeating_cannot_help_is_not_repeated(service: Service) -> None:
    with Proxy(service.port, lambda number, method, path: Fault(status=401)) as proxy:
        client = DoppelClient(proxy.url, retry=QUICK)
        with pytest.raises(DoppelProblem, match="401 TOLD_SO"):
            client.stats()
        with pytest.raises(DoppelProblem, match="401 TOLD_SO"):
            list(client.import_documents(documents(3)))
        assert len(proxy.requests) == 2
        client.close()


def test_gives_up_after_so_many_attempts(service: Service) -> None:
    with Proxy(service.port, lambda number, method, path: Fault(status=503, plain=True)) as proxy:
        client = DoppelClient(proxy.url, retry=QUICK)
        with pytest.raises(DoppelProblem, match="503 HTTP_503"):
            client.stats()
        assert len(proxy.requests) == QUICK.attempts
        client.close()


def test_a_body_that_a_proxy_finds_too_large_is_told_as_such(service: Service) -> None:
    with Proxy(service.port, lambda number, method, path: Fault(status=413, plain=True)) as proxy:
        client = DoppelClient(proxy.url, retry=QUICK)
        with pytest.raises(DoppelProblem, match=r"413 HTTP_413: a proxy before doppel .*client_max_body_size"):
            client.ingest({"id": "a", "text": "long"})
        assert len(proxy.requests) == 1
        client.close()


def test_a_slow_answer_is_a_timeout(service: Service) -> None:
    release = threading.Event()

    def faults(number: int, method: str, path: str) -> Fault | None:
        release.wait(30)
        return None

    with Proxy(service.port, faults) as proxy:
        client = DoppelClient(proxy.url, timeout_s=0.2, retry=Retry(attempts=1))
        with pytest.raises(DoppelUnreachable):
            client.stats()
        release.set()
        client.close()


def test_waits_as_long_as_the_service_says() -> None:
    busy = DoppelProblem(problem_of(429, "", None), retry_after_s=7)
    retry = Retry(attempts=3, first_delay_s=0.5, max_delay_s=4, max_retry_after_s=10)
    delay_s = retry.delay_s(1, busy)
    assert delay_s is not None
    assert 7.25 <= delay_s <= 7.5
    assert retry.delay_s(3, busy) is None
    assert retry.delay_s(1, DoppelProblem(problem_of(429, "", None), retry_after_s=11)) is None
    assert retry.delay_s(1, DoppelProblem(problem_of(507, "", None))) is None
    delays = [Retry(attempts=100).delay_s(attempt, DoppelUnreachable()) for attempt in (1, 2, 7, 99)]
    ceilings = [0.2, 0.4, 10.0, 10.0]
    assert all(delay is not None and top / 2 <= delay <= top for delay, top in zip(delays, ceilings))


def test_reads_retry_after_as_seconds_and_as_a_date() -> None:
    now = datetime(2026, 11, 20, 12, 0, 0, tzinfo=timezone.utc)
    assert parse_retry_after("30") == 30
    assert parse_retry_after("Fri, 20 Nov 2026 12:00:05 GMT", now) == 5
    assert parse_retry_after("Fri, 20 Nov 2026 11:00:00 GMT", now) == 0
    assert parse_retry_after("soon") is None
    assert parse_retry_after(None) is None
