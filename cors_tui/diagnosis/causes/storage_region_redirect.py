"""S3 redirects to the bucket's own region."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("storage-region-redirect", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} redirects: {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "a redirect"), evidence)


def _example() -> Facts:
    moved = answer(307, "Server: AmazonS3", "Location: https://files.s3.eu-west-1.amazonaws.com/a.png")
    url = "https://files.s3.amazonaws.com/a.png"
    return facts(call("PUT", "Content-Type: image/png", url=url, body="x"), preflight=moved)


CAUSE = Cause(
    name="storage-region-redirect",
    title="S3 redirects to the bucket's region",
    group=Group.STORAGE,
    remedies=(Remedy.CHANGE_URL,),
    happened="The URL names no region, or the wrong one, and S3 sends the browser on.",
    why="A preflight must not be redirected.",
    change="Use the bucket's regional address (bucket.s3.REGION.amazonaws.com) and sign for that region.",
    expert="New buckets get 307 from the global endpoint for hours; the header x-amz-bucket-region tells the region.",
    symptoms=(
        "PermanentRedirect",
        "TemporaryRedirect",
        "Redirect is not allowed for a preflight request, s3.amazonaws.com",
    ),
    outranks=("redirect-preflight", "no-allow-origin"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
