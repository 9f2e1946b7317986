"""Coroutines under whatever runs the crawl: asyncio, or a reactor of Twisted."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from concurrent.futures import Future
from typing import Any, Callable, TypeVar, cast

from twisted.internet.defer import Deferred, ensureDeferred

T = TypeVar("T")


def awaitable(future: Future[T]) -> Awaitable[T]:
    """The future of a thread, as what a coroutine of Scrapy may await."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return _deferred(future)
    return asyncio.wrap_future(future, loop=loop)


def _deferred(future: Future[T]) -> Deferred[T]:
    # Importing it installs it, which is Scrapy's to do.
    from twisted.internet import reactor

    deferred: Deferred[T] = Deferred()

    def fire(done: Future[T]) -> None:
        error = done.exception()
        if error is None:
            deferred.callback(done.result())
        else:
            deferred.errback(error)

    future.add_done_callback(lambda done: cast("Any", reactor).callFromThread(fire, done))
    return deferred


def soon(call: Callable[[], object]) -> None:
    """Makes a call after what is under way, which may be the opening of what the call closes."""
    try:
        asyncio.get_running_loop().call_soon(call)
    except RuntimeError:
        from twisted.internet import reactor

        cast("Any", reactor).callLater(0, call)


def start(coroutine: Coroutine[Any, Any, T]) -> Awaitable[T]:
    """Starts a coroutine that nobody waits for."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return ensureDeferred(coroutine)
    return loop.create_task(coroutine)
