"""Tests of rendered citations."""
