"""A storage bucket without a CORS configuration, or one that does not exist."""

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
    matched = signatures.first_match("storage-bucket-no-cors", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    if look.lets_in(facts, exchange.response):
        return None
    says = f"{row.product} answers {exchange.response.status if exchange.response else 0}: {row.means}."
    sure = Certainty.PROVEN if row.field == "body" else Certainty.LIKELY
    return CAUSE.found(sure, says, evidence, look.status(exchange, "the storage's answer"))


def _example() -> Facts:
    refused = answer(
        403, "Server: AmazonS3", body="<Message>CORSResponse: CORS is not enabled for this bucket.</Message>"
    )
    url = "https://files.s3.eu-central-1.amazonaws.com/a.png"
    return facts(call("PUT", "Content-Type: image/png", url=url, body="x"), preflight=refused)


CAUSE = Cause(
    name="storage-bucket-no-cors",
    title="The storage bucket has no CORS configuration",
    group=Group.STORAGE,
    remedies=(Remedy.SEND_POLICY,),
    happened="The page talks to object storage directly, and the bucket does not allow your page's origin, or does not "
    "exist.",
    why="Buckets answer cross-origin requests only by their own CORS configuration. Signed URLs do not replace it.",
    change="Set the bucket's CORS configuration: origin, methods (PUT for uploads), headers. For Firebase, switch "
    "Storage on first.",
    expert="S3 answers a preflight 403 AccessForbidden / CORSResponse, and sends no headers at all without an Origin; "
    "R2 403; Firebase 404 for a bucket that was never created; `gsutil cors set` for Google.",
    symptoms=(
        "CORS is not enabled for this bucket",
        "firebasestorage.googleapis.com 404",
        "r2.cloudflarestorage.com 403",
    ),
    outranks=("auth-before-cors", "not-found-404", "no-allow-origin", "options-not-handled", "origin-not-in-list"),
    rate=3.0,
    detect=_detect,
    example=_example,
)
