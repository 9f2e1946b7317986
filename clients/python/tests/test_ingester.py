from __future__ import annotations

from collections.abc import Iterator
from typing import Callable

import pytest

from doppel_client import DoppelClient, DoppelError, DoppelProblem, Retry

from .proxy import Fault, Proxy
from .service import Service, free_port

pytest.importorskip("scrapy")

from doppel_client.scrapy.ingester import Ingester

LONG_S = 30.0
StartIngester = Callable[..., Ingester]


@pytest.fixture
def start() -> Iterator[StartIngester]:
    """Starts ingesters, and closes them after the test."""
    started: list[Ingester] = []

    def make(url: str, batch_size: int = 10, flush_s: float = 0.01, waits: bool = True) -> Ingester:
        client = DoppelClient(url, collection="ingester", retry=Retry(attempts=1), timeout_s=5)
        options = {"batch_size": batch_size, "flush_s": flush_s, "waits": waits}
        ingester = Ingester(client, collection_settings=None, **options)  # type: ignore[arg-type]
        started.append(ingester)
        return ingester

    yield make
    for ingester in started:
        ingester.close()


def test_a_document_alone_does_not_wait_for_a_full_batch(service: Service, start: StartIngester) -> None:
    ingester = start(service.url, batch_size=1000)
    result = ingester.submit({"id": "alone", "text": "nobody else comes"}).result(LONG_S)
    assert "error" not in result
    assert result["id"] == "alone"


def test_documents_at_the_same_time_share_a_request_and_get_their_own_results(
    service: Service, start: StartIngester
) -> None:
    with Proxy(service.port, lambda number, method, path: None) as proxy:
        ingester = start(proxy.url, batch_size=40, flush_s=60)
        ingester.ready().result(LONG_S)
        # 100 documents are two full batches; the rest is sent when the ingester is closed.
        futures = [ingester.submit({"id": str(number), "text": f"number {number}"}) for number in range(100)]
        ingester.close(LONG_S)
        results = [future.result(LONG_S) for future in futures]
        assert [result["id"] for result in results] == [str(number) for number in range(100)]
        assert sum(method == "POST" for method, _ in proxy.requests) == 3


def test_a_document_that_is_refused_does_not_hold_up_the_others(service: Service, start: StartIngester) -> None:
    ingester = start(service.url, batch_size=3, flush_s=60)
    texts = ["fine", 5, "fine as well"]
    futures = [ingester.submit({"id": f"some-{number}", "text": text}) for number, text in enumerate(texts)]
    results = [future.result(LONG_S) for future in futures]
    assert [result["error"]["code"] if "error" in result else None for result in results] == [
        None,
        "INVALID_DOCUMENT",
        None,
    ]


def test_nobody_is_left_waiting_when_it_is_closed_while_doppel_is_down(start: StartIngester) -> None:
    ingester = start(f"http://127.0.0.1:{free_port()}")
    futures = [ingester.submit({"id": str(number), "text": "x"}) for number in range(25)]
    ingester.close(LONG_S)
    for future in futures:
        assert isinstance(future.exception(LONG_S), DoppelError)


def test_while_doppel_is_down_it_is_not_asked_for_every_document(service: Service, start: StartIngester) -> None:
    with Proxy(service.port, lambda number, method, path: Fault(status=503)) as proxy:
        ingester = start(proxy.url, batch_size=1, waits=False)
        futures = [ingester.submit({"id": str(number), "text": "x"}) for number in range(50)]
        assert all(isinstance(future.exception(LONG_S), DoppelProblem) for future in futures)
        assert len(proxy.requests) < 10
