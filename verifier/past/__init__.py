"""What earlier runs found: accepted debt (baseline), the runs themselves (history), and what differs between two."""
