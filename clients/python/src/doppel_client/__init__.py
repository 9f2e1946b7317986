"""Client for doppel, the service that finds near-duplicate documents."""

from .async_client import AsyncDoppelClient
from .client import DoppelClient
from .errors import DoppelError, DoppelProblem, DoppelUnreachable
from .retry import Retry
from .version import __version__

__all__ = [
    "AsyncDoppelClient",
    "DoppelClient",
    "DoppelError",
    "DoppelProblem",
    "DoppelUnreachable",
    "Retry",
    "__version__",
]
