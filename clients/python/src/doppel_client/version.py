"""The version of this package, as pyproject.toml has it."""

from __future__ import annotations

from importlib.metadata import version

__version__: str = version("doppel-client")
