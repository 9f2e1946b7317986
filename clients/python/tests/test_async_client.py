from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from inspect import signature
from typing import Any

import pytest

from doppel_client import AsyncDoppelClient, DoppelClient, DoppelProblem

from .proxy import Fault, Proxy
from .service import Service


def test_has_every_call_of_the_other_client() -> None:
    calls = {name for name in vars(DoppelClient) if not name.startswith("_")}
    for name in calls:
        asynchronous = getattr(AsyncDoppelClient, name)
        if name not in ("using", "close"):
            assert list(signature(asynchronous).parameters) == list(signature(getattr(DoppelClient, name)).parameters)


def test_one_of_many_equal_documents_at_once_is_unique(service: Service) -> None:
    async def main() -> None:
        async with AsyncDoppelClient(service.url, collection="many") as client:
            await client.create_collection()
            document = {"text": "the same text for all of us"}
            results = await asyncio.gather(*(client.put(str(number), document) for number in range(50)))
            assert sum(result["verdict"] == "unique" for result in results) == 1
            assert (await client.stats())["documents"] == 50
            assert (await client.get("7"))["cluster"]["size"] == 50

    asyncio.run(main())


def test_streams_in_and_out(service: Service) -> None:
    async def documents() -> AsyncIterator[dict[str, Any]]:
        for number in range(250):
            await asyncio.sleep(0)
            yield {"id": str(number), "text": f"text {number} of {number * 7} and {number * 11}"}

    async def main() -> None:
        async with AsyncDoppelClient(service.url) as default:
            client = default.using("streams")
            await client.create_collection()
            results = [result async for result in client.import_documents(documents(), batch_size=100)]
            assert [result["id"] for result in results] == [str(number) for number in range(250)]
            again = [result async for result in client.import_documents([{"id": "0", "text": 5}])]
            assert "error" in again[0]
            assert len([document async for document in client.export()]) == 250
            assert len([document async for document in client.documents(page_size=100)]) == 250
            async for _ in client.export():
                break  # The rest is given up, and the client closes all the same.

    asyncio.run(main())


def test_the_event_loop_goes_on_while_an_answer_is_awaited(service: Service) -> None:
    async def main() -> None:
        with held_up(service) as (url, release):
            async with AsyncDoppelClient(url) as client:
                call = asyncio.create_task(client.stats())
                for _ in range(3):
                    await asyncio.sleep(0.01)
                assert not call.done()
                release.set()
                assert (await call)["documents"] >= 0

    asyncio.run(main())


def test_a_call_can_be_cancelled(service: Service) -> None:
    async def main() -> None:
        with held_up(service) as (url, release):
            async with AsyncDoppelClient(url) as client:
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(client.stats(), 0.05)
                release.set()

    asyncio.run(main())


def test_problems_are_raised(service: Service) -> None:
    async def main() -> None:
        async with AsyncDoppelClient(service.url) as client:
            with pytest.raises(DoppelProblem, match="404"):
                await client.get("missing")

    asyncio.run(main())


@contextmanager
def held_up(service: Service) -> Iterator[tuple[str, threading.Event]]:
    """A service whose answers wait for the event."""
    release = threading.Event()

    def faults(number: int, method: str, path: str) -> Fault | None:
        release.wait(30)
        return None

    with Proxy(service.port, faults) as proxy:
        try:
            yield proxy.url, release
        finally:
            release.set()
