"""A real doppel, built from this repository, in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from doppel_client import DoppelClient

MAIN = Path(__file__).parents[3] / "dist" / "main.js"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Service:
    """May be killed and started again on the same port with the same data."""

    def __init__(self, folder: Path, **settings: str) -> None:
        if not MAIN.exists():
            raise RuntimeError(f"{MAIN} is missing: run `npm run build` in the repository")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = folder / "doppel.log"
        self.settings = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "LOG_LEVEL": "warn",
            "DOPPEL_STORE": f"file:{folder / 'data'}",
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Service:
        node = shutil.which("node")
        assert node is not None
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([node, str(MAIN)], env=self.settings, stdout=log, stderr=log)
        client = self.client()
        for _ in range(600):
            if client.is_ready():
                client.close()
                return self
            assert self._process.poll() is None, self._log.read_text()
            time.sleep(0.05)
        raise AssertionError(f"not ready: {self._log.read_text()}")

    def client(self, collection: str = "default") -> DoppelClient:
        keys = self.settings.get("DOPPEL_API_KEYS")
        return DoppelClient(self.url, collection=collection, key=keys)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)
            self._process = None
