"""The settings of a Scrapy project that are about doppel."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Callable, Literal, cast

from scrapy.settings import BaseSettings

from ..types import CollectionSettings

WhenDown = Literal["wait", "keep", "drop", "fail"]
Duplicates = Literal["drop", "tag"]
Empty = Literal["keep", "drop"]


@dataclass(frozen=True)
class DoppelSettings:
    """The settings, checked. The Scrapy setting of each is its name in upper case after ``DOPPEL_``."""

    url: str = "http://127.0.0.1:3000"
    key: str | None = None
    collection: str = "default"
    collection_settings: CollectionSettings | None = None

    duplicates: Duplicates = "drop"
    empty: Empty = "keep"
    field: str = "doppel"
    id_field: str = "url"
    text_field: str = "text"
    html_field: str | None = None
    title_field: str = "title"

    batch_size: int = 32
    flush_s: float = 0.1
    when_down: WhenDown = "wait"
    timeout_s: float = 30.0
    attempts: int = 6

    pages_collection: str | None = None
    pages_threshold: float = 0.9
    pages_min_words: int = 50

    @classmethod
    def read(cls, settings: BaseSettings) -> DoppelSettings:
        """Reads and checks the settings.

        :raises ValueError: a value is not allowed, or a name that begins with ``DOPPEL_`` is not known
        """
        names = {f"DOPPEL_{field.upper()}": field for field in cls.__dataclass_fields__}
        given = [name for name in map(str, settings) if name.startswith("DOPPEL_")]
        for name in given:
            if name not in names:
                near = get_close_matches(name, names, 1)
                raise ValueError(f"There is no setting {name}" + (f"; did you mean {near[0]}?" if near else ""))
        # None in Scrapy's settings means that there is none.
        values = {names[name]: settings[name] for name in given if settings[name] is not None}
        for field, read in _READERS.items():
            if field in values:
                values[field] = _read(f"DOPPEL_{field.upper()}", values[field], read)
        if "collection_settings" in values:
            values["collection_settings"] = cast(CollectionSettings, settings.getdict("DOPPEL_COLLECTION_SETTINGS"))
        return cls(**values)


def _read(name: str, value: Any, read: Callable[[Any], Any]) -> Any:
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name} is {value!r}, but {error}") from None


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return read


def _integer(least: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        number = _number(value)
        if number != int(number) or number < least:
            raise ValueError(f"must be an integer from {least}")
        return int(number)

    return read


def _between(least: float, most: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        number = _number(value)
        if not least <= number <= most:
            raise ValueError(f"must be a number from {least:g} to {most:g}")
        return number

    return read


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise ValueError("must be a number") from None


_READERS: dict[str, Callable[[Any], Any]] = {
    "duplicates": _one_of("drop", "tag"),
    "empty": _one_of("keep", "drop"),
    "when_down": _one_of("wait", "keep", "drop", "fail"),
    "batch_size": _integer(1),
    "flush_s": _between(0, 60),
    "timeout_s": _between(0.01, 3600),
    "attempts": _integer(1),
    "pages_threshold": _between(0.3, 1),
    "pages_min_words": _integer(0),
}
