"""A doppel that is slow, down, restarting or refusing, during a real crawl."""

from __future__ import annotations

import itertools
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import StartService
from .crawl import Crawl, crawl
from .proxy import Fault, Proxy
from .service import Service, free_port
from .site import PAGES, Site
from .test_scrapy import REACTORS, one_of_each_family

LONG_S = 100
DOWN = f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def wait_until(crawling: Crawl, site: Site, articles: int) -> None:
    while len(site.hits) <= articles:
        assert crawling.running(), crawling.log()
        time.sleep(0.01)


def test_loses_nothing_when_doppel_is_killed_and_started_again(
    site: Site, start_service: StartService, tmp_path: Path
) -> None:
    service = start_service()
    crawling = Crawl(site.url, tmp_path, {"DOPPEL_URL": service.url, "DOPPEL_BATCH_SIZE": 4, "DOWNLOAD_DELAY": 0.02})
    for articles in (40, 120):
        wait_until(crawling, site, articles)
        service.stop(signal.SIGKILL)
        # Long enough that the client gives up and the pipeline waits.
        time.sleep(2)
        service.start()
    crawled = crawling.wait()
    assert one_of_each_family(crawled), crawled.log[-4000:]
    assert crawled.stats["item_errors"] == []
    assert service.client().stats()["documents"] == PAGES


def test_waits_for_a_doppel_that_comes_late(site: Site, start_service: StartService, tmp_path: Path) -> None:
    service = start_service()
    service.stop()
    crawling = Crawl(site.url, tmp_path, {"DOPPEL_URL": service.url, "DOPPEL_ATTEMPTS": 1})
    while "documents wait" not in crawling.log():
        assert crawling.running(), crawling.log()
        time.sleep(0.05)
    service.start()
    assert one_of_each_family(crawling.wait())


def test_a_slow_doppel_does_not_block_the_reactor(site: Site, service: Service, tmp_path: Path) -> None:
    all_fetched = threading.Event()

    def faults(number: int, method: str, path: str) -> Fault | None:
        if method == "POST":
            all_fetched.wait(LONG_S)
        return None

    with Proxy(service.port, faults) as proxy:
        settings = {"DOPPEL_URL": proxy.url, "DOPPEL_COLLECTION": "slow", "DOPPEL_TIMEOUT_S": LONG_S}
        crawling = Crawl(site.url, tmp_path, settings)
        # All pages are fetched while the first batch has no answer.
        wait_until(crawling, site, PAGES)
        assert sum(method == "POST" for method, _ in proxy.requests) == 1
        all_fetched.set()
        crawled = crawling.wait()
        assert one_of_each_family(crawled), crawled.log[-4000:]
        # Meanwhile the others gathered.
        assert sum(method == "POST" for method, _ in proxy.requests) < PAGES / 4


def test_does_what_a_busy_doppel_asks_for(site: Site, service: Service, tmp_path: Path) -> None:
    busy = Fault(status=429, retry_after="1")

    def faults(number: int, method: str, path: str) -> Fault | None:
        return busy if method == "POST" and number % 3 == 0 else None

    with Proxy(service.port, faults) as proxy:
        crawled = crawl(site.url, tmp_path, DOPPEL_URL=proxy.url, DOPPEL_COLLECTION="busy", DOPPEL_BATCH_SIZE=50)
    assert one_of_each_family(crawled), crawled.log[-4000:]
    assert crawled.stats["item_errors"] == []


def test_loses_nothing_when_answers_are_cut_or_lost(site: Site, service: Service, tmp_path: Path) -> None:
    faults = itertools.cycle([None, Fault(cut_after_lines=2), Fault(lose_answer=True), Fault(status=502, plain=True)])
    with Proxy(service.port, lambda number, method, path: next(faults) if method == "POST" else None) as proxy:
        crawled = crawl(site.url, tmp_path, DOPPEL_URL=proxy.url, DOPPEL_COLLECTION="cut", DOPPEL_BATCH_SIZE=16)
    assert one_of_each_family(crawled), crawled.log[-4000:]
    assert service.client("cut").stats()["documents"] == PAGES


def test_when_down_keep_keeps_all_items_unchecked(site: Site, tmp_path: Path) -> None:
    crawled = crawl(site.url, tmp_path, DOPPEL_URL=DOWN, DOPPEL_WHEN_DOWN="keep", DOPPEL_ATTEMPTS=2)
    assert crawled.pages == list(range(PAGES))
    assert all("error" in item["doppel"] for item in crawled.items)
    assert crawled.stats["doppel/unanswered"] == PAGES


def test_when_down_drop_drops_all_items_and_says_so(site: Site, tmp_path: Path) -> None:
    crawled = crawl(site.url, tmp_path, DOPPEL_URL=DOWN, DOPPEL_WHEN_DOWN="drop", DOPPEL_ATTEMPTS=2)
    assert crawled.pages == []
    assert crawled.stats["item_dropped_count"] == PAGES
    assert crawled.log.count("doppel did not take it") >= PAGES


@pytest.mark.parametrize("reactor", REACTORS)
def test_when_down_fail_closes_the_crawl(site: Site, tmp_path: Path, reactor: str) -> None:
    settings = {"DOPPEL_URL": DOWN, "DOPPEL_WHEN_DOWN": "fail", "DOPPEL_ATTEMPTS": 2}
    crawled = crawl(site.url, tmp_path, **settings, **REACTORS[reactor])
    assert crawled.stats["finish_reason"] == "doppel_down"
    assert crawled.pages == []
    assert len(site.hits) < PAGES


@pytest.mark.parametrize("when_down", ["wait", "keep", "drop", "fail"])
def test_a_wrong_key_closes_the_crawl_at_its_start(
    site: Site, start_service: StartService, tmp_path: Path, when_down: str
) -> None:
    service = start_service(DOPPEL_API_KEYS="right")
    crawled = crawl(site.url, tmp_path, DOPPEL_URL=service.url, DOPPEL_KEY="wrong", DOPPEL_WHEN_DOWN=when_down)
    assert crawled.stats["finish_reason"] == "doppel_refused", crawled.log[-4000:]
    assert "401 UNAUTHORIZED" in crawled.log
    assert len(site.hits) <= 1


def test_a_right_key_is_taken(site: Site, start_service: StartService, tmp_path: Path) -> None:
    service = start_service(DOPPEL_API_KEYS="right")
    assert one_of_each_family(crawl(site.url, tmp_path, DOPPEL_URL=service.url, DOPPEL_KEY="right"))


def test_a_full_doppel_is_waited_for_until_it_has_room(site: Site, start_service: StartService, tmp_path: Path) -> None:
    # Nothing but a start with more memory helps a service that is at its limit.
    full = start_service(DOPPEL_MEMORY_LIMIT_BYTES="1048576")
    crawling = Crawl(site.url, tmp_path, {"DOPPEL_URL": full.url})
    while "507 STORE_FULL" not in crawling.log():
        assert crawling.running(), crawling.log()
        time.sleep(0.05)
    full.stop()
    full.settings["DOPPEL_MEMORY_LIMIT_BYTES"] = "off"
    full.start()
    crawled = crawling.wait()
    assert one_of_each_family(crawled), crawled.log[-4000:]
    assert full.client().stats()["documents"] == PAGES


def test_a_full_doppel_is_down_for_those_who_do_not_wait(
    site: Site, start_service: StartService, tmp_path: Path
) -> None:
    full = start_service(DOPPEL_MEMORY_LIMIT_BYTES="1048576")
    crawled = crawl(site.url, tmp_path, DOPPEL_URL=full.url, DOPPEL_WHEN_DOWN="keep")
    assert crawled.pages == list(range(PAGES)), crawled.log[-4000:]
    assert crawled.stats["doppel/unanswered"] == PAGES
