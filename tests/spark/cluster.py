"""A standalone Spark on this machine: a master and workers, each a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

LOCAL = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}
_PATIENCE = 120
_UP = re.compile(r"Starting Spark master at (spark://\S+)")
_EXECUTOR = "CoarseGrainedExecutorBackend"


@dataclass
class Cluster:
    """Where the master listens, and the workers in the order they were started."""

    master: str
    folder: Path
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def executors(self, worker: int) -> list[psutil.Process]:
        """The executors that a worker has started for whoever is at work now."""
        found = psutil.Process(self.workers[worker].pid).children(recursive=True)
        return [child for child in found if _is_executor(child)]

    def kill(self, worker: int) -> int:
        """End a worker and its executors with signal 9; returns how many processes that were."""
        victims = [*self.executors(worker), psutil.Process(self.workers[worker].pid)]
        for victim in victims:
            victim.kill()
        return len(victims)


@contextmanager
def cluster(venv: Path, folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A master and workers of one core each, gone afterwards whatever happened."""
    started: list[subprocess.Popen[bytes]] = []
    (spark,) = venv.glob("lib/*/site-packages/pyspark")
    environment = os.environ | LOCAL | {"SPARK_WORKER_DIR": str(folder / "work")}
    environment |= {"SPARK_HOME": str(spark)}
    try:
        log = folder / "master.log"
        listening = ("--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
        started.append(_start(spark, "master.Master", listening, environment, log))
        made = Cluster(_said(log, _UP), folder)
        for number in range(workers):
            log = folder / f"worker{number}.log"
            room = ("--host", "127.0.0.1", "--cores", "1", "--memory", "2g", "--webui-port", "0")
            started.append(_start(spark, "worker.Worker", (*room, made.master), environment, log))
            made.workers.append(started[-1])
            _said(log, re.compile(r"(Successfully registered with master)"))
        yield made
    finally:
        for process in reversed(started):
            _end(process)


def _is_executor(process: psutil.Process) -> bool:
    try:
        return _EXECUTOR in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


def _start(
    spark: Path,
    name: str,
    arguments: tuple[str, ...],
    environment: Mapping[str, str],
    log: Path,
) -> subprocess.Popen[bytes]:
    command = [str(spark / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
    with log.open("wb") as out:
        return subprocess.Popen(
            command, env=environment, stdout=out, stderr=out, start_new_session=True
        )


def _said(log: Path, pattern: re.Pattern[str]) -> str:
    """What a process has written into its log, waited for."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        found = pattern.search(log.read_text("utf-8", errors="replace"))
        if found:
            return found[1]
        time.sleep(0.2)
    raise TimeoutError(log.read_text("utf-8", errors="replace")[-2000:])


def _end(process: subprocess.Popen[bytes]) -> None:
    """The process and everything it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
