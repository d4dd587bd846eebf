"""Lists of paragraphs in JSON: general comments, reports of special procedures, communications."""
