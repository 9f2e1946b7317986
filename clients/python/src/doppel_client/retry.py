"""When a call is made again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

from .errors import DoppelError, DoppelProblem, is_retryable


@dataclass(frozen=True)
class Retry:
    """How often a call is made again after a failure that passes by itself.

    Waits between ``first_delay_s`` and ``max_delay_s``, twice as long each time, with jitter; at least as long as the
    service says in ``Retry-After``. When that is more than ``max_retry_after_s`` the error is raised instead.
    ``attempts`` counts the first call, so 1 means never again.
    """

    attempts: int = 6
    first_delay_s: float = 0.2
    max_delay_s: float = 10.0
    max_retry_after_s: float = 120.0

    def delay_s(self, attempt: int, error: DoppelError) -> float | None:
        """How long to wait after the failure of the given attempt, counted from 1; None: do not try again."""
        if attempt >= self.attempts or not error.temporary:
            return None
        retry_after_s = 0.0
        if isinstance(error, DoppelProblem):
            if not is_retryable(error.problem):
                return None
            retry_after_s = error.retry_after_s or 0.0
        if retry_after_s > self.max_retry_after_s:
            return None
        ceiling = min(self.max_delay_s, self.first_delay_s * 2.0 ** min(attempt - 1, 60))
        # Jitter keeps many clients that failed together from coming back together.
        return max(retry_after_s, 0.0) + random.uniform(ceiling / 2, ceiling)  # noqa: S311


def parse_retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds that the header asks for: a number, or a date from now on. None when absent or unreadable."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=timezone.utc)
    return max(0.0, (until - (now or datetime.now(timezone.utc))).total_seconds())
