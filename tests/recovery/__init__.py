"""Tests of renumber recovery: arithmetic against brute force, and what is recovered against the truth."""
