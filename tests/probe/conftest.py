"""What the tests of the probe share."""

from __future__ import annotations

import pytest

from tests.probe.servers import Certificates, make_certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """One throwaway authority a run."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))
