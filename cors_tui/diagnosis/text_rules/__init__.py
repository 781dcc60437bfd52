"""What a pasted text alone makes likely: what it shows, and how often that comes of which cause."""
