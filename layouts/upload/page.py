"""The desk's frame: who brings, where to drop, what is being looked at, what came before."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import Staged
from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from layouts.attributes import attributes
from layouts.desk import desk
from layouts.services import Services
from layouts.upload.history import batch_list
from layouts.upload.jobs import FileReading, Job
from layouts.upload.review import review
from layouts.upload.understood import issue_list

MOST_MEGABYTES = 30
POLL_MILLISECONDS = 700


def layout(services: Services, url: str) -> Component:
    """The desk; `?job=` shows files being read, `?batch=` one that waits for its decision."""
    asked = parse_qs(urlsplit(url).query)
    job, batch = asked.get("job", [None])[0], asked.get("batch", [None])[0]
    batches = html.Div(batch_list(services.batches()), id="upload-batches")
    return desk(
        [
            dcc.Location(id="upload-address", refresh="callback-nav"),
            dcc.Store(id="upload-job", data=job),
            dcc.Store(id="upload-done"),
            dcc.Interval(id="upload-tick", interval=POLL_MILLISECONDS),
            html.H1(_("Bring figures"), className="page-title"),
            _bring(),
            html.Div(id="upload-progress", **attributes(aria_live="polite")),
            html.Div(_batch(services, batch), id="upload-work", **attributes(aria_live="polite")),
            html.Section([html.H2(_("Batches")), batches], className="sheet"),
        ],
        url,
        "upload",
    )


def progress(job: Job) -> list[Component]:
    """Every file of a job that is still being read."""
    return [html.Div([_waiting(reading) for reading in job.files], className="sheet readings")]


def results(job: Job | None, services: Services) -> list[Component]:
    """Every file of a finished job: refused, or ready for its decision."""
    if job is None:
        text = _("This reading is over. What was read waits in the list of batches.")
        return [html.P(text, className="note")]
    return [_result(reading, services) for reading in job.files]


def _bring() -> Component:
    name = dcc.Input(
        id="upload-person",
        type="text",
        placeholder=_("Name"),
        persistence=True,
        maxLength=60,
        className="field",
        debounce=False,
    )
    limit = _("xlsx, xls, et, ods, csv, html; up to %(size)s MB each", size=MOST_MEGABYTES)
    too_big = _("%(name)s is larger than %(size)s MB.", name="{name}", size=MOST_MEGABYTES)
    drop = dcc.Upload(
        [
            html.Strong(_("Drop the bureau's files here, or click to choose them")),
            html.Span(limit, className="quiet"),
        ],
        id="upload-files",
        multiple=True,
        className="drop",
        className_active="drop drop-over",
        style_active={},
        style_reject={},
        style_disabled={},
    )
    return html.Section(
        [
            html.Label([html.Span(_("Brought by")), name], className="labelled"),
            drop,
            html.P(id="upload-refused", className="bad", role="alert"),
        ],
        className="sheet bring",
        **attributes(
            data_most_bytes=str(MOST_MEGABYTES * 1024 * 1024),
            data_too_big=too_big,
            data_nameless=nameless(),
        ),
    )


def nameless() -> str:
    """What is said when a file comes without the name of the person who brings it."""
    return _("Who brings the file? Please fill in the name, and drop it again.")


def _batch(services: Services, batch: str | None) -> list[Component]:
    if batch is None:
        return []
    try:
        staged = services.staged(int(batch))
    except CockpitError as refusal:
        return [html.P(str(refusal), className="bad")]
    except ValueError:
        return [html.P(_("There is no batch %(id)s.", id=batch), className="bad")]
    return [_review(staged, services)]


def _result(reading: FileReading, services: Services) -> Component:
    if reading.batch is None:
        return _refused(reading)
    return _review(services.staged(reading.batch), services)


def _review(staged: Staged, services: Services) -> Component:
    asked = services.questions(staged.batch.id)
    return review(staged, asked, services.effect, services.catalog)


def _waiting(reading: FileReading) -> Component:
    words = {
        "waiting": _("waiting for its turn"),
        "reading": _("being read, %(seconds)s s", seconds=reading.seconds),
    }
    return html.P([html.Strong(reading.name), html.Span(words.get(reading.state, _("read")))])


def _refused(reading: FileReading) -> Component:
    head = html.Header([html.H2(reading.name), html.P(_("Not taken in"), className="quiet")])
    fault = _("A fault of ours kept this file from being read; it has been logged.")
    sentence = html.P(reading.refusal or fault, className="bad")
    said = issue_list(reading.issues) if reading.issues else sentence
    return html.Article([head, said], className="sheet review")
