"""The item pipeline."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from typing import Any

from itemadapter import ItemAdapter
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from ..errors import DoppelError
from ..types import Document, Ingested
from .session import Session, document_id, is_duplicate
from .settings import DoppelSettings

logger = logging.getLogger(__name__)

_LONGEST_URL = 2048
_LONGEST_TITLE = 1024


class DoppelPipeline:
    """Stores the text of every item in doppel, and drops or tags the items that are near-duplicates.

    Items without a text go through as they are. Subclasses may say what is sent for an item: :meth:`document`.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.settings = DoppelSettings.read(crawler.settings)
        self._session = Session(crawler, self.settings, self.settings.collection, self.settings.collection_settings)
        self._told: set[tuple[str, type]] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DoppelPipeline:
        """As Scrapy makes it.

        :raises ValueError: a setting is wrong
        """
        return cls(crawler)

    def document(self, item: Any) -> Mapping[str, object] | None:
        """What is sent for an item: a document with an id; None for an item that is not about a document."""
        settings, fields = self.settings, _fields_of(item)
        if fields is None:
            return None
        document: Document = {}
        if isinstance(text := fields.get(settings.text_field), str):
            document["text"] = text
        elif settings.html_field is not None and isinstance(html := fields.get(settings.html_field), str):
            document["html"] = html
        else:
            return None
        name = fields.get(settings.id_field)
        document["id"] = str(uuid.uuid4()) if name is None else document_id(str(name))
        if isinstance(url := fields.get("url"), str) and len(url) <= _LONGEST_URL:
            document["url"] = url
        if isinstance(title := fields.get(settings.title_field), str):
            document["title"] = title[:_LONGEST_TITLE]
        return document

    async def process_item(self, item: Any, spider: Spider | None = None) -> Any:  # noqa: ARG002 - older Scrapy gives it
        """Called by Scrapy for each item.

        :raises DropItem: the item is a duplicate
        :raises DoppelError: doppel did not take it, and the settings say that this is an error
        """
        document = self.document(item)
        if document is None:
            self._session.count("without_text")
            self._tell_once("has no text: it goes through unchecked", item)
            return item
        try:
            result = await self._session.ask(document)
        except DoppelError as error:
            if self.settings.when_down == "drop" and error.temporary:
                raise DropItem(f"doppel did not take it: {error}", log_level="WARNING") from error
            raise
        if result is None:
            self._tag(item, {"error": "doppel did not take it"})
        elif "error" in result:
            # Its own fault, so waiting would not help; it is not known to be a duplicate.
            self._session.count("refused")
            logger.error("doppel refuses the item %s, which is kept: %s", document.get("id"), result["error"])
            self._tag(item, {"error": result["error"]})
        else:
            self._judge(item, result)
        return item

    def _judge(self, item: Any, result: Ingested) -> None:
        self._session.count(result["verdict"])
        if result.get("empty"):
            self._session.count("empty")
            if self.settings.empty == "drop":
                raise DropItem("empty", log_level="DEBUG")
        duplicate = is_duplicate(result)
        if duplicate and self.settings.duplicates == "drop":
            best = result["matches"][0]["id"] if result["matches"] else result["cluster"]["representative"]
            # An ordinary event, and Scrapy logs the whole item with it.
            raise DropItem(f"{result['verdict']} of {best}", log_level="DEBUG")
        self._tag(item, {**result, "duplicate": duplicate})

    def _tag(self, item: Any, tag: Mapping[str, object]) -> None:
        field, fields = self.settings.field, _fields_of(item)
        if fields is None:
            return
        try:
            fields[field] = tag
        except Exception as error:  # An item class may refuse with anything: pydantic does with a ValueError.
            if _has_no_place(fields, field, error):
                # Needed to tell duplicates apart where they are tagged only.
                if self.settings.duplicates != "tag":
                    return
                why = f"has no field {field!r}: it cannot be tagged, and goes on without the tag"
            else:
                why = f"refuses the tag in {field!r}, and goes on without it: {_short(error)}"
            self._session.count("untagged")
            self._tell_once(why, item)

    def _tell_once(self, what: str, item: Any) -> None:
        # A message of the item's own may be another one each time.
        kind = (what.split(":")[0], type(item))
        if kind not in self._told:
            self._told.add(kind)
            logger.warning("doppel: an item of type %s %s. Said once", type(item).__name__, what)


def _fields_of(item: Any) -> ItemAdapter | None:
    """The item as a mapping of its fields; None for what Scrapy passes on but knows no fields of."""
    try:
        return ItemAdapter(item)
    except TypeError:
        return None


def _has_no_place(fields: ItemAdapter, field: str, error: Exception) -> bool:
    """Whether the item has no such field at all, which is usual, and not one that refuses the tag."""
    return isinstance(error, (KeyError, AttributeError)) and field not in fields.field_names()


def _short(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
