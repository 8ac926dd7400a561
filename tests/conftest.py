"""Fixtures every test may use."""

import pytest
from django.utils import translation

from tests.cast import Cast, make_cast


@pytest.fixture(autouse=True)
def english():
    """Begin every test in English, whatever language the page before it was asked for in."""
    with translation.override("en"):
        yield


@pytest.fixture
def cast(db) -> Cast:
    """Asha, Boun and Chai."""
    return make_cast()
