"""The certificate of the practice lab: for localhost, signed by itself, and trusted by nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssl import SSLContext

CERTIFICATE = Path(__file__).with_name("practice-certificate.pem")
"""The certificate and its key. The key is public: whoever trusted it would trust everybody."""


def practice_context() -> SSLContext:
    """What a server of the lab speaks TLS with."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context
