"""What can go wrong with a call."""

from __future__ import annotations

from typing import cast

from .types import FieldError, Problem

# What passes by itself, or when someone gives the service more room.
_TEMPORARY_STATUS = frozenset({408, 429, 502, 503, 504, 507})
_TEMPORARY_CODE = frozenset({"COLLECTION_CHANGED"})
_STORE_FULL = 507
_TOO_LARGE = 413
# Where it was doppel that found a body too large, its problem says so.
_PROXY_LIMIT = (
    "a proxy before doppel takes no body of this length; "
    "raise its limit (nginx: client_max_body_size), or send less at a time"
)


class DoppelError(Exception):
    """The base of all errors of this package.

    ``temporary`` tells whether the same call may succeed later.
    """

    temporary: bool = False


class DoppelUnreachable(DoppelError):  # noqa: N818 - a state of the service rather than a mistake of the caller
    """There was no answer, or not the whole of it: no connection, a timeout, a stream that was cut."""

    temporary = True


class DoppelProblem(DoppelError):  # noqa: N818 - RFC 9457 calls it a problem
    """The service answered with an error.

    ``code`` is for programs and listed in the service's documentation; ``instance`` is the request id, under which
    the log of the service has the details. ``retry_after_s`` is the header ``Retry-After`` in seconds, if there was
    one.
    """

    def __init__(self, problem: Problem, retry_after_s: float | None = None) -> None:
        self.problem = problem
        self.type: str = problem["type"]
        self.title: str = problem["title"]
        self.status: int = problem["status"]
        self.code: str = problem["code"]
        self.detail: str | None = problem.get("detail")
        self.instance: str | None = problem.get("instance")
        self.errors: list[FieldError] = problem.get("errors", [])
        self.retry_after_s = retry_after_s
        fields = "; ".join(f"{error['path']}: {error['message']}" for error in self.errors)
        super().__init__(f"{self.status} {self.code}: {self.detail or self.title}" + (f" ({fields})" if fields else ""))

    @property
    def temporary(self) -> bool:  # type: ignore[override]
        """Whether the same call may succeed later."""
        return is_temporary(self.problem)

    def __reduce__(self) -> tuple[type[DoppelProblem], tuple[Problem, float | None]]:
        return (type(self), (self.problem, self.retry_after_s))


def is_temporary(problem: Problem) -> bool:
    """Whether what failed with this problem may succeed later."""
    return problem["status"] in _TEMPORARY_STATUS or problem["code"] in _TEMPORARY_CODE


def is_retryable(problem: Problem) -> bool:
    """Whether it may succeed within seconds; a full disk does not get room by itself."""
    return is_temporary(problem) and problem["status"] != _STORE_FULL


def problem_of(status: int, reason: str, body: object) -> Problem:
    """The problem that an answer carries, or one made of its status where something else answered, such as a proxy."""
    if isinstance(body, dict) and {"type", "title", "status", "code"} <= body.keys():
        return cast(Problem, body)
    problem: Problem = {"type": "about:blank", "title": reason or "Error", "status": status, "code": f"HTTP_{status}"}
    if status == _TOO_LARGE:
        problem["detail"] = _PROXY_LIMIT
    return problem
