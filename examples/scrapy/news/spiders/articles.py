"""Reads all articles that can be reached from the front page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import scrapy
from scrapy.http import Response, TextResponse


class ArticlesSpider(scrapy.Spider):
    """``scrapy crawl articles -a url=ADDRESS``; without an address it reads the site of :mod:`news.site`."""

    name = "articles"

    def __init__(self, url: str = "http://127.0.0.1:8000/", **arguments: Any) -> None:
        super().__init__(**arguments)
        self.start_urls = [url]

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        """Gives the article of a page, if it has one, and follows its links."""
        assert isinstance(response, TextResponse)
        if response.css("article"):
            yield {
                "url": response.url,
                "title": response.css("h1::text").get(),
                "text": "\n".join(response.css("article p::text").getall()),
            }
        yield from response.follow_all(css="a")
