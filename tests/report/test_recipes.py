"""The recipes are correct as they stand: what they send, and what they must never hold."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from cors_tui.report.recipes import BYPASS, ENVIRONMENTS, PREVENTION, PROXIES, VERIFY, Recipe
from tests.rows import each_row

ALL = (*PREVENTION, *ENVIRONMENTS, *BYPASS, *VERIFY, *PROXIES)
SMOKE = next(recipe for recipe in PREVENTION if recipe.title.startswith("Smoke test"))

NEVER = {
    "options on every path crashes express 5": r"app\.options\('\*'",
    "an error thrown in the origin function": r"new Error\(",
    "a host header against an address": r"-H ['\"]Host:",
    "a header that does nothing": r"proxy_pass_header",
    "any origin with credentials": r"origin: true",
    "a preflight cache beyond what browsers keep": r"86400",
    "curl without a body or an origin": r"curl -I",
}


@pytest.mark.parametrize("name", NEVER)
def test_no_recipe_holds(name: str) -> None:
    assert [recipe.title for recipe in ALL if re.search(NEVER[name], recipe.text)] == []


@pytest.mark.parametrize("recipe", [r for r in ALL if "curl" in r.text], ids=lambda recipe: recipe.title)
def test_every_curl_sends_an_origin(recipe: Recipe) -> None:
    assert re.search(r"-H ['\"]Origin: ", recipe.text)


@each_row("recipe", ALL, ids=lambda recipe: recipe.title)
def test_asked_for_headers_are_lower_case_sorted_and_without_spaces(recipe: Recipe) -> None:
    for value in re.findall(r"Access-Control-Request-Headers: ([^'\"]*)", recipe.text):
        assert value.split(",") == sorted(value.lower().replace(" ", "").split(","))


@pytest.mark.parametrize("recipe", BYPASS, ids=lambda recipe: recipe.title)
def test_the_bypass_uses_a_profile_of_its_own_and_warns(recipe: Recipe) -> None:
    assert "--user-data-dir=" in recipe.text
    assert "Development only" in recipe.warning


def test_the_bypass_has_a_command_for_each_system() -> None:
    assert [recipe.title for recipe in BYPASS] == ["macOS", "Linux", "Windows"]


@pytest.mark.parametrize("recipe", [r for r in ALL if r.language == "python"], ids=lambda recipe: recipe.title)
def test_python_recipes_compile(recipe: Recipe) -> None:
    ast.parse(recipe.text)


ENVIRONMENT_LISTS = {
    "spaces, slashes and empty parts": (" https://a.example/ ,,http://localhost:3000", 2),
    "unset": ("", 0),
}


@pytest.mark.parametrize("name", ENVIRONMENT_LISTS)
def test_the_python_recipe_cleans_the_list(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, many = ENVIRONMENT_LISTS[name]
    monkeypatch.setenv("CORS_ORIGINS", text)
    scope: dict[str, list[str]] = {}
    exec(next(recipe.text for recipe in PREVENTION if recipe.language == "python"), scope)
    assert len(scope["origins"]) == many
    assert all(origin == origin.strip().rstrip("/") for origin in scope["origins"])


class _Api(BaseHTTPRequestHandler):
    """Answers like a good API, but for what the server's `broken` says."""

    protocol_version = "HTTP/1.1"

    def _answer(self, what: str, status: int) -> None:
        broken: str = getattr(self.server, "broken", "")
        self.send_response(405 if broken == f"{what} status" else status)
        if broken != what:
            self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_OPTIONS(self) -> None:
        self._answer("preflight", 204)

    def do_GET(self) -> None:
        missing = self.path == "/no-such-path"
        self._answer("error" if missing else "request", 404 if missing else 200)

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture
def api() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), _Api)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.live
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("broken", ["", "preflight", "preflight status", "request", "error"])
def test_the_smoke_test_passes_and_fails_when_it_should(broken: str, api: HTTPServer, tmp_path: object) -> None:
    api.broken = broken  # type: ignore[attr-defined]
    script = SMOKE.text.replace("https://api.example.com", f"http://127.0.0.1:{api.server_port}")
    done = subprocess.run(["sh", "-c", script], cwd=str(tmp_path), capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (not broken), done.stderr
