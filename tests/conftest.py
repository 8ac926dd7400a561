"""Fixtures every test may use."""

import pytest

from tests.cast import Cast, make_cast


@pytest.fixture
def cast(db) -> Cast:
    """Asha, Boun and Chai."""
    return make_cast()
