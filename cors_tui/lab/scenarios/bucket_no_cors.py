"""A storage bucket without a CORS configuration: the preflight is a 403 that says so in XML."""

from __future__ import annotations

from cors_tui.lab.behaviours import answering, by_policy, calls, follows, is_options, layered, serves
from cors_tui.lab.scenario import Reply, Scenario

_IDS = (("x-amz-request-id", "0A1B2C3D4E5F6A7B"), ("x-amz-id-2", "p3yK2b4Qd0e1Zx9w"), ("Server", "AmazonS3"))
_REFUSED = Reply(
    403, (*_IDS, ("Content-Type", "application/xml")),
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessForbidden</Code>'
    "<Message>CORSResponse: CORS is not enabled for this bucket.</Message><Method>PUT</Method>"
    "<ResourceType>BUCKET</ResourceType></Error>",
)  # fmt: skip
_STORED = Reply(200, (*_IDS, ("ETag", '"9b2cf535f27731c974343645a3985328"')))

SCENARIO = Scenario(
    name="bucket-no-cors",
    title="A storage bucket without a CORS configuration",
    story=(
        "The page uploads a picture straight to the bucket, with a signed URL that works in curl. "
        "The bucket itself was never told about pages."
    ),
    cause="storage-bucket-no-cors",
    call=calls("/pictures/lamp.png", ("Content-Type", "image/png"), method="PUT", body="PNG"),
    broken=serves(layered(lambda _asked: _STORED, answering(is_options, _REFUSED))),
    repaired=follows(lambda policy: layered(lambda _asked: _STORED, by_policy(policy))),
    teaches=("buckets have a CORS configuration of their own",),
)
