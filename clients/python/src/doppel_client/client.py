"""The client."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import Any, cast

import urllib3

from .batches import AnyDocument, Batcher, Outcome, send, with_id
from .errors import DoppelProblem, DoppelUnreachable
from .retry import Retry
from .transport import Parameter, Transport, path_segment
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

BATCH_LINES = 500
BATCH_BYTES = 1 << 20


class DoppelClient:
    """Calls one doppel service, and waits for the answers.

    Threads may share a client. Calls that fail for a reason that passes are made again as ``retry`` says; that is
    safe, since every call either has a document id or changes nothing.

    :param url: where the service is, such as ``http://127.0.0.1:3000``
    :param collection: the collection that calls are about; see :meth:`using`
    :param key: one of the service's keys, where it has any
    :param timeout_s: longest wait, in seconds, for a connection and for the next bytes of an answer
    :param pool: connections with settings of your own, such as a proxy or a certificate
    :raises ValueError: the address is none

    All calls raise :class:`DoppelProblem` when the service answers with an error, and :class:`DoppelUnreachable`
    when it does not answer.
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
    ) -> None:
        self._transport = Transport(url, key, timeout_s, retry or Retry(), pool)
        self._set_collection(collection)

    def _set_collection(self, name: str) -> None:
        self.collection_name = name
        self._base = f"/v1/collections/{path_segment(name)}"

    def using(self, collection: str) -> DoppelClient:
        """A client for another collection of the same service, over the same connections."""
        other = object.__new__(type(self))
        other._transport = self._transport
        other._set_collection(collection)
        return other

    def close(self) -> None:
        """Closes the connections, also those of all clients made by :meth:`using`."""
        self._transport.close()

    def __enter__(self) -> DoppelClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Documents

    def ingest(self, document: AnyDocument, *, matches: int | None = None, renew: bool | None = None) -> Ingested:
        """Stores a document and tells what it is like. Without an id it is given a random one.

        :param matches: most matches to answer, 0 to 100; 10 by default
        :param renew: whether the retention of an unchanged document starts anew
        """
        body = with_id(document)
        return cast(Ingested, self._call("POST", "/documents", body, matches=matches, renew=renew))

    def put(
        self,
        id: str,
        document: AnyDocument,
        *,
        matches: int | None = None,
        renew: bool | None = None,
    ) -> Ingested:
        """Stores a document under the id. As :meth:`ingest` otherwise."""
        return cast(Ingested, self._call("PUT", "/documents", document, id=id, matches=matches, renew=renew))

    def get(self, id: str) -> StoredDocument:
        """A stored document."""
        # Ids stand in the query, since proxies change what looks like an address in a path.
        return cast(StoredDocument, self._call("GET", "/documents", id=id)["documents"][0])

    def delete(self, id: str) -> None:
        """Removes a document."""
        self._delete(self._base + "/documents", id=id)

    def documents(self, *, page_size: int | None = None) -> Generator[StoredDocument, None, None]:
        """All documents without their texts, in order of first ingest, fetched by pages."""
        return self._pages("documents", self._base + "/documents", limit=page_size)

    def matches(self, id: str, *, threshold: float | None = None, limit: int | None = None) -> MatchList:
        """The documents that match a stored one, best first.

        :param limit: 1 to 1000; 10 by default
        """
        return cast(MatchList, self._call("GET", "/matches", id=id, threshold=threshold, limit=limit))

    # Streams

    def import_documents(
        self,
        documents: Iterable[AnyDocument],
        *,
        matches: int | None = None,
        renew: bool | None = None,
        batch_size: int = BATCH_LINES,
        batch_bytes: int = BATCH_BYTES,
    ) -> Generator[ImportResult, None, None]:
        """Stores a stream of documents, and gives one result for each, in order.

        Documents are taken as results are asked for, and sent in requests of up to ``batch_size`` documents and about
        ``batch_bytes`` bytes. A document that is refused gives a :class:`Failed` and stops nothing.
        """
        parameters = {"matches": matches, "renew": renew}
        return self._stream("/import", documents, Batcher(batch_size, batch_bytes, assign_ids=True), parameters)

    def check_documents(
        self,
        documents: Iterable[AnyDocument],
        *,
        threshold: float | None = None,
        matches: int | None = None,
        batch_size: int = BATCH_LINES,
        batch_bytes: int = BATCH_BYTES,
    ) -> Generator[CheckResult, None, None]:
        """As :meth:`check`, for a stream of documents; one result for each, in order."""
        parameters = {"matches": matches, "threshold": threshold}
        return self._stream("/check", documents, Batcher(batch_size, batch_bytes, assign_ids=False), parameters)

    def export(self, *, representatives: bool | None = None) -> Generator[ExportedDocument, None, None]:
        """All documents, or with ``representatives`` one of each cluster, as a stream.

        :raises DoppelUnreachable: also when the stream is cut; what came before is valid then, but not all
        """
        path, parameters = self._base + "/export", {"representatives": representatives}
        count, attempt = 0, 1
        while True:
            try:
                with self._transport.open("GET", path, parameters=parameters) as response:
                    for document in self._transport.lines(response):
                        count += 1
                        yield document
                return
            except (DoppelProblem, DoppelUnreachable) as error:
                # A second export would give documents twice.
                if count > 0:
                    raise
                self._transport.pause(attempt, error)
                attempt += 1

    # Questions

    def check(self, document: AnyDocument, *, threshold: float | None = None, matches: int | None = None) -> Checked:
        """What an ingest of the document would find; stores nothing."""
        return cast(Checked, self._call("POST", "/check", document, threshold=threshold, matches=matches))

    def compare(self, left: DocumentSide, right: DocumentSide, *, spans: bool | None = None) -> Comparison:
        """Compares two texts or stored documents; with ``spans`` also the parts that they share."""
        return cast(Comparison, self._call("POST", "/compare", {"left": left, "right": right}, spans=spans))

    def clusters(
        self,
        *,
        threshold: float | None = None,
        min_size: int | None = None,
        sort: ClusterSort | None = None,
        page_size: int | None = None,
    ) -> Generator[Cluster, None, None]:
        """The clusters, fetched by pages: the largest first unless ``sort`` says otherwise.

        :param threshold: from the collection's to 1; clusters are cut at it
        :param min_size: 2 by default; 1 lists single documents too
        :param page_size: 1 to 100; 20 by default
        """
        parameters = {"threshold": threshold, "minSize": min_size, "sort": sort, "limit": page_size}
        return self._pages("clusters", self._base + "/clusters", **parameters)

    def cluster(
        self,
        id: str,
        *,
        threshold: float | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> SingleCluster:
        """One cluster, with a page of its members; ``nextCursor`` of the answer is the ``cursor`` of the next page."""
        path = f"/clusters/{path_segment(id)}"
        return cast(SingleCluster, self._call("GET", path, threshold=threshold, limit=limit, cursor=cursor))

    def stats(self) -> Stats:
        """Figures of the collection."""
        return cast(Stats, self._call("GET", "/stats"))

    # Collections

    def collections(self, *, page_size: int | None = None) -> Generator[Collection, None, None]:
        """All collections of the service, in order of name."""
        return self._pages("collections", "/v1/collections", limit=page_size)

    def collection(self) -> Collection:
        """The collection of this client."""
        return cast(Collection, self._call("GET", ""))

    def create_collection(self, settings: CollectionSettings | None = None) -> Collection:
        """Creates the collection of this client; changes nothing when it exists with the same settings."""
        return cast(Collection, self._call("PUT", "", settings or {}))

    def update_collection(self, changes: CollectionChanges) -> Collection:
        """Changes what can be changed while the collection holds documents."""
        return cast(Collection, self._call("PATCH", "", changes))

    def delete_collection(self) -> None:
        """Deletes the collection of this client with all its documents; ``default`` is emptied."""
        self._delete(self._base)

    def is_ready(self) -> bool:
        """Whether the service answers and has loaded its index. Asks once, and does not raise."""
        try:
            self._transport.call_once("GET", "/readyz", None, "", {})
        except (DoppelProblem, DoppelUnreachable):
            return False
        return True

    def _call(self, method: str, path: str, body: object = None, **parameters: Parameter) -> Any:
        return self._transport.call(method, self._base + path, body, **parameters)

    def _delete(self, path: str, **parameters: Parameter) -> None:
        answer_was_lost = False

        def attempt() -> None:
            nonlocal answer_was_lost
            try:
                self._transport.call_once("DELETE", path, None, "", parameters)
            except DoppelUnreachable:
                answer_was_lost = True
                raise
            except DoppelProblem as problem:
                # Missing after a request without an answer: that one removed it.
                if not (answer_was_lost and problem.status == 404):
                    raise

        self._transport.repeat(attempt)

    def _pages(self, name: str, path: str, **parameters: Parameter) -> Generator[Any, None, None]:
        cursor: str | None = None
        while True:
            page = self._transport.call("GET", path, **parameters, cursor=cursor)
            yield from page[name]
            cursor = page.get("nextCursor")
            if cursor is None:
                return

    def _stream(
        self, path: str, documents: Iterable[AnyDocument], batcher: Batcher, parameters: dict[str, Any]
    ) -> Generator[Any, None, None]:
        def results(outcome: Outcome) -> Iterator[Any]:
            yield from outcome.results
            if outcome.error is not None:
                raise outcome.error

        for document in documents:
            batch = batcher.add(document)
            if batch is not None:
                yield from results(send(self._transport, self._base + path, batch, parameters))
        batch = batcher.rest()
        if batch is not None:
            yield from results(send(self._transport, self._base + path, batch, parameters))
