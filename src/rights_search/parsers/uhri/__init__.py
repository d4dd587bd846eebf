"""What the Universal Human Rights Index of the United Nations gives out: paragraphs of many documents, row by row."""
