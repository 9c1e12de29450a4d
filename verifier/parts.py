"""Find the parts of a family: each module of a package offers one constant of one kind, and is named after it."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

Part = TypeVar("Part")


def discover(package: ModuleType, attribute: str, kind: type[Part]) -> tuple[Part, ...]:
    """Return the `attribute` of every module in `package`, sorted by module name. Raises TypeError as `load` does."""
    return tuple(load(package, name, attribute, kind) for name in names(package))


def names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the parts in `package`, sorted. A part is named after its module, so none is loaded."""
    return tuple(sorted(info.name.replace("_", "-") for info in iter_modules(package.__path__)))


def load(package: ModuleType, name: str, attribute: str, kind: type[Part]) -> Part:
    """Return the part of this name: the `attribute` of its module in `package`.

    Raises TypeError if the module lacks it or if it is of another kind: that is our bug, and a test finds it.
    """
    module = f"{package.__name__}.{name.replace('-', '_')}"
    part = getattr(import_module(module), attribute, None)
    if not isinstance(part, kind):
        raise TypeError(f"{module} offers no {attribute} of kind {kind.__name__}")
    return part
