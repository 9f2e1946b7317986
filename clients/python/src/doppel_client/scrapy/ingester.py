"""A thread that sends documents in batches, so that the crawl never waits for a connection.

It knows nothing of Scrapy: what is asked for is a :class:`concurrent.futures.Future`.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field

from ..batches import AnyDocument
from ..client import DoppelClient
from ..errors import DoppelError, DoppelProblem, is_temporary
from ..types import CollectionSettings, ImportResult

logger = logging.getLogger(__name__)

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
# While doppel is down and nobody waits for it, it is asked this often, not for every item.
PROBE_EVERY_S = 5.0


@dataclass
class _Job:
    document: AnyDocument
    future: Future[ImportResult] = field(default_factory=Future)


class Ingester:
    """Stores documents, those that are there at the same time in one request.

    :param client: used by the thread alone, and closed at its end
    :param collection_settings: those of the collection; None: the collection is created with all defaults if need be
    :param batch_size: most documents of a request
    :param flush_s: how long, in seconds, a document waits for others
    :param waits: whether documents wait for as long as doppel is down; otherwise their futures fail
    """

    def __init__(
        self,
        client: DoppelClient,
        *,
        collection_settings: CollectionSettings | None,
        batch_size: int,
        flush_s: float,
        waits: bool,
    ) -> None:
        self._client = client
        self._collection_settings = collection_settings
        self._batch_size = batch_size
        self._flush_s = flush_s
        self._waits = waits
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._ready: Future[None] = Future()
        self._prepared = False
        self._down: tuple[float, DoppelError] | None = None
        self._closing = threading.Event()
        # A crawl that is ended by force must not be held up.
        self._thread = threading.Thread(target=self._work, name="doppel-ingester", daemon=True)
        self._thread.start()

    def ready(self) -> Future[None]:
        """Done when the service was asked for the first time: fails with what it said, if that was no good."""
        return self._ready

    def submit(self, document: AnyDocument) -> Future[ImportResult]:
        """Takes a document, which should have an id. The future fails with a DoppelError when it was not stored."""
        job = _Job(document)
        # A document that is on its way cannot be called back.
        job.future.set_running_or_notify_cancel()
        self._jobs.put(job)
        return job.future

    def close(self, timeout_s: float = 2.0) -> None:
        """Ends the thread once what was submitted is sent; what waits for doppel to come back fails."""
        self._closing.set()
        self._jobs.put(None)
        self._thread.join(timeout_s)

    def _work(self) -> None:
        self._ready.set_running_or_notify_cancel()
        self._deliver([])
        while True:
            batch = self._next_batch()
            if not batch:
                break
            self._deliver(batch)
        self._client.close()

    def _next_batch(self) -> list[_Job]:
        job = self._jobs.get()
        batch: list[_Job] = []
        deadline = time.monotonic() + self._flush_s
        while job is not None:
            batch.append(job)
            if len(batch) == self._batch_size:
                return batch
            try:
                job = self._jobs.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                return batch
        if batch:
            self._jobs.put(None)  # Seen again by the next call, which then ends the thread.
        return batch

    def _deliver(self, jobs: list[_Job]) -> None:
        pause_s = FIRST_PAUSE_S
        while True:
            jobs, error = self._attempt(jobs)
            if not self._ready.done() and (error is None or not (error.temporary and self._waits)):
                _settle(self._ready, error)
            if error is None:
                return
            if not error.temporary or not self._waits or self._closing.is_set():
                _fail(jobs, error)
                return
            logger.warning("doppel: %s. %d documents wait, next attempt in %g s", error, len(jobs), pause_s)
            self._closing.wait(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    def _attempt(self, jobs: list[_Job]) -> tuple[list[_Job], DoppelError | None]:
        """Sends the documents; gives those without a result, and why there is none. Does not raise."""
        if self._down is not None and time.monotonic() < self._down[0]:
            return jobs, self._down[1]
        try:
            self._prepare()
            left, error = self._send(jobs)
        except DoppelError as failure:
            left, error = jobs, failure
        except Exception as defect:
            # Nobody may be left waiting, whatever it is.
            logger.exception("doppel: documents cannot be sent")
            return jobs, DoppelError(f"documents cannot be sent: {defect!r}")
        self._down = None
        if error is not None and error.temporary and not self._waits:
            self._down = (time.monotonic() + PROBE_EVERY_S, error)
        return left, error

    def _prepare(self) -> None:
        if self._prepared:
            return
        if self._collection_settings is not None:
            self._client.create_collection(self._collection_settings)
        else:
            try:
                self._client.collection()
            except DoppelProblem as problem:
                if problem.code != "COLLECTION_NOT_FOUND":
                    raise
                self._client.create_collection()
        self._prepared = True

    def _send(self, jobs: list[_Job]) -> tuple[list[_Job], DoppelError | None]:
        left: list[_Job] = []
        error: DoppelError | None = None
        done = 0
        try:
            for result in self._client.import_documents([job.document for job in jobs], matches=1):
                job = jobs[done]
                done += 1
                if "error" in result and is_temporary(result["error"]):
                    left.append(job)
                    error = DoppelProblem(result["error"])
                else:
                    job.future.set_result(result)
        except DoppelError as failure:
            return left + jobs[done:], failure
        return left, error


def _settle(future: Future[None], error: DoppelError | None) -> None:
    if error is None:
        future.set_result(None)
    else:
        future.set_exception(error)


def _fail(jobs: list[_Job], error: DoppelError) -> None:
    for job in jobs:
        job.future.set_exception(error)
