"""Manifests state exactly the versions they are given."""

from __future__ import annotations

import json

from cors_tui.fixes.projects import package_json, requirements


def test_package_json() -> None:
    manifest = json.loads(package_json("cors-express", (("express", "5.3.0"), ("@hono/node-server", "2.1.8"))))
    assert manifest["dependencies"] == {"express": "5.3.0", "@hono/node-server": "2.1.8"}
    assert manifest["type"] == "module"


def test_requirements() -> None:
    assert requirements((("fastapi", "0.165.0"), ("uvicorn", "0.54.0"))) == "fastapi==0.165.0\nuvicorn==0.54.0\n"
