"""`/api/v1/memory`: what was confirmed about each kind of file, and further answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, request

from cockpit.api import access
from cockpit.api.answer import batch_json, json
from cockpit.api.arguments import arguments
from cockpit.cockpit import Cockpit
from cockpit.memory import Answer


def memory(cockpit: Cockpit) -> Blueprint:
    """The routes of sheet memory; all of them for this machine only."""
    routes = Blueprint("memory", __name__)
    listed = access.only_here(cockpit.warehouse.answers)
    questions = access.only_here(cockpit.questions)
    answer = access.only_here(cockpit.answer)
    remember = access.only_here(cockpit.remember)
    forget = access.only_here(cockpit.warehouse.forget)

    @routes.get("/memory")
    def remembered() -> Response:
        family = arguments("family").get("family")
        return json([one.to_dict() for one in listed(family)])

    @routes.post("/memory")
    def tell() -> Response:
        body = _body()
        person, batch = str(body.get("person", "")), body.get("batch")
        if isinstance(batch, int):
            return json(batch_json(answer(batch, _answers(body, ""), person)), 201)
        answers = _answers(body, str(body.get("family", "")))
        remember(answers, person)
        return json([one.to_dict() for one in listed(str(body.get("family", "")))], 201)

    @routes.post("/memory/<int:number>/forget")
    def take_back(number: int) -> Response:
        return json(forget(number, request.form.get("person", "")).to_dict())

    @routes.get("/batches/<int:batch>/questions")
    def asked(batch: int) -> Response:
        arguments()
        return json([one.to_dict() for one in questions(batch)])

    return routes


def _body() -> Mapping[str, Any]:
    body = request.get_json(silent=True)
    if not isinstance(body, dict) or not isinstance(body.get("answers"), list):
        abort(400, "A JSON object with a list named answers is needed.")
    if not (body.get("batch") or body.get("family")):
        abort(400, "Either batch or family has to be named.")
    return body


def _answers(body: Mapping[str, Any], family: str) -> list[Answer]:
    """The answers of a request; each names subject, printed and meaning, all of them texts."""
    return [_answer(given, family) for given in body["answers"]]


def _answer(given: object, family: str) -> Answer:
    if not isinstance(given, dict) or given.keys() != {"subject", "printed", "meaning"}:
        abort(400, "An answer has the fields subject, printed and meaning.")
    meaning = given["meaning"]
    texts = [given["subject"], given["printed"]]
    if not isinstance(meaning, dict) or not all(
        isinstance(text, str) for text in (*texts, *meaning, *meaning.values())
    ):
        abort(400, "The fields of an answer are texts, its meaning an object of texts.")
    return Answer(
        family=family, subject=given["subject"], printed=given["printed"], meaning=meaning
    )
