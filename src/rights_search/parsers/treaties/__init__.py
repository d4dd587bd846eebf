"""Treaties: from official gazettes, treaty series and plain text, with all that stands around them."""
