"""The wall: screens that show a place, keep themselves true, and are read from the back row.

A wall is a page of its own, apart from the desk's components: one document, one style sheet, one
script; its charts are drawn in the browser, in the pixels that there are.
"""

from __future__ import annotations

import logging

from flask import Flask

from layouts.services import Services
from layouts.wall import assets, page, pulse
from layouts.wall.lands import Lands
from layouts.wall.scenes import read_scenes

_log = logging.getLogger("cockpit")


def serve(server: Flask, services: Services) -> None:
    """Add the wall to the web server; raises ScenesRefused where its scenes cannot be shown.

    A pack of boundaries that cannot be drawn is told to the log, and the wall is served without.
    """
    scenes = read_scenes(services.scenes, services.catalog)
    lands = Lands(services.boundaries)
    refused = services.boundaries.refused
    for refusal in refused:
        _log.warning(refusal)
    drawn = page.Drawn(services, lands)
    server.register_blueprint(page.routes(services, scenes, drawn))
    server.register_blueprint(assets.routes(lands.named))
    told = pulse.routes(drawn, scenes, services.catalog, services.may_change, refused)
    server.register_blueprint(told)
