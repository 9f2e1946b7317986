from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .crawl import MIDDLEWARE, Crawled, crawl
from .service import Service
from .site import ORIGINALS, PAGES, Site, article, family

pytest.importorskip("scrapy")

REACTORS: dict[str, dict[str, Any]] = {
    "asyncio": {},
    "select": {"TWISTED_REACTOR": "twisted.internet.selectreactor.SelectReactor"},
}


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def one_of_each_family(crawled: Crawled) -> bool:
    families = Counter(family(page) for page in crawled.pages)
    return len(families) == ORIGINALS and set(families.values()) == {1}


@pytest.mark.parametrize("batch_size", [1, 16, 1000])
def test_keeps_one_page_of_each_family(site: Site, service: Service, tmp_path: Path, batch_size: int) -> None:
    name = f"batches-of-{batch_size}"
    settings = {"DOPPEL_URL": service.url, "DOPPEL_COLLECTION": name, "DOPPEL_BATCH_SIZE": batch_size}
    crawled = crawl(site.url, tmp_path, **settings)
    assert one_of_each_family(crawled), crawled.log[-4000:]
    stats = service.client(name).stats()
    assert (stats["documents"], stats["duplicates"]) == (PAGES, PAGES - ORIGINALS)
    assert crawled.stats["doppel/unique"] == ORIGINALS
    assert crawled.stats["doppel/near-duplicate"] == PAGES - ORIGINALS
    assert crawled.stats["finish_reason"] == "finished"


@pytest.mark.parametrize("reactor", REACTORS)
def test_tags_duplicates_under_any_reactor(site: Site, service: Service, tmp_path: Path, reactor: str) -> None:
    settings = {"DOPPEL_URL": service.url, "DOPPEL_COLLECTION": f"tags-{reactor}", "DOPPEL_DUPLICATES": "tag"}
    crawled = crawl(site.url, tmp_path, **settings, **REACTORS[reactor])
    assert crawled.pages == list(range(PAGES)), crawled.log[-4000:]
    duplicates = [item for item in crawled.items if item["doppel"]["duplicate"]]
    assert len(duplicates) == PAGES - ORIGINALS
    for item in duplicates:
        tag = item["doppel"]
        assert tag["verdict"] == "near-duplicate"
        assert family(int(item["url"].rsplit("/", 1)[1])) == family(int(tag["matches"][0]["id"].rsplit("/", 1)[1]))
        assert tag["matches"][0]["similarity"] == pytest.approx(214 / 262)


def test_a_second_crawl_keeps_the_same_items(site: Site, service: Service, tmp_path: Path) -> None:
    settings = {"DOPPEL_URL": service.url, "DOPPEL_COLLECTION": "again"}
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    pages = crawl(site.url, first, **settings).pages
    assert crawl(site.url, second, **settings).pages == pages
    assert service.client("again").stats()["documents"] == PAGES


def test_does_not_follow_the_links_of_near_duplicate_pages(site: Site, service: Service, tmp_path: Path) -> None:
    settings = {
        "DOPPEL_URL": service.url,
        "DOPPEL_COLLECTION": "links",
        "DOPPEL_PAGES_THRESHOLD": 0.6,
        "SPIDER_MIDDLEWARES": MIDDLEWARE,
        "LINKS": "a",
        "CLOSESPIDER_PAGECOUNT": 2000,
    }
    crawled = crawl(site.url, tmp_path, **settings)
    # Without the middleware the traps, one behind each copy, have no end.
    assert crawled.stats["finish_reason"] == "finished", crawled.log[-4000:]
    # The copy may be met before its original. Then its own link is followed, and that of the trap is not.
    pages = crawled.stats["doppel/duplicate_pages"]
    assert crawled.stats["doppel/links_skipped"] <= pages
    assert {hit for hit in site.hits if hit.startswith("/trap/") and not hit.endswith("/1")} == set()
    assert len({hit for hit in site.hits if hit.startswith("/article/")}) == PAGES
    assert service.client("links-pages").stats()["bytes"] == 0


def test_sends_whole_pages_of_which_doppel_compares_the_main_text(site: Site, service: Service, tmp_path: Path) -> None:
    settings = {"DOPPEL_URL": service.url, "DOPPEL_COLLECTION": "html", "DOPPEL_HTML_FIELD": "page"}
    crawled = crawl(site.url, tmp_path, **settings)
    assert one_of_each_family(crawled), crawled.log[-4000:]
    for item in crawled.items:
        words = service.client("html").get(item["url"])["text"].split()
        # The link of a page may count as its text, the title and the script do not.
        assert [word for word in words if word != "more"] == article(int(item["url"].rsplit("/", 1)[1]))


def test_items_without_text_and_items_that_are_refused_go_through(site: Site, service: Service, tmp_path: Path) -> None:
    crawled = crawl(site.url, tmp_path, DOPPEL_URL=service.url, DOPPEL_COLLECTION="no-text", DOPPEL_TEXT_FIELD="body")
    assert crawled.pages == list(range(PAGES))
    assert crawled.stats["doppel/without_text"] == PAGES
    assert "has no text" in crawled.log


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"DOPPEL_DUPLICATE": "tag"}, "There is no setting DOPPEL_DUPLICATE; did you mean DOPPEL_DUPLICATES?"),
        ({"DOPPEL_WHEN_DOWN": "hope"}, "DOPPEL_WHEN_DOWN is 'hope', but must be one of wait, keep, drop, fail"),
        ({"DOPPEL_BATCH_SIZE": "0"}, "DOPPEL_BATCH_SIZE is '0', but must be an integer from 1"),
        ({"DOPPEL_URL": "localhost:3000"}, "'localhost:3000' is not the address of a service"),
    ],
)
def test_a_wrong_setting_stops_the_crawl_at_its_start(
    site: Site, tmp_path: Path, settings: dict[str, Any], message: str
) -> None:
    crawled = crawl(site.url, tmp_path, **settings)
    assert message in crawled.log
    assert site.hits == []
