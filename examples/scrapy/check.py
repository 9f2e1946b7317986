"""Runs the example once, with a doppel and a site of its own, and checks what comes of it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from doppel_client import DoppelClient

from news.site import REPRINTS, STORIES, serve

HERE = Path(__file__).parent
MAIN = HERE.parents[1] / "dist" / "main.js"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main() -> None:
    """Ends with status 1 when the crawl does not keep exactly one version of each story."""
    node, port = shutil.which("node"), free_port()
    if node is None or not MAIN.exists():
        sys.exit("build doppel first: npm ci && npm run build")
    site = serve(0)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    environment = {"PATH": os.environ["PATH"], "PORT": str(port), "DOPPEL_STORE": "memory:", "LOG_LEVEL": "warn"}
    doppel = subprocess.Popen([node, str(MAIN)], env=environment)
    try:
        with tempfile.TemporaryDirectory() as folder, DoppelClient(f"http://127.0.0.1:{port}") as client:
            while not client.is_ready():
                if doppel.poll() is not None:
                    sys.exit("doppel does not start")
                time.sleep(0.1)
            items = Path(folder) / "items.jsonl"
            address = f"url=http://127.0.0.1:{site.server_address[1]}/"
            command = [sys.executable, "-m", "scrapy", "crawl", "articles", "-a", address, "-O", str(items)]
            subprocess.run([*command, "-s", f"DOPPEL_URL=http://127.0.0.1:{port}"], cwd=HERE, check=True, timeout=120)
            kept = sorted(json.loads(line)["title"] for line in items.read_text().splitlines())
            stats = client.using("news").stats()
    finally:
        doppel.terminate()
        doppel.wait()
    if kept != sorted(f"Story {number}" for number in range(STORIES)) or stats["duplicates"] < REPRINTS:
        sys.exit(f"kept {kept}; {stats}")
    print(f"kept {len(kept)} of {stats['documents']} articles, one of each story")


if __name__ == "__main__":
    main()
