"""Find the parts of a family: each module of a package offers one constant of one kind."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Part = TypeVar("Part")


def discover(package: ModuleType, attribute: str, kind: type[Part]) -> tuple[Part, ...]:
    """Return the `attribute` of every module in `package`, sorted by module name.

    Raises TypeError if a module lacks it or if it is of another kind: that is our bug, and a test finds it.
    """
    parts = []
    for info in sorted(iter_modules(package.__path__), key=lambda each: each.name):
        part = getattr(import_module(f"{package.__name__}.{info.name}"), attribute, None)
        if not isinstance(part, kind):
            raise TypeError(f"{package.__name__}.{info.name} offers no {attribute} of kind {kind.__name__}")
        parts.append(part)
    return tuple(parts)
