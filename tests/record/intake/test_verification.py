"""Sealed bytes are read again and compared with what they were sealed under."""

from __future__ import annotations

import pytest

from noharbor.record.intake.seals import sealed_path
from noharbor.record.intake.verification import check_seals, sealed_digests
from tests.cast import make_source

pytestmark = pytest.mark.django_db


def test_whole_damaged_and_missing_originals_are_told_apart(cast):
    sources = [make_source(cast.asha, f"Report {number}: police freed nine people at Poipet.") for number in range(3)]
    whole, damaged, missing = (source.sha256 for source in sources)
    sealed_path(damaged).chmod(0o600)
    sealed_path(damaged).write_bytes(b"something else")
    sealed_path(missing).unlink()
    found = {seal.sha256: (seal.is_there, seal.is_whole) for seal in check_seals(sealed_digests())}
    assert found == {whole: (True, True), damaged: (True, False), missing: (False, False)}
