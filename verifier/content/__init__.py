"""What a captured page says of itself: its titles and text, and whether it stands in for a page that is missing."""
