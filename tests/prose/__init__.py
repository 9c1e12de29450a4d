"""Tests of running text: markers, lists, sentences, claims."""
