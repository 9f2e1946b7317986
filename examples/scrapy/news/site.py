"""A small news site with 24 stories. Eight of them appear a second time, somewhat edited, under another address.

``python -m news.site [PORT]`` serves it. Each second version also leads to an archive that has no end.
"""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORIES = 24
REPRINTS = 8

_TOWNS = ["Aldermoor", "Brackwater", "Corrin", "Dunmere", "Eastfold", "Farrow Hill", "Greyhaven", "Harlow Quay"]
_THINGS = ["bridge", "library", "ferry", "market hall", "water tower", "tram line", "orchard", "observatory", "mill"]
_PEOPLE = ["Ines Corbett", "Tomas Halloway", "Ruth Pereira", "Albert Nkemelu", "Mira Sandoval", "Jonas Whitlock"]
_SENTENCES = [
    "The {thing} of {town} will be closed for {number} weeks, the council said on Monday.",
    "{person}, who has looked after the {thing} for {number} years, called the decision overdue.",
    "An earlier plan, drawn up {number} years ago, had been dropped for want of money.",
    "About {number} people came to the meeting in {town}, more than the hall could seat.",
    "A report by engineers lists {number} defects, most of them caused by damp.",
    "Traders along the road to {town} expect to lose {number} customers a day.",
    "{person} of the opposition asked why nobody had been told before the summer.",
    "The repair is to cost {number} thousand crowns, a third of it paid by the province.",
    "In {town}, a similar {thing} was restored within {number} months and won a prize.",
    "School classes have painted {number} boards that will hide the building site.",
    "{person} remembers the winter when the {thing} stood under {number} inches of water.",
    "The first {number} tickets for the opening were given to those who live next door.",
    "A petition against the works, signed by {number} citizens, was handed in at noon.",
    "Until then a bus leaves {town} every {number} minutes, also on Sundays.",
]


def story(number: int) -> list[str]:
    """The sentences of a story."""
    rng = random.Random(number)

    def fill(sentence: str) -> str:
        return sentence.format(
            town=rng.choice(_TOWNS), thing=rng.choice(_THINGS), person=rng.choice(_PEOPLE), number=rng.randint(2, 900)
        )

    return [fill(sentence) for sentence in rng.sample(_SENTENCES, 9)]


def _page(title: str, body: str) -> str:
    return f"<!doctype html><html><head><title>{escape(title)}</title></head><body>{body}</body></html>"


def _article(title: str, sentences: list[str], link: str = "") -> str:
    paragraphs = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    return _page(title, f"<h1>{escape(title)}</h1><article>{paragraphs}</article>{link}")


def page(path: str) -> str | None:
    """The page of an address; None when there is none."""
    kind, _, rest = path.strip("/").partition("/")
    if kind == "":
        stories = "".join(f'<li><a href="/story/{number}">Story {number}</a></li>' for number in range(STORIES))
        reprints = "".join(f'<li><a href="/reprint/{number}/0">Again {number}</a></li>' for number in range(REPRINTS))
        return _page("News", f"<ul>{stories}{reprints}</ul>")
    if kind == "story" and rest.isdigit() and int(rest) < STORIES:
        return _article(f"Story {rest}", story(int(rest)))
    number, _, edition = rest.partition("/")
    if kind == "reprint" and number.isdigit() and edition.isdigit() and int(number) < REPRINTS:
        # A reprint has a line of its own and a changed end.
        sentences = [*story(int(number))[:-1], f"Printed again, edition {edition}."]
        return _article(
            f"Story {number}", sentences, f'<a href="/reprint/{number}/{int(edition) + 1}">Older edition</a>'
        )
    return None


class Handler(BaseHTTPRequestHandler):
    """Answers each request with its page."""

    def do_GET(self) -> None:  # noqa: D102
        text = page(self.path)
        data = (text or "not found").encode()
        self.send_response(404 if text is None else 200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:  # noqa: D102
        pass


def serve(port: int) -> ThreadingHTTPServer:
    """A server on this machine, not started yet; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


if __name__ == "__main__":
    server = serve(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
    print(f"http://127.0.0.1:{server.server_address[1]}/", flush=True)
    with suppress(KeyboardInterrupt):
        server.serve_forever()
