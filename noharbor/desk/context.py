"""What every template may use."""

from django.http import HttpRequest


def desk(request: HttpRequest) -> dict[str, object]:
    """Nothing yet."""
    return {}
