import base64
import hashlib
import re

import pytest

from app import create_app


@pytest.fixture
def server(settings):
    return create_app(settings).server


@pytest.fixture
def client(server):
    return server.test_client()


def test_two_applications_in_one_process_both_work(settings, tmp_path):
    first = create_app(settings)
    second = create_app(type(settings)(home=tmp_path / "second"))
    assert first.server is not second.server
    for app in (first, second):
        answer = app.server.test_client().get("/_dash-dependencies")
        outputs = [entry["output"] for entry in answer.get_json()]
        assert "page.children" in outputs
        assert app.server.test_client().get("/wall/overview").status_code == 200
        assert len(outputs) == len(set(outputs))


def test_the_language_is_chosen_once_and_kept(client):
    assert '<html lang="zh-CN" ' in client.get("/").text
    answer = client.get("/?area=320000&lang=en")
    assert answer.status_code == 303
    assert answer.location == "/?area=320000"
    page = client.get("/").text
    assert '<html lang="en" ' in page
    assert "<title>Overview · China</title>" in page
    assert "<title>Economic-indicator cockpit</title>" in client.get("/explore").text


def test_a_language_nobody_speaks_changes_nothing(client):
    answer = client.get("/?lang=xx")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("page", ["/", "/explore"])
def test_the_page_runs_only_scripts_of_its_own(client, page):
    answer = client.get(page)
    policy = answer.headers["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    for inline in re.findall(
        r"<script(?![^>]*(?:src|application/json))[^>]*>(.*?)</script>", answer.text, re.S
    ):
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in scripts
    addresses = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
    assert addresses
    own = [one for one in addresses if one != "data:,"]
    assert all(address.startswith("/") and not address.startswith("//") for address in own)


def test_nobody_is_asked_for_a_newer_version(client):
    assert '"disable_version_check":true' in client.get("/explore").text
