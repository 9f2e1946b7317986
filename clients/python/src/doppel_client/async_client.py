"""The client for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any, Callable, TypeVar, Union

import urllib3

from .batches import AnyDocument, Batch, Batcher, send
from .client import BATCH_BYTES, BATCH_LINES, DoppelClient
from .retry import Retry
from .types import (
    Checked,
    CheckResult,
    Cluster,
    ClusterSort,
    Collection,
    CollectionChanges,
    CollectionSettings,
    Comparison,
    DocumentSide,
    ExportedDocument,
    ImportResult,
    Ingested,
    MatchList,
    SingleCluster,
    Stats,
    StoredDocument,
)

T = TypeVar("T")
Documents = Union[Iterable[AnyDocument], AsyncIterable[AnyDocument]]

_STEP = 100


class AsyncDoppelClient:
    """:class:`DoppelClient` for asyncio: the same calls, to be awaited, and the same parameters and errors.

    The calls run in threads of the client's own, ``concurrency`` at most, so that the event loop is never held up,
    not even by making or reading JSON. A call that is cancelled is no longer waited for; what was sent may arrive.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:3000",
        *,
        collection: str = "default",
        key: str | None = None,
        timeout_s: float = 30.0,
        retry: Retry | None = None,
        pool: urllib3.PoolManager | None = None,
        concurrency: int = 16,
    ) -> None:
        pool = pool or urllib3.PoolManager(maxsize=concurrency)
        self._client = DoppelClient(url, collection=collection, key=key, timeout_s=timeout_s, retry=retry, pool=pool)
        self._threads = ThreadPoolExecutor(concurrency, thread_name_prefix="doppel-client")

    def using(self, collection: str) -> AsyncDoppelClient:
        """A client for another collection of the same service, over the same connections and threads."""
        other = object.__new__(type(self))
        other._client = self._client.using(collection)
        other._threads = self._threads
        return other

    @property
    def collection_name(self) -> str:
        """The collection that calls are about."""
        return self._client.collection_name

    async def close(self) -> None:
        """Waits for the calls under way and closes the connections."""
        await asyncio.get_running_loop().run_in_executor(None, self._threads.shutdown)
        self._client.close()

    async def __aenter__(self) -> AsyncDoppelClient:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    # Documents

    async def ingest(self, document: AnyDocument, *, matches: int | None = None, renew: bool | None = None) -> Ingested:
        """As :meth:`DoppelClient.ingest`."""
        return await self._run(partial(self._client.ingest, document, matches=matches, renew=renew))

    async def put(
        self,
        id: str,
        document: AnyDocument,
        *,
        matches: int | None = None,
        renew: bool | None = None,
    ) -> Ingested:
        """As :meth:`DoppelClient.put`."""
        return await self._run(partial(self._client.put, id, document, matches=matches, renew=renew))

    async def get(self, id: str) -> StoredDocument:
        """As :meth:`DoppelClient.get`."""
        return await self._run(partial(self._client.get, id))

    async def delete(self, id: str) -> None:
        """As :meth:`DoppelClient.delete`."""
        await self._run(partial(self._client.delete, id))

    def documents(self, *, page_size: int | None = None) -> AsyncIterator[StoredDocument]:
        """As :meth:`DoppelClient.documents`."""
        return self._iterate(self._client.documents(page_size=page_size))

    async def matches(
        self,
        id: str,
        *,
        threshold: float | None = None,
        limit: int | None = None,
    ) -> MatchList:
        """As :meth:`DoppelClient.matches`."""
        return await self._run(partial(self._client.matches, id, threshold=threshold, limit=limit))

    # Streams

    def import_documents(
        self,
        documents: Documents,
        *,
        matches: int | None = None,
        renew: bool | None = None,
        batch_size: int = BATCH_LINES,
        batch_bytes: int = BATCH_BYTES,
    ) -> AsyncIterator[ImportResult]:
        """As :meth:`DoppelClient.import_documents`; the documents may come from an asynchronous iterable."""
        batcher = Batcher(batch_size, batch_bytes, assign_ids=True)
        return self._stream("/import", documents, batcher, {"matches": matches, "renew": renew})

    def check_documents(
        self,
        documents: Documents,
        *,
        threshold: float | None = None,
        matches: int | None = None,
        batch_size: int = BATCH_LINES,
        batch_bytes: int = BATCH_BYTES,
    ) -> AsyncIterator[CheckResult]:
        """As :meth:`DoppelClient.check_documents`; the documents may come from an asynchronous iterable."""
        batcher = Batcher(batch_size, batch_bytes, assign_ids=False)
        return self._stream("/check", documents, batcher, {"matches": matches, "threshold": threshold})

    def export(self, *, representatives: bool | None = None) -> AsyncIterator[ExportedDocument]:
        """As :meth:`DoppelClient.export`."""
        return self._iterate(self._client.export(representatives=representatives))

    # Questions

    async def check(
        self, document: AnyDocument, *, threshold: float | None = None, matches: int | None = None
    ) -> Checked:
        """As :meth:`DoppelClient.check`."""
        return await self._run(partial(self._client.check, document, threshold=threshold, matches=matches))

    async def compare(self, left: DocumentSide, right: DocumentSide, *, spans: bool | None = None) -> Comparison:
        """As :meth:`DoppelClient.compare`."""
        return await self._run(partial(self._client.compare, left, right, spans=spans))

    def clusters(
        self,
        *,
        threshold: float | None = None,
        min_size: int | None = None,
        sort: ClusterSort | None = None,
        page_size: int | None = None,
    ) -> AsyncIterator[Cluster]:
        """As :meth:`DoppelClient.clusters`."""
        return self._iterate(
            self._client.clusters(threshold=threshold, min_size=min_size, sort=sort, page_size=page_size)
        )

    async def cluster(
        self,
        id: str,
        *,
        threshold: float | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> SingleCluster:
        """As :meth:`DoppelClient.cluster`."""
        return await self._run(partial(self._client.cluster, id, threshold=threshold, limit=limit, cursor=cursor))

    async def stats(self) -> Stats:
        """As :meth:`DoppelClient.stats`."""
        return await self._run(self._client.stats)

    # Collections

    def collections(self, *, page_size: int | None = None) -> AsyncIterator[Collection]:
        """As :meth:`DoppelClient.collections`."""
        return self._iterate(self._client.collections(page_size=page_size))

    async def collection(self) -> Collection:
        """As :meth:`DoppelClient.collection`."""
        return await self._run(self._client.collection)

    async def create_collection(self, settings: CollectionSettings | None = None) -> Collection:
        """As :meth:`DoppelClient.create_collection`."""
        return await self._run(partial(self._client.create_collection, settings))

    async def update_collection(self, changes: CollectionChanges) -> Collection:
        """As :meth:`DoppelClient.update_collection`."""
        return await self._run(partial(self._client.update_collection, changes))

    async def delete_collection(self) -> None:
        """As :meth:`DoppelClient.delete_collection`."""
        await self._run(self._client.delete_collection)

    async def is_ready(self) -> bool:
        """As :meth:`DoppelClient.is_ready`."""
        return await self._run(self._client.is_ready)

    async def _run(self, call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    async def _iterate(self, values: Generator[T, None, None]) -> AsyncIterator[T]:
        # Some at a time: a change of threads costs more than a line.
        try:
            while step := await self._run(lambda: list(islice(values, _STEP))):
                for value in step:
                    yield value
        finally:
            # Still running in its thread when cancelled: then it is closed when it is collected.
            with suppress(ValueError):
                values.close()

    async def _stream(
        self, path: str, documents: Documents, batcher: Batcher, parameters: dict[str, Any]
    ) -> AsyncIterator[Any]:
        async for batch in _batches(documents, batcher):
            outcome = await self._run(
                partial(send, self._client._transport, self._client._base + path, batch, parameters)
            )
            for result in outcome.results:
                yield result
            if outcome.error is not None:
                raise outcome.error


async def _batches(documents: Documents, batcher: Batcher) -> AsyncIterator[Batch]:
    if isinstance(documents, AsyncIterable):
        async for document in documents:
            if (batch := batcher.add(document)) is not None:
                yield batch
    else:
        for document in documents:
            if (batch := batcher.add(document)) is not None:
                yield batch
    if (batch := batcher.rest()) is not None:
        yield batch
