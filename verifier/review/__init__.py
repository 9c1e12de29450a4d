"""The editors' page: one self-contained HTML file, readable without script, with nothing loaded from anywhere."""
