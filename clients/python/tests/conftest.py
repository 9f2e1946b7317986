from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Callable

import pytest

from .service import Service

StartService = Callable[..., Service]


@pytest.fixture
def start_service(tmp_path: Path) -> Iterator[StartService]:
    """Starts services, and stops them after the test."""
    services: list[Service] = []

    def start(**settings: str) -> Service:
        folder = tmp_path / f"service-{len(services)}"
        folder.mkdir()
        service = Service(folder, **settings)
        services.append(service)
        return service.start()

    yield start
    for service in services:
        service.stop()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service for the tests of a file; each uses a collection of its own."""
    running = Service(tmp_path_factory.mktemp("service")).start()
    yield running
    running.stop()
