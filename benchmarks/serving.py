"""A server of its own, which can be killed, started again in the same place, and published to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[1]
PERSON = "李华"


class Server:
    """A cockpit in a process; `log` is what it wrote to its standard error since it first started.

    `command` is `serve`, or `demo` for one that is filled with the sample figures first.
    """

    def __init__(self, home: Path, command: str = "serve", **more: str) -> None:
        given: Mapping[str, str] = {"COCKPIT_HOME": str(home), "COCKPIT_LOCALE": "zh_CN"}
        self._environment = os.environ | given | more
        self._command = command
        self._log = home.with_name(f"{home.name}.log")
        self._port = "0"
        self.url = ""
        self.start()

    def start(self) -> None:
        """Start it, at the port it had before."""
        command = [sys.executable, "-m", "cockpit", self._command, "--port", self._port]
        with self._log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                command,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                cwd=ROOT,
            )
        self.url = self._address()
        self._port = self.url.rpartition(":")[2]

    def _address(self) -> str:
        assert self._process.stdout
        for line in self._process.stdout:
            if found := re.search(r"http://\S+[^/\s]", line):
                return found[0]
        raise AssertionError(f"the server ended before it gave its address: {self.log}")

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self._process.kill()
        self._process.wait()

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def log(self) -> str:
        """What it has complained of."""
        return self._log.read_text(encoding="utf-8")

    def publish(self, name: str, text: str) -> None:
        """Bring a file and publish it, as a desk would over the interface."""
        bound = "frontier"
        parts = (("person", "", PERSON), ("file", f'; filename="{name}"', text))
        body = "".join(
            f'--{bound}\r\nContent-Disposition: form-data; name="{field}"{more}\r\n\r\n{value}\r\n'
            for field, more, value in parts
        )
        kind = f"multipart/form-data; boundary={bound}"
        answer = self._post("/api/v1/batches", f"{body}--{bound}--\r\n".encode(), kind)
        batch = re.search(r'"id":(\d+)', answer)
        assert batch, answer
        form = urlencode({"person": PERSON, "accept_doubtful": "1"}).encode()
        kind = "application/x-www-form-urlencoded"
        self._post(f"/api/v1/batches/{batch[1]}/publish", form, kind)

    def _post(self, path: str, body: bytes, kind: str) -> str:
        with urlopen(Request(self.url + path, body, {"Content-Type": kind})) as answer:
            return answer.read().decode()
