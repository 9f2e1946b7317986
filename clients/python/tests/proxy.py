"""A proxy before doppel that misbehaves as it is told."""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Callable


@dataclass(frozen=True)
class Fault:
    """What happens to a request instead of being forwarded at once, or to its answer."""

    delay_s: float = 0.0
    status: int | None = None
    retry_after: str | None = None
    plain: bool = False
    cut_after_lines: int | None = None
    lose_answer: bool = False


Faults = Callable[[int, str, str], "Fault | None"]


class Proxy:
    """Asks ``faults`` with the number of each request, from 1, its method and its path."""

    def __init__(self, target_port: int, faults: Faults) -> None:
        self.requests: list[tuple[str, str]] = []
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                with proxy._lock:
                    proxy.requests.append((self.command, self.path))
                    number = len(proxy.requests)
                fault = faults(number, self.command, self.path) or Fault()
                time.sleep(fault.delay_s)
                if fault.status is not None:
                    self.refuse(fault)
                else:
                    self.forward(body, fault)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815

            def refuse(self, fault: Fault) -> None:
                assert fault.status is not None
                problem = {"type": "/docs/problems#x", "title": "Told so", "status": fault.status, "code": "TOLD_SO"}
                data = b"<html>Told so</html>" if fault.plain else json.dumps(problem).encode()
                self.send_response(fault.status)
                self.send_header("content-length", str(len(data)))
                if fault.retry_after is not None:
                    self.send_header("retry-after", fault.retry_after)
                self.end_headers()
                self.wfile.write(data)

            def forward(self, body: bytes, fault: Fault) -> None:
                connection = http.client.HTTPConnection("127.0.0.1", target_port, timeout=60)
                try:
                    kept = ("content-type", "authorization", "accept")
                    headers = {name: value for name, value in self.headers.items() if name.lower() in kept}
                    connection.request(self.command, self.path, body=body or None, headers=headers)
                    answer = connection.getresponse()
                    data = answer.read()
                except (OSError, http.client.HTTPException):
                    self.close_connection = True
                    return
                finally:
                    connection.close()
                if fault.lose_answer:
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() in ("content-type", "retry-after", "x-request-id"):
                        self.send_header(name, value)
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                if fault.cut_after_lines is not None:
                    data = b"".join(data.splitlines(keepends=True)[: fault.cut_after_lines])
                    self.close_connection = True
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Proxy:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
