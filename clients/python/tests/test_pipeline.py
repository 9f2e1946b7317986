"""What the pipeline makes of items and settings, without a crawl."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, KeysView
from dataclasses import dataclass
from typing import Any

import pytest

pytest.importorskip("scrapy")

from itemadapter import ItemAdapter
from itemadapter.adapter import AdapterInterface
from scrapy import Item, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector

from doppel_client.scrapy import DoppelPipeline
from doppel_client.scrapy.session import document_id, is_duplicate
from doppel_client.scrapy.settings import DoppelSettings
from doppel_client.types import Ingested, Verdict


def pipeline(**settings: Any) -> DoppelPipeline:
    crawler = Crawler(Spider, Settings(settings))
    crawler.stats = MemoryStatsCollector(crawler)
    made = DoppelPipeline.from_crawler(crawler)
    made._session._ingester.close()
    return made


def ingested(verdict: Verdict, representative: str) -> Ingested:
    return {
        "id": "me",
        "status": "created",
        "verdict": verdict,
        "cluster": {"id": "c1", "size": 2, "representative": representative},
        "matches": [{"id": "other", "similarity": 0.9, "estimate": 0.9, "containment": 0.9}],
    }


@dataclass
class Page:
    url: str
    text: str


def test_an_item_becomes_a_document() -> None:
    item = {"url": "http://x/1", "text": "some text", "title": "T" * 2000, "price": 3}
    expected = {"id": "http://x/1", "url": "http://x/1", "text": "some text", "title": "T" * 1024}
    assert pipeline().document(item) == expected
    assert pipeline().document(Page("http://x/1", "t")) == {"id": "http://x/1", "url": "http://x/1", "text": "t"}
    assert pipeline().document({"url": "http://x/1", "text": None}) is None


def test_settings_name_the_fields() -> None:
    made = pipeline(DOPPEL_TEXT_FIELD="body", DOPPEL_ID_FIELD="sku", DOPPEL_HTML_FIELD="page")
    assert made.document({"sku": 17, "body": "b", "page": "<p>"}) == {"id": "17", "text": "b"}
    assert made.document({"sku": 17, "page": "<p>"}) == {"id": "17", "html": "<p>"}
    without_id = made.document({"body": "b"})
    assert without_id is not None
    assert len(str(without_id["id"])) == 36


@pytest.mark.parametrize("name", ["http://x/" + "y" * 600, "é" * 300, "", ".", "..", "a\nb", "\ud800"])
def test_what_is_no_id_is_replaced_by_its_hash(name: str) -> None:
    assert document_id(name).startswith("sha256:")
    assert document_id(name) != document_id(name + "x")


def test_the_representative_of_a_cluster_is_no_duplicate() -> None:
    assert is_duplicate(ingested("near-duplicate", "other"))
    assert not is_duplicate(ingested("unique", "me"))
    # A page that changed is compared with its own copies, which came later.
    assert not is_duplicate(ingested("near-duplicate", "me"))


def test_blank_documents_are_kept_or_dropped() -> None:
    blank = ingested("unique", "me")
    blank["empty"] = True
    item: dict[str, object] = {}
    pipeline()._judge(item, blank)
    assert "doppel" in item
    with pytest.raises(DropItem, match="empty"):
        pipeline(DOPPEL_EMPTY="drop")._judge({}, blank)


def test_duplicates_are_dropped_or_tagged_where_the_item_has_the_field() -> None:
    with pytest.raises(DropItem, match="near-duplicate of other"):
        pipeline()._judge({}, ingested("near-duplicate", "other"))
    tagging = pipeline(DOPPEL_DUPLICATES="tag")
    item: dict[str, Any] = {}
    tagging._judge(item, ingested("near-duplicate", "other"))
    assert item["doppel"]["duplicate"] is True
    page, empty = Page("u", "t"), Item()
    tagging._judge(page, ingested("near-duplicate", "other"))
    tagging._judge(empty, ingested("near-duplicate", "other"))
    assert tagging._session._crawler.stats is not None
    assert tagging._session._crawler.stats.get_value("doppel/untagged") == 2


class Refusing:
    """An item whose class refuses every change with an error of its own, as frozen models do."""

    def __init__(self, error: Exception) -> None:
        self.__dict__.update(url="http://x/1", text="some text", doppel=None, error=error)

    def __setattr__(self, name: str, value: object) -> None:
        raise self.__dict__["error"]


class RefusingAdapter(AdapterInterface):
    """What itemadapter asks for of a class of items."""

    @classmethod
    def is_item(cls, item: Any) -> bool:
        return isinstance(item, Refusing)

    @classmethod
    def is_item_class(cls, item_class: type) -> bool:
        return issubclass(item_class, Refusing)

    def field_names(self) -> KeysView[str]:
        return {"url": 0, "text": 0, "doppel": 0}.keys()

    def __getitem__(self, name: str) -> Any:
        return self.item.__dict__[name]

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self.item, name, value)

    def __delitem__(self, name: str) -> None:
        raise TypeError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.field_names())

    def __len__(self) -> int:
        return 3


@pytest.mark.parametrize("duplicates", ["tag", "drop"])
@pytest.mark.parametrize(
    "error", [ValueError("frozen"), TypeError("immutable"), RuntimeError("no"), KeyError("doppel")]
)
def test_an_item_that_refuses_the_tag_goes_on_without_it(
    error: Exception, duplicates: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ItemAdapter, "ADAPTER_CLASSES", [RefusingAdapter, *ItemAdapter.ADAPTER_CLASSES])
    made = pipeline(DOPPEL_DUPLICATES=duplicates)
    for _ in range(2):
        made._judge(Refusing(error), ingested("unique", "me"))
    assert made._session._crawler.stats is not None
    assert made._session._crawler.stats.get_value("doppel/untagged") == 2
    assert [record.levelname for record in caplog.records if "refuses the tag" in record.message] == ["WARNING"]


@dataclass(frozen=True)
class FrozenPage:
    url: str
    text: str
    doppel: object = None


def test_a_frozen_data_class_goes_on_too(caplog: pytest.LogCaptureFixture) -> None:
    made = pipeline()
    made._judge(FrozenPage("u", "t"), ingested("unique", "me"))
    assert "refuses the tag" in caplog.text


def test_what_is_no_item_of_a_known_kind_goes_through_unchecked() -> None:
    made = pipeline()
    assert asyncio.run(made.process_item(("a", "tuple"))) == ("a", "tuple")
    assert made._session._crawler.stats is not None
    assert made._session._crawler.stats.get_value("doppel/without_text") == 1


def test_settings_may_come_as_strings_from_the_command_line() -> None:
    given = {"DOPPEL_BATCH_SIZE": "8", "DOPPEL_FLUSH_S": "0.5", "DOPPEL_COLLECTION_SETTINGS": '{"threshold": 0.7}'}
    read = DoppelSettings.read(Settings(given))
    assert (read.batch_size, read.flush_s, read.collection_settings) == (8, 0.5, {"threshold": 0.7})
