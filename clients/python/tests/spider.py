"""A crawl in a process of its own, as Scrapy's documentation does it: `python -m tests.spider URL FOLDER SETTINGS`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy import signals
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response, TextResponse


class ArticleSpider(scrapy.Spider):
    name = "articles"

    def __init__(self, url: str, links: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.start_urls = [url]
        self.links = links

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        assert isinstance(response, TextResponse)
        # The links come first, so that a pipeline that holds up items cannot hold up the crawl by itself.
        yield from response.follow_all(css=self.links)
        if "/article/" in response.url or "/trap/" in response.url:
            item = {"url": response.url, "title": response.css("title::text").get()}
            if self.settings.get("DOPPEL_HTML_FIELD"):
                yield {**item, "page": response.text}
            else:
                yield {**item, "text": " ".join(response.css("article::text").getall())}


def main(url: str, folder: Path, settings: dict[str, Any]) -> None:
    links = settings.pop("LINKS", 'a[href^="/article/"]')
    process = CrawlerProcess(
        {
            "LOG_LEVEL": "INFO",
            "TELNETCONSOLE_ENABLED": False,
            "FEEDS": {str(folder / "items.jsonl"): {"format": "jsonlines"}},
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
            "DOWNLOAD_DELAY": 0,
            **settings,
        }
    )
    crawler = process.create_crawler(ArticleSpider)
    errors: list[str] = []

    def on_item_error(failure: Any) -> None:
        errors.append(f"{type(failure.value).__name__}: {failure.value}")

    def on_closed() -> None:
        assert crawler.stats is not None
        stats = {**crawler.stats.get_stats(), "item_errors": errors}
        (folder / "stats.json").write_text(json.dumps(stats, default=str))

    crawler.signals.connect(on_item_error, signals.item_error)
    crawler.signals.connect(on_closed, signals.engine_stopped)
    process.crawl(crawler, url=url, links=links)
    process.start()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3]))
