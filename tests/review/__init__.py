"""Tests of the editors' page, in pure Python and in a real browser."""
