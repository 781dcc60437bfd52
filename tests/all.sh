#!/bin/sh
# Every check of the project, in the order of what is cheapest to fail. Run from the project's root by the README's command.
set -eu
bin=.venv/bin
"$bin/ruff" format --check .
"$bin/ruff" check .
"$bin/mypy"
# Three at a time, for two cores: some tests wait for servers that are slow on purpose.
"$bin/python" -m pytest -q -n 3 -m "not live"
"$bin/python" -m pytest -q -m live
