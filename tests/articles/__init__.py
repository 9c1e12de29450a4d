"""Tests of the article readers."""
