"""The front end's own server answers: it gives its index page for every path it does not know."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, html_reply, json_reply
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/users": json_reply('[{"name": "Ada"}]')}
_INDEX = html_reply(
    '<!doctype html>\n<html lang="en">\n<head><title>My app</title></head>\n'
    '<body><div id="root"></div><script type="module" src="/src/main.js"></script></body>\n</html>\n'
)

SCENARIO = Scenario(
    name="html-instead-of-api",
    title="The front end's server answers in place of the API",
    story=(
        "The API's address in the page's configuration is the one of another front end. "
        "That server gives its index page, with status 200, for every path there is."
    ),
    cause="html-instead-of-api",
    call=calls("/api/users"),
    broken=lambda _ports: {"edge": lambda _asked: _INDEX},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("HTML where JSON was expected: another server answered",),
)
