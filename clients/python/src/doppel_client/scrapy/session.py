"""What the pipeline and the middleware share: asking doppel, and what is done when it does not answer."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler

from ..batches import AnyDocument
from ..client import DoppelClient
from ..errors import DoppelError
from ..retry import Retry
from ..types import CollectionSettings, ImportResult, Ingested
from .awaiting import awaitable, soon, start
from .ingester import Ingester
from .settings import DoppelSettings

logger = logging.getLogger(__name__)

_LONGEST_ID_BYTES = 512


class Session:
    """One collection of a doppel service, during one crawl."""

    def __init__(
        self,
        crawler: Crawler,
        settings: DoppelSettings,
        collection: str,
        collection_settings: CollectionSettings | None,
    ) -> None:
        self.settings = settings
        self._crawler = crawler
        self._first_error: DoppelError | None = None
        self._is_closing = False
        self._closing: object = None
        client = DoppelClient(
            settings.url,
            collection=collection,
            key=settings.key,
            timeout_s=settings.timeout_s,
            retry=Retry(attempts=settings.attempts),
        )
        self._ingester = Ingester(
            client,
            collection_settings=collection_settings,
            batch_size=settings.batch_size,
            flush_s=settings.flush_s,
            waits=settings.when_down == "wait",
        )
        crawler.signals.connect(self._spider_opened, signals.spider_opened)
        crawler.signals.connect(self._engine_started, signals.engine_started)
        crawler.signals.connect(self._spider_closed, signals.spider_closed)

    async def ask(self, document: AnyDocument) -> ImportResult | None:
        """Stores a document. None: doppel did not take it, and the settings say to go on without.

        :raises DoppelError: doppel did not take it, and the settings do not say that. The crawl is being closed,
            unless they say to drop
        """
        try:
            return await awaitable(self._ingester.submit(document))
        except DoppelError as error:
            self.count("unanswered")
            self._give_up(error)
            if self.settings.when_down == "keep":
                return None
            raise

    def count(self, name: str) -> None:
        """Adds one to a figure of the crawl."""
        if self._crawler.stats is not None:
            self._crawler.stats.inc_value(f"doppel/{name}")

    async def _spider_opened(self) -> None:
        # Scrapy fetches nothing before this is done.
        try:
            await awaitable(self._ingester.ready())
        except DoppelError as error:
            logger.error("doppel: %s", error)
            self._first_error = error

    def _engine_started(self) -> None:
        # A spider that is closed while it opens would not end properly.
        if self._first_error is not None:
            self._give_up(self._first_error)

    def _spider_closed(self) -> None:
        self._ingester.close()

    def _give_up(self, error: DoppelError) -> None:
        if not error.temporary:
            self._close_spider("doppel_refused", error)
        elif self.settings.when_down == "fail":
            self._close_spider("doppel_down", error)

    def _close_spider(self, reason: str, error: DoppelError) -> None:
        engine: Any = self._crawler.engine
        if engine is None or self._is_closing:
            return
        self._is_closing = True
        logger.error("doppel: the crawl is closed: %s", error)
        soon(lambda: self._close(engine, reason))

    def _close(self, engine: Any, reason: str) -> None:
        if hasattr(engine, "close_spider_async"):
            # Kept, since the loop holds its tasks only weakly.
            self._closing = start(engine.close_spider_async(reason=reason))
        else:
            # Scrapy 2.13.
            self._closing = engine.close_spider(self._crawler.spider, reason)


def is_duplicate(result: Ingested) -> bool:
    """Whether the service knew the document, and another one speaks for its cluster.

    A document that changed may resemble copies of itself that came later; as the representative it stays.
    """
    return result["verdict"] != "unique" and result["cluster"]["representative"] != result["id"]


def document_id(name: str) -> str:
    """The name as an id; what the service does not take as one, such as a very long address, by its hash."""
    data = name.encode("utf-8", "surrogatepass")
    # ``.`` and ``..`` no client can address.
    if 0 < len(data) <= _LONGEST_ID_BYTES and name.isprintable() and name not in (".", ".."):
        return name
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
