"""Files being read, one after another, while the server answers everybody else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Literal
from uuid import uuid4

from cockpit.batch import Staged
from cockpit.errors import CockpitError
from cockpit.observation import Issue

ReadingState = Literal["waiting", "reading", "staged", "refused", "failed"]
_REMEMBERED = 50

Stage = Callable[[bytes, str, str], Staged]


@dataclass(slots=True)
class FileReading:
    """One file on its way: a batch in the end, or the sentence that refuses it."""

    name: str
    state: ReadingState = "waiting"
    began: float = 0.0
    batch: int | None = None
    refusal: str = ""
    issues: tuple[Issue, ...] = ()

    @property
    def seconds(self) -> int:
        """For how long it has been read."""
        return int(monotonic() - self.began)


@dataclass(frozen=True, slots=True)
class Job:
    """The files one person brought at one time."""

    files: tuple[FileReading, ...]
    id: str = field(default_factory=lambda: uuid4().hex)

    @property
    def done(self) -> bool:
        """Whether nothing is left to read."""
        return all(one.state not in ("waiting", "reading") for one in self.files)


class Readings:
    """The jobs of one server; a restart forgets them, and their batches stay staged."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._jobs: dict[str, Job] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")

    def start(self, files: Sequence[tuple[str, bytes]], person: str) -> Job:
        """Begin to read files, named and whole; returns at once."""
        job = self._kept(Job(tuple(FileReading(name) for name, _content in files)))
        for reading, (name, content) in zip(job.files, files, strict=True):
            self._submit(reading, partial(self._stage, content, name, person))
        return job

    def again(self, name: str, read: Callable[[], Staged]) -> Job:
        """Begin to read a file anew that was brought before; returns at once."""
        job = self._kept(Job((FileReading(name),)))
        self._submit(job.files[0], read)
        return job

    def _kept(self, job: Job) -> Job:
        self._jobs[job.id] = job
        while len(self._jobs) > _REMEMBERED:
            del self._jobs[next(iter(self._jobs))]
        return job

    def _submit(self, reading: FileReading, read: Callable[[], Staged]) -> None:
        # The reader's language and the request's origin travel with the work.
        self._thread.submit(copy_context().run, self._read, reading, read)

    def job(self, job: str) -> Job | None:
        """A job by its id, None where it is forgotten."""
        return self._jobs.get(job)

    def _read(self, reading: FileReading, read: Callable[[], Staged]) -> None:
        reading.began, reading.state = monotonic(), "reading"
        try:
            staged = read()
        except CockpitError as refusal:
            reading.refusal = str(refusal)
            reading.issues = getattr(refusal, "issues", ())
            reading.state = "refused"
        except Exception:
            logging.getLogger(__name__).exception("reading %s failed", reading.name)
            reading.state = "failed"
        else:
            reading.batch = staged.batch.id
            reading.state = "staged"
