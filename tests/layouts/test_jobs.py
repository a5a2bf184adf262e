from threading import Event
from typing import Any

from flask import Flask, request

from cockpit.errors import FileRefused
from cockpit.i18n import current_locale
from layouts.upload.jobs import Job, Readings


class Batch:
    def __init__(self, number: int) -> None:
        self.id = number


class Staged:
    def __init__(self, number: int) -> None:
        self.batch = Batch(number)


def finished(readings: Readings, job: Job) -> list[tuple[str, int | None, str]]:
    readings._thread.shutdown(wait=True)
    return [(one.state, one.batch, one.refusal) for one in job.files]


def test_every_file_ends_staged_refused_or_failed_and_none_stops_the_others():
    def stage(content: bytes, name: str, _person: str) -> Any:
        if content == b"locked":
            raise FileRefused(f"{name} is encrypted")
        return Staged({b"good": 7}[content])

    readings = Readings(stage)
    files = [("a.xls", b"locked"), ("b.xls", b"bug"), ("c.xls", b"good")]
    job = readings.start(files, "Li")
    assert finished(readings, job) == [
        ("refused", None, "a.xls is encrypted"),
        ("failed", None, ""),
        ("staged", 7, ""),
    ]


def test_starting_does_not_wait_for_the_reading():
    go = Event()

    def stage(_content: bytes, _name: str, _person: str) -> Any:
        assert go.wait(10)
        return Staged(1)

    readings = Readings(stage)
    job = readings.start([("a.xls", b"")], "Li")
    assert not job.done
    assert readings.job(job.id) is job
    go.set()
    finished(readings, job)
    assert job.done


def test_the_readers_language_and_address_travel_with_the_work():
    seen: list[tuple[str, str | None]] = []

    def stage(_content: bytes, _name: str, _person: str) -> Any:
        seen.append((current_locale.get(), request.remote_addr))
        return Staged(1)

    readings = Readings(stage)
    server = Flask("test")
    with server.test_request_context(environ_base={"REMOTE_ADDR": "10.1.2.3"}):
        token = current_locale.set("en")
        job = readings.start([("a.xls", b"")], "Li")
        current_locale.reset(token)
    finished(readings, job)
    assert seen == [("en", "10.1.2.3")]
