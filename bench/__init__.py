"""Measurements, printed as ratios of one run: never tests with a time limit."""
