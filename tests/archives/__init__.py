"""Tests of the archives, on answers written by hand and on the shared recordings of real ones."""
