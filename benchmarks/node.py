"""A real node in a temporary folder, started as people start it, and a visitor with cookies."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Visitor:
    """Somebody with a browser that keeps cookies."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self._opener.open(self.address + path, timeout=60) as response:
            return response.read().decode("utf-8")

    def timed(self, path: str, process: subprocess.Popen[bytes]) -> tuple[float, float]:
        """Milliseconds of a visit: those that passed, and those that the node's process worked."""
        begun, before = time.perf_counter(), worked_milliseconds(process)
        self.get(path)
        return (time.perf_counter() - begun) * 1000, worked_milliseconds(process) - before

    def sign_in(self, username: str, password: str) -> None:
        page = self.get("/sign-in/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token, "the sign-in page holds no token"
        form = {"username": username, "password": password, "csrfmiddlewaretoken": token.group(1)}
        with self._opener.open(self.address + "/sign-in/", urlencode(form).encode(), timeout=60) as response:
            assert "/sign-in/" not in response.geturl(), "could not sign in"


@contextlib.contextmanager
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="noharbor-bench-") as folder:
        yield Path(folder)


@contextlib.contextmanager
def running(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """Start a node; give its process, its address, and the seconds until it answered."""
    port = free_port()
    environment = os.environ | {"NOHARBOR_HOME": str(folder)}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "noharbor", "start", "--port", str(port), *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        yield process, address, _wait(process, address, begun)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], address: str, begun: float) -> float:
    while time.perf_counter() - begun < 300:
        if process.poll() is not None:
            sys.exit("the node ended before it answered")
        with contextlib.suppress(URLError, OSError):
            Visitor(address).get("/sign-in/")
            return time.perf_counter() - begun
        time.sleep(0.05)
    sys.exit("the node did not answer within five minutes")


def resident_megabytes(process: subprocess.Popen[bytes]) -> float:
    """Memory a process holds now, with its children."""
    total = 0
    for identifier in _family(process.pid):
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{identifier}/status").read_text()
            found = re.search(r"VmRSS:\s+(\d+) kB", status)
            total += int(found.group(1)) if found else 0
    return total / 1024


def worked_milliseconds(process: subprocess.Popen[bytes]) -> float:
    """How long the threads of a process have worked so far; not those of the processes it began."""
    threads = Path(f"/proc/{process.pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e6


def _family(identifier: int) -> list[int]:
    members = [identifier]
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{identifier}/task").iterdir():
            for child in (task / "children").read_text().split():
                members += _family(int(child))
    return members


def percentile(sorted_values: list[float], share: float) -> float:
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]
