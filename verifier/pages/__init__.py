"""Read the body of a snapshot into what a reader of the page sees, and what the page states about itself. Pure."""
