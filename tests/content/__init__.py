"""Tests of reading captured pages, on invented ones."""
