"""Articles, which constitutions and treaties share: their headings, numbers, paragraphs and letters."""
