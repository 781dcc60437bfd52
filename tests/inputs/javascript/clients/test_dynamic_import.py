"""``import()``."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import Initiator, Mode
from tests.inputs.javascript.reading import only_call, understood


@pytest.mark.parametrize(
    "code",
    [
        "import('./Page.vue')",
        "import('lodash')",
        "import()",
        "import(name)",
        "import x from 'https://cdn.example/x.js'",
    ],
)
def test_what_the_page_has_itself_or_asks_before_it_runs(code: str) -> None:
    assert understood(code).calls == ()


@pytest.mark.parametrize(
    "code", ["await import('https://cdn.example/x.js')", "const u = 'https://cdn.example/x.js'; lazy(() => import(u))"]
)
def test_a_whole_url_is_a_module_s(code: str) -> None:
    call = only_call(code)
    assert (call.url, call.initiator, call.mode) == ("https://cdn.example/x.js", Initiator.IMPORT, Mode.CORS)
