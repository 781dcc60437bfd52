"""A storage bucket of another region: the endpoint redirects, and a preflight may not be redirected."""

from __future__ import annotations

from cors_tui.lab.behaviours import by_policy, calls, layered
from cors_tui.lab.scenario import Handler, Ports, Reply, Scenario
from cors_tui.policy import CorsPolicy

_IDS = (("x-amz-bucket-region", "eu-central-1"), ("x-amz-request-id", "0A1B2C3D4E5F6A7B"), ("Server", "AmazonS3"))
_STORED = Reply(200, (*_IDS, ("ETag", '"9b2cf535f27731c974343645a3985328"')))


def _broken(ports: Ports) -> dict[str, Handler]:
    moved = Reply(
        307,
        (*_IDS, ("Location", f"http://localhost:{ports.other}/sounds/bell.ogg"), ("Content-Type", "application/xml")),
        '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>TemporaryRedirect</Code>'
        "<Message>Please re-send this request to the specified temporary endpoint.</Message></Error>",
    )
    return {"edge": lambda _asked: moved, "other": lambda _asked: _STORED}


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    bucket = layered(lambda _asked: _STORED, by_policy(policy))
    return {"edge": bucket, "other": bucket}


SCENARIO = Scenario(
    name="bucket-region",
    title="A bucket redirects to its own region",
    story=(
        "The bucket was made this morning in another region, and the page uploads to the general address. "
        "That address redirects, even the preflight. The repaired side answers as the region's own address would."
    ),
    cause="storage-region-redirect",
    call=calls("/sounds/bell.ogg", ("Content-Type", "audio/ogg"), method="PUT", body="OggS"),
    broken=_broken,
    repaired=_repaired,
    teaches=("write the region into the bucket's address",),
)
