"""Tests of the network room; the only servers are on loopback and stop by themselves."""
