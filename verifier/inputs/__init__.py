"""Where an article comes from."""
