"""Texts with numbered paragraphs, as text, Markdown or HTML: the fallback for all that UN bodies write."""
