"""Runs crawls of the local site and reads what came of them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PIPELINE = {"doppel_client.scrapy.DoppelPipeline": 300}
MIDDLEWARE = {"doppel_client.scrapy.DoppelSpiderMiddleware": 500}
ROOT = Path(__file__).parents[1]


@dataclass
class Crawled:
    """What a crawl left behind."""

    status: int
    items: list[dict[str, Any]]
    stats: dict[str, Any]
    log: str

    @property
    def pages(self) -> list[int]:
        """The article numbers of the items, in order."""
        return sorted(int(item["url"].rsplit("/", 1)[1]) for item in self.items)


class Crawl:
    """A crawl under way."""

    def __init__(self, url: str, folder: Path, settings: dict[str, Any]) -> None:
        self._folder = folder
        self._log = (folder / "crawl.log").open("w+")
        settings = {"ITEM_PIPELINES": PIPELINE, "DOPPEL_TIMEOUT_S": 5, **settings}
        command = [sys.executable, "-m", "tests.spider", url, str(folder), json.dumps(settings)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=self._log, stderr=self._log)

    def running(self) -> bool:
        return self._process.poll() is None

    def log(self) -> str:
        return (self._folder / "crawl.log").read_text()

    def wait(self, timeout_s: float = 120) -> Crawled:
        try:
            status = self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError(f"the crawl does not end: {self.log()[-4000:]}") from None
        finally:
            self._log.close()
        items, stats = self._folder / "items.jsonl", self._folder / "stats.json"
        return Crawled(
            status,
            [json.loads(line) for line in items.read_text().splitlines()] if items.exists() else [],
            json.loads(stats.read_text()) if stats.exists() else {},
            self.log(),
        )


def crawl(url: str, folder: Path, **settings: Any) -> Crawled:
    return Crawl(url, folder, settings).wait()
