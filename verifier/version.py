"""The version of this program; reports and requests carry it."""

VERSION = "0.1.0"
