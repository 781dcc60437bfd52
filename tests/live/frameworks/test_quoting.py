"""Literals and snippets, read back by the languages themselves."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cors_tui.fixes import literals
from cors_tui.fixes.framework import known_frameworks
from cors_tui.fixes.grants import listed_expose, listed_headers, listed_methods
from cors_tui.fixes.runtime_methods import NODE
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from tests.live import toolchains
from tests.live.frameworks import serving
from tests.live.frameworks.wire import ask

PIECES = [*"'\"`\\$#{}()/*;%&<>|~^!?@=+-_.,: aZ09", "\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x9d", "é", "\u2028", "😀"]
TOKEN_PIECES = "!#$%&'*+-.^_`|~09azAZ"
SEED = 20261121
SECONDS = 60


def awkward_values() -> list[str]:
    """Each piece alone, twice, and in random company; the same ones every time."""
    chance = random.Random(SEED)
    mixed = ["".join(chance.choices(PIECES, k=chance.randint(2, 12))) for _ in range(300)]
    return [*PIECES, *(piece * 2 for piece in PIECES), "${process.exit(1)}", "\\u0041", "*/", "'+x+'", *mixed]


def awkward_policies() -> list[CorsPolicy]:
    """Policies whose header names use every character that a name may have."""
    chance = random.Random(SEED)

    def names() -> tuple[str, ...]:
        many = range(chance.randint(0, 4))
        return tuple("x" + "".join(chance.choices(TOKEN_PIECES, k=chance.randint(1, 9))) for _ in many)

    return [
        CorsPolicy(
            origins=("https://a.test", f"https://a{number}.test:8443"),
            patterns=("https://*.a-b.test",) if chance.random() < 0.5 else (),
            methods=tuple(chance.sample(sorted(NODE), chance.randint(0, 4))),  # Node reads no others
            headers=names(),
            expose=names(),
            credentials=chance.random() < 0.5,
            max_age=chance.choice([None, 0, 600]),
        )
        for number in range(60)
    ]


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_node_reads_every_literal_back(tmp_path: Path) -> None:
    node = toolchains.need("node")
    values = awkward_values()
    written = ",\n".join(map(literals.javascript, values))
    units = "(text) => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))"
    (tmp_path / "read.mjs").write_text(f"console.log(JSON.stringify([\n{written}\n].map({units})));\n")
    read = json.loads(run([node, "read.mjs"], tmp_path))
    assert read == [_utf16(value) for value in values]


def _utf16(value: str) -> list[int]:
    raw = value.encode("utf-16-le")
    return [int.from_bytes(raw[index : index + 2], "little") for index in range(0, len(raw), 2)]


def test_rust_reads_every_literal_back(tmp_path: Path) -> None:
    rustc = toolchains.need("rustc")
    values = awkward_values()
    written = ",\n".join(map(literals.rust, values))
    (tmp_path / "read.rs").write_text(
        f'fn main() {{ for text in [\n{written}\n] {{ println!("{{:?}}", text.as_bytes()); }} }}\n'
    )
    run([rustc, "--edition", "2021", "read.rs"], tmp_path)
    read = [json.loads(line) for line in run(["./read"], tmp_path).splitlines()]
    assert read == [list(value.encode()) for value in values]


def test_nginx_reads_every_literal_back_that_it_can_be_given(tmp_path: Path) -> None:
    nginx = toolchains.need("nginx")
    values = [value for value in awkward_values() if _writable(value)]
    locations = "".join(f"location = /{n} {{ return 200 {literals.nginx(v)}; }}\n" for n, v in enumerate(values))
    start = [nginx, "-p", str(tmp_path), "-c", "read.conf", "-e", "stderr", "-g", "daemon off;"]
    sed = 'sed "s/PORT/$PORT/" template > read.conf && exec "$@"'
    (tmp_path / "template").write_text(
        f"pid nginx.pid;\nevents {{}}\nhttp {{ access_log off; server {{ listen 127.0.0.1:PORT;\n{locations}}} }}\n"
    )
    with serving.started(["sh", "-c", sed, "sh", *start], tmp_path, {}) as port:
        read = [ask(port, "GET", f"/{number}").body.encode("latin-1").decode() for number in range(len(values))]
    assert len(values) > 50
    assert read == values


def _writable(value: str) -> bool:
    try:
        literals.nginx(value)
    except literals.LiteralError:
        return False
    return True


CAPTURE = """\
import { readdirSync } from 'node:fs';
const number = (name) => Number(name.slice(1, -4));
const files = readdirSync('.').filter((name) => /^p\\d+\\.mjs$/.test(name)).sort((a, b) => number(a) - number(b));
const kind = (value) => (typeof value === 'function' ? 'function' : value);
const plain = (key, value) => (value instanceof RegExp ? value.source : kind(value));
let seen;
globalThis.app = { use: (...all) => (seen = all.at(-1)), register: async (...all) => (seen = all.at(-1)) };
for (const file of files) {
  seen = undefined;
  await import('./' + file);
  console.log(JSON.stringify(seen, plain));
}
"""
OPTION_NAMES = {
    "express": ("methods", "allowedHeaders", "exposedHeaders"),
    "fastify": ("methods", "allowedHeaders", "exposedHeaders"),
    "hono": ("allowMethods", "allowHeaders", "exposeHeaders"),
}


@pytest.mark.parametrize("name", OPTION_NAMES)
def test_node_reads_the_policy_out_of_every_snippet(name: str, tmp_path: Path) -> None:
    """The snippet is run with a package in place of the real one that hands back the options it is given."""
    node = toolchains.need("node")
    _stub_packages(tmp_path / "node_modules")
    policies = awkward_policies()
    for number, policy in enumerate(policies):
        fix = known_frameworks()[name].fix(policy, Remedy.SEND_POLICY)
        assert fix is not None
        (tmp_path / f"p{number}.mjs").write_text(fix.snippet)
    (tmp_path / "capture.mjs").write_text(CAPTURE)
    read = [json.loads(line) for line in run([node, "capture.mjs"], tmp_path).splitlines()]
    for policy, options in zip(policies, read, strict=True):
        _assert_means(policy, options, OPTION_NAMES[name])


def _assert_means(policy: CorsPolicy, options: dict[str, Any], names: tuple[str, str, str]) -> None:
    methods, headers, expose = names
    assert options[methods] == list(listed_methods(policy))
    assert options[headers] in (list(listed_headers(policy)), ["Accept"])
    assert options.get(expose, []) == list(listed_expose(policy))
    assert options.get("credentials", False) == policy.credentials
    assert options.get("maxAge") == policy.max_age
    if options["origin"] != "function":
        assert options["origin"][:2] == list(policy.origins)
        assert len(options["origin"]) == 2 + len(policy.patterns)


def _stub_packages(folder: Path) -> None:
    for path, code in (
        ("cors/index.js", "module.exports = (options) => options;"),
        ("@fastify/cors/index.js", "module.exports = () => {};"),
        ("hono/cors.js", "exports.cors = (options) => options;"),
        ("hono/package.json", '{"exports": {"./cors": "./cors.js"}}'),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(code)
