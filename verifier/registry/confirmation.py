"""Read when a page that cannot be reached is called dead, where a registry has a rule of its own."""

from dataclasses import fields as parts

from verifier.model.live import MOST, USUAL, Confirmation
from verifier.registry.fields import Fields

_LONGEST = 365  # days


def read(fields: Fields) -> Confirmation:
    """Return ``[confirmation]``, the usual rule where there is none; what is wrong with it is reported."""
    fields.only(part.name for part in parts(Confirmation))
    failed = fields.number("failed", USUAL.failed, 1, MOST)
    of = fields.number("of", failed, failed, MOST)
    return Confirmation(
        failed, of, fields.number("apart", USUAL.apart, 1, _LONGEST), fields.number("span", USUAL.span, 0, _LONGEST)
    )
