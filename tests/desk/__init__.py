"""Tests of the review desk: decisions in files, requests as values, and a real browser."""
