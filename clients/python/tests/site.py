"""A local site of 200 articles, of which 50 are planted near-duplicates of others, with known truth."""

from __future__ import annotations

import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ORIGINALS = 150
COPIES = 50
PAGES = ORIGINALS + COPIES
WORDS = 240

_SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "xu", "za"]


def article(page: int) -> list[str]:
    """The words of an article. From ORIGINALS on, those of an earlier one with every 30th word exchanged."""
    words = random.Random(page % ORIGINALS)
    text = ["".join(words.choices(_SYLLABLES, k=words.randint(2, 4))) for _ in range(WORDS)]
    if page >= ORIGINALS:
        for place in range(7, WORDS, 30):
            text[place] = f"changed{page}"
    return text


def family(page: int) -> int:
    """Pages of one family are near-duplicates: 8 words of 240 differ, a similarity of 214 / 262 = 0.82."""
    return page % ORIGINALS


def html(page: int, links: list[str]) -> str:
    anchors = "".join(f'<li><a href="{link}">more</a></li>' for link in links)
    body = " ".join(article(page))
    return (
        f"<html><head><title>Article {page}</title><script>var tracking = {page}</script></head>"
        f"<body><article>{body}</article><ul>{anchors}</ul></body></html>"
    )


class Site:
    """Serves ``/`` with links to all articles, and each article at ``/article/N``.

    A copy links to ``/trap/N/1``, that to ``/trap/N/2`` and so on for ever, all of them near-duplicates.
    """

    def __init__(self) -> None:
        self.hits: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.hits.append(self.path)
                text = site.page(self.path.strip("/").split("/"))
                data = (text or "nothing here").encode()
                self.send_response(200 if text else 404)
                self.send_header("content-type", "text/html; charset=utf-8" if text else "text/plain")
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def page(self, path: list[str]) -> str | None:
        if path == [""]:
            anchors = "".join(f'<a href="/article/{page}">{page}</a> ' for page in range(PAGES))
            return f"<html><body>{anchors}</body></html>"
        if path[0] == "article" and path[1].isdigit() and int(path[1]) < PAGES:
            page = int(path[1])
            return html(page, [f"/trap/{page}/1"] if page >= ORIGINALS else [])
        if path[0] == "trap":
            return html(int(path[1]), [f"/trap/{path[1]}/{int(path[2]) + 1}"])
        return None

    def __enter__(self) -> Site:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
