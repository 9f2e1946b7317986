"""Streams of documents, cut into requests of which each can be repeated.

A request holds the lines of one batch. Of a batch that was cut only the lines without a result are sent again,
which is safe because each line of an import carries an id.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union

from .errors import DoppelError, DoppelProblem, DoppelUnreachable, is_retryable
from .ndjson import encode
from .transport import Parameter, Transport
from .types import Document, Failed

AnyDocument = Union[Document, Mapping[str, object]]


def with_id(document: AnyDocument) -> Mapping[str, object]:
    """The document with an id of its own: without one it could not be sent again after a lost answer."""
    if document.get("id") is not None:
        return document
    fields: Mapping[str, object] = document
    return {**fields, "id": str(uuid.uuid4())}


@dataclass
class Line:
    """A document of a stream; ``number`` counts from 1. Its result is there once the service gave it."""

    number: int
    data: bytes
    result: Any = None


@dataclass
class Batch:
    """What is sent in one request."""

    lines: list[Line] = field(default_factory=list)
    size_bytes: int = 0


@dataclass
class Batcher:
    """Collects the documents of a stream to batches of at most so many lines, and about so many bytes."""

    max_lines: int
    max_bytes: int
    assign_ids: bool
    count: int = 0
    batch: Batch = field(default_factory=Batch)

    def __post_init__(self) -> None:
        if self.max_lines < 1 or self.max_bytes < 1:
            raise ValueError("a batch holds at least one document and one byte")

    def add(self, document: AnyDocument) -> Batch | None:
        """Takes a document; gives the batch that it completes, if it does."""
        self.count += 1
        line = self._line(document)
        self.batch.lines.append(line)
        self.batch.size_bytes += len(line.data)
        full = len(self.batch.lines) >= self.max_lines or self.batch.size_bytes >= self.max_bytes
        return self.rest() if full else None

    def rest(self) -> Batch | None:
        """The batch as far as it is collected; None when it is empty."""
        batch, self.batch = self.batch, Batch()
        return batch if batch.lines else None

    def _line(self, document: AnyDocument) -> Line:
        try:
            return Line(self.count, encode(with_id(document) if self.assign_ids else document))
        except (TypeError, ValueError, AttributeError, RecursionError) as error:
            return Line(self.count, b"", _not_json(self.count, document, error))


def _not_json(number: int, document: object, error: Exception) -> Failed:
    # A bad line fails alone, also when it fails before it is sent.
    failed: Failed = {
        "line": number,
        "error": {
            "type": "about:blank",
            "title": "The document cannot be written as JSON",
            "status": 422,
            "code": "NOT_JSON",
            "detail": str(error),
        },
    }
    name = document.get("id") if isinstance(document, Mapping) else None
    if isinstance(name, str):
        failed["id"] = name
    return failed


@dataclass
class Outcome:
    """The results of a batch, in order: of all its lines, or of those before the one at which ``error`` ended it."""

    results: list[Any]
    error: DoppelError | None = None


def send(transport: Transport, path: str, batch: Batch, parameters: Mapping[str, Parameter]) -> Outcome:
    """Sends a batch, and its lines without a result again as long as that is worth while.

    Does not raise DoppelError, so that the results there are can be given first.
    """
    attempt = 1
    while True:
        open_lines = [line for line in batch.lines if line.result is None]
        try:
            if open_lines:
                _send_once(transport, path, open_lines, parameters)
            return Outcome([line.result for line in batch.lines])
        except DoppelError as error:
            # A batch that gets on may go on.
            progress = any(line.result is not None for line in open_lines)
            attempt = 1 if progress else attempt
            try:
                transport.pause(attempt, error)
            except DoppelError:
                return _given_up(batch, error)
            attempt += 1


def _given_up(batch: Batch, error: DoppelError) -> Outcome:
    results: list[Any] = []
    for line in batch.lines:
        if line.result is None:
            return Outcome(results, error)
        results.append(line.result)
    return Outcome(results)


def _send_once(transport: Transport, path: str, lines: list[Line], parameters: Mapping[str, Parameter]) -> None:
    data = b"\n".join(line.data for line in lines) + b"\n"
    waiting = iter(lines)
    again: DoppelProblem | None = None
    with transport.open("POST", path, data, "application/x-ndjson", parameters) as response:
        for result in transport.lines(response):
            if "summary" in result:
                continue  # Read to its end the connection can serve again.
            line = next(waiting, None)
            if line is None:
                raise DoppelUnreachable("the answer has more results than there were documents")
            if "error" not in result:
                line.result = result
            elif is_retryable(result["error"]):
                again = DoppelProblem(result["error"])
            else:
                line.result = {**result, "line": line.number}
    if again is not None:
        raise again
    if next(waiting, None) is not None:
        raise DoppelUnreachable("the answer was cut before its last line")
