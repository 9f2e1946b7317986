"""The spider middleware."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterable, AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse

from ..errors import DoppelError
from ..types import Document
from .session import Session, document_id, is_duplicate
from .settings import DoppelSettings

logger = logging.getLogger(__name__)

_VISIBLE_TEXT = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"


class DoppelSpiderMiddleware:
    """Does not follow the links of pages that are near-duplicates of others.

    Pages are kept apart from the items, in a collection of their own and without their texts. Items go through,
    and so do requests of the page's own address, such as a retry.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.settings = DoppelSettings.read(crawler.settings)
        collection = self.settings.pages_collection or f"{self.settings.collection}-pages"
        threshold = self.settings.pages_threshold
        self._session = Session(crawler, self.settings, collection, {"threshold": threshold, "storeText": False})

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DoppelSpiderMiddleware:
        """As Scrapy makes it.

        :raises ValueError: a setting is wrong
        """
        return cls(crawler)

    def document(self, response: Response) -> Document | None:
        """What is sent for a page: its visible words; None for a page that is not judged, as those with few words.

        What two pages share by their layout counts, too. Subclasses may choose better.
        """
        if not isinstance(response, TextResponse):
            return None
        try:
            text = " ".join(response.xpath(_VISIBLE_TEXT).getall())
        except ValueError:
            return None  # Not a page: JSON, or a text.
        if len(text.split()) < self.settings.pages_min_words:
            return None
        return {"id": document_id(response.url), "text": text}

    async def process_spider_output(
        self,
        response: Response,
        result: AsyncIterable[Any],
        spider: Spider | None = None,  # noqa: ARG002 - older Scrapy gives it
    ) -> AsyncIterator[Any]:
        """Called by Scrapy for the output of each callback."""
        follows = await self._follows(response)
        own_addresses = (response.url, response.request.url if response.request is not None else None)
        async for output in result:
            if not follows and isinstance(output, Request) and output.url not in own_addresses:
                self._session.count("links_skipped")
            else:
                yield output

    async def _follows(self, response: Response) -> bool:
        document = self.document(response)
        if document is None:
            return True
        try:
            result = await self._session.ask(document)
        except DoppelError as error:
            # The items that the page has are the pipeline's matter, so they are not held back here.
            logger.warning("doppel: the links of %s are not followed: %s", response.url, error)
            return False
        if result is None:
            return True
        if "error" in result:
            self._session.count("refused_pages")
            logger.error("doppel refuses the page %s, whose links are followed: %s", response.url, result["error"])
            return True
        if not is_duplicate(result):
            return True
        self._session.count("duplicate_pages")
        return False
