"""`/api/v1/batches`: what is brought, its life, and what publishing it would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from flask import Blueprint, Response, abort, request

from cockpit.api import access
from cockpit.api.answer import batch_json, json
from cockpit.api.arguments import arguments
from cockpit.batch import Batch
from cockpit.cockpit import Cockpit
from cockpit.moment import as_of
from cockpit.terms import one_of
from cockpit.vintage import Reason


def batches(cockpit: Cockpit) -> Blueprint:
    """The routes of batches; changes, and what nobody has published yet, stay on this machine."""
    routes = Blueprint("batches", __name__)
    _reading(routes, cockpit)
    _bringing(routes, cockpit)
    _steps(routes, cockpit)
    return routes


def _reading(routes: Blueprint, cockpit: Cockpit) -> None:
    staged = access.only_here(cockpit.warehouse.staged)
    effect = access.only_here(cockpit.effect)

    @routes.get("/batches")
    def listed() -> Response:
        moment = as_of(arguments("as_of").get("as_of"))
        found = access.released(lambda: cockpit.warehouse.batches(moment))()
        return json([batch.to_dict() for batch in found])

    @routes.get("/batches/<int:batch>")
    def one(batch: int) -> Response:
        arguments()
        return json(batch_json(staged(batch)))

    @routes.get("/batches/<int:batch>/effect")
    def foretold(batch: int) -> Response:
        accept = arguments("accept_doubtful").get("accept_doubtful") == "1"
        return json(effect(batch, accept_doubtful=accept).to_dict())


def _bringing(routes: Blueprint, cockpit: Cockpit) -> None:
    stage = access.only_here(cockpit.bring)

    @routes.post("/batches")
    def bring() -> Response:
        file = request.files.get("file")
        if file is None:
            abort(400, "A multipart field named file is needed.")
        person = request.form.get("person", "")
        staged = stage(file.read(), file.filename or "upload", person)
        return json(batch_json(staged), 201)


def _steps(routes: Blueprint, cockpit: Cockpit) -> None:
    publish = access.only_here(cockpit.publish)
    plain: dict[str, Callable[[int, str, str], Batch]] = {
        "submit": access.only_here(cockpit.warehouse.submit),
        "review": access.only_here(cockpit.warehouse.review),
        "withdraw": access.only_here(cockpit.withdraw),
    }

    @routes.post("/batches/<int:batch>/<any(submit, review, withdraw):step>")
    def take(batch: int, step: str) -> Response:
        form = request.form
        return json(plain[step](batch, form.get("person", ""), form.get("reason", "")).to_dict())

    @routes.post("/batches/<int:batch>/publish")
    def show(batch: int) -> Response:
        form = request.form
        revision = form.get("revision")
        given = one_of("revision", revision, get_args(Reason)) if revision else None
        published = publish(
            batch,
            form.get("person", ""),
            accept_doubtful=form.get("accept_doubtful") == "1",
            reason=form.get("reason", ""),
            revision=cast(Reason | None, given),
            seen=form.get("seen") or None,
        )
        return json(published.to_dict())
