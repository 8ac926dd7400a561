"""Names of people and bodies across the region's scripts: taken apart, compared, and the comparison explained.

from noharbor.science.names import compare, compare_many

compare("Min Aung Hlaing", "မင်းအောင်လှိုင်").score
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from noharbor.science.names.comparison import Comparison, Comparisons, compare, compare_many
    from noharbor.science.names.parsing import parse
    from noharbor.science.names.prepared import Prepared

__all__ = ["Comparison", "Comparisons", "Prepared", "compare", "compare_many", "parse"]

_HOME = {"parse": "parsing", "Prepared": "prepared"}


def __getattr__(name: str) -> Any:
    # Comparing loads Numba, which takes half a second; taking a name apart must not wait for it.
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'comparison')}"), name)
