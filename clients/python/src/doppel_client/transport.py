"""Requests and answers, and the repetition of those that failed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Callable, TypeVar, Union
from urllib.parse import quote, urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from . import ndjson
from .errors import DoppelError, DoppelProblem, DoppelUnreachable, problem_of
from .retry import Retry, parse_retry_after
from .version import __version__

T = TypeVar("T")
Parameter = Union[str, int, float, bool, None]

_CHUNK_BYTES = 64 * 1024


def path_segment(value: str) -> str:
    """An id or a name as a part of a path.

    :raises ValueError: for what would address something else: nothing at all, ``.`` and ``..``
    """
    if value in ("", ".", ".."):
        raise ValueError(f"{value!r} cannot be a part of an address")
    return quote(value, safe="")


def query_string(parameters: Mapping[str, Parameter]) -> str:
    """The parameters that are set, as the service spells them; with the question mark."""
    spelled = {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in parameters.items()
        if value is not None
    }
    return f"?{urlencode(spelled)}" if spelled else ""


class Transport:
    """Connections to one service. Threads may share it."""

    def __init__(
        self,
        url: str,
        key: str | None,
        timeout_s: float,
        retry: Retry,
        pool: urllib3.PoolManager | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise ValueError(f"{url!r} is not the address of a service, such as http://127.0.0.1:3000")
        self._url = url.rstrip("/")
        self._headers = {"accept": "application/json", "user-agent": f"doppel-client/{__version__}"}
        if key is not None:
            self._headers["authorization"] = f"Bearer {key}"
        self._timeout = urllib3.Timeout(connect=timeout_s, read=timeout_s)
        self._retry = retry
        self._pool = pool or urllib3.PoolManager(maxsize=16)
        self._sleep = sleep

    def close(self) -> None:
        """Closes the connections that are not in use."""
        self._pool.clear()

    def repeat(self, attempt: Callable[[], T]) -> T:
        """Calls until it succeeds, or no further attempt is worth while."""
        number = 1
        while True:
            try:
                return attempt()
            except DoppelError as error:
                self.pause(number, error)
            number += 1

    def pause(self, attempt: int, error: DoppelError) -> None:
        """Waits before the next attempt, or raises the error when there is to be none."""
        delay_s = self._retry.delay_s(attempt, error)
        if delay_s is None:
            raise error
        self._sleep(delay_s)

    def call(self, method: str, path: str, body: object = None, **parameters: Parameter) -> Any:
        """One request with a JSON answer, repeated where that helps; None for an answer without a body."""
        data = None if body is None else ndjson.encode(body)
        return self.repeat(lambda: self.call_once(method, path, data, "application/json", parameters))

    def call_once(
        self, method: str, path: str, data: bytes | None, content_type: str, parameters: Mapping[str, Parameter]
    ) -> Any:
        """One request with a JSON answer, made once."""
        with self.open(method, path, data, content_type, parameters) as response:
            return _json_of(response)

    @contextmanager
    def open(
        self,
        method: str,
        path: str,
        data: bytes | None = None,
        content_type: str = "application/json",
        parameters: Mapping[str, Parameter] | None = None,
    ) -> Iterator[BaseHTTPResponse]:
        """Sends one request, and gives the answer when it begins, if it is a good one.

        :raises DoppelProblem: the service answers with an error
        :raises DoppelUnreachable: no connection, no answer in time, or it broke off, also within the block
        """
        headers = self._headers if data is None else {**self._headers, "content-type": content_type}
        response: BaseHTTPResponse | None = None
        try:
            response = self._pool.request(
                method,
                self._url + path + query_string(parameters or {}),
                body=data,
                headers=headers,
                timeout=self._timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
            if response.status >= 300:
                raise _problem(response)
            yield response
        except (HTTPError, OSError) as error:
            raise DoppelUnreachable(f"{self._url}: {error}") from error
        finally:
            if response is not None:
                # What was not read to its end must not be taken for the next answer.
                response.close()
                response.release_conn()

    def lines(self, response: BaseHTTPResponse) -> Iterator[Any]:
        """The values of a streamed answer, as they come.

        :raises DoppelUnreachable: the stream was cut
        """
        try:
            # Unlike stream(), read1() gives what is there, also of an answer that is cut later.
            yield from ndjson.decode_lines(iter(lambda: response.read1(_CHUNK_BYTES), b""))
        except (HTTPError, OSError, ValueError) as error:
            raise DoppelUnreachable(f"{self._url}: the answer was cut: {error}") from error


def _problem(response: BaseHTTPResponse) -> DoppelProblem:
    try:
        body: object = json.loads(response.read())
    except ValueError:
        body = None  # Not from the service: the status has to do.
    problem = problem_of(response.status, response.reason or "", body)
    return DoppelProblem(problem, parse_retry_after(response.headers.get("retry-after")))


def _json_of(response: BaseHTTPResponse) -> Any:
    data = response.read()
    try:
        return json.loads(data) if data else None
    except ValueError as error:
        raise DoppelUnreachable(f"the answer is not JSON: {error}") from error
