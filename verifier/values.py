"""Values: frozen dataclasses with slots, made in half the time.

Python writes and compiles six methods for each such class, which was half of what `verify --offline` took to start.
Three of them need no source of their own: comparing, hashing and showing look at the fields in the same way everywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Made = TypeVar("_Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(plain: type[_Made]) -> type[_Made]:
    """Return the class as `dataclass(frozen=True, slots=True)` makes it; what it defines itself is kept."""
    own = frozenset(vars(plain))
    made = dataclass(frozen=True, slots=True, eq=False, repr=False)(plain)
    told = fields(made)  # type: ignore[arg-type]
    key = _getter([each.name for each in told if each.compare])
    shown = [each.name for each in told if each.repr]
    methods = {"__eq__": _equal(key), "__hash__": _hashed(key), "__repr__": _shown(shown)}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _getter(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _equal(key: Callable[[Any], Any]) -> Callable[[Any, object], bool]:
    def equal(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hashed(key: Callable[[Any], Any]) -> Callable[[Any], int]:
    return lambda self: hash(key(self))


def _shown(names: list[str]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    return shown
