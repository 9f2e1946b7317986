"""Documents as lines, and lines as results."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any


def _default(value: object) -> str:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError("a time without a time zone is ambiguous")
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")


def encode(value: object) -> bytes:
    """One line of JSON in UTF-8, without the line end.

    :raises TypeError: for what JSON does not have, such as bytes or a time without a time zone
    :raises ValueError: for NaN, infinity and circular structures
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_default)
        return text.encode()
    except UnicodeEncodeError:
        # A lone surrogate has no UTF-8; escaped it is valid JSON, and the service replaces it.
        return json.dumps(value, allow_nan=False, separators=(",", ":"), default=_default).encode()


def decode_lines(chunks: Iterable[bytes]) -> Iterator[Any]:
    """The values of a stream of lines.

    Lines end at a line feed only: str.splitlines would also cut at characters that JSON leaves as they are.

    :raises ValueError: for a line that is not JSON; so is the last one of a stream that was cut within it
    """
    pending: list[bytes] = []
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        pending.append(first)
        for start in others:
            line = b"".join(pending)
            pending = [start]
            if line:
                yield json.loads(line)
    rest = b"".join(pending)
    if rest:
        yield json.loads(rest)
