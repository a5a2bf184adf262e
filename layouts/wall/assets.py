"""What the wall's pages load: one style sheet and one script, each named by its content.

They are compressed once, when the server starts, and a browser keeps them for good.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from flask import Blueprint, Response, abort, request

HERE = Path(__file__).parent / "static"
SHARED = Path(__file__).parent.parent / "assets"
ROOT = "/wall/-"
FOREVER = "public, max-age=31536000, immutable"

_STYLES = (SHARED / "02-fonts.css", SHARED / "10-tokens.css", SHARED / "40-trail.css")
_KINDS = {"css": "text/css", "js": "text/javascript", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file in the forms that browsers take it in."""

    name: str
    content: Mapping[str, bytes]

    @property
    def address(self) -> str:
        """Where it is, for as long as it is what it is."""
        return f"{ROOT}/{self.name}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The two files, and a name for the build they make together."""

    style: Asset
    script: Asset

    @property
    def css(self) -> str:
        """The address of the style sheet."""
        return self.style.address

    @property
    def js(self) -> str:
        """The address of the script."""
        return self.script.address

    @property
    def build(self) -> str:
        """Changes whenever either of them does."""
        return hashlib.sha256((self.css + self.js).encode()).hexdigest()[:12]


@cache
def assets() -> Assets:
    """Put the files together and compress them."""
    styles = [*_STYLES, *sorted(HERE.glob("*.css"))]
    style = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    scripts = (path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.js")))
    return Assets(
        compressed("wall", "css", style.replace('url("fonts/', 'url("/assets/fonts/').encode()),
        compressed("wall", "js", "\n".join(scripts).encode()),
    )


def routes(other: Callable[[str], Asset | None]) -> Blueprint:
    """Hand out the files, and `other` ones by their names."""
    blueprint = Blueprint("wall_assets", __name__)

    @blueprint.get(f"{ROOT}/<name>")
    def asset(name: str) -> Response:
        ours = {one.name: one for one in (assets().style, assets().script)}
        found = ours.get(name) or other(name)
        return _answer(found) if found else abort(404)

    return blueprint


def compressed(stem: str, suffix: str, content: bytes) -> Asset:
    """A file with its digest in its name, in the forms that browsers take it in."""
    digest = hashlib.sha256(content).hexdigest()[:12]
    forms = {
        "br": brotli.compress(content, quality=11),
        "gzip": gzip.compress(content, 9, mtime=0),
        "": content,
    }
    return Asset(f"{stem}.{digest}.{suffix}", forms)


def _answer(found: Asset) -> Response:
    accepted = request.accept_encodings
    form = next((name for name in ("br", "gzip") if accepted[name]), "")
    answer = Response(found.content[form], mimetype=_KINDS[found.name.rpartition(".")[2]])
    answer.headers["Cache-Control"] = FOREVER
    answer.headers["Vary"] = "Accept-Encoding"
    if form:
        answer.headers["Content-Encoding"] = form
    return answer
