"""Paragraphs that are counted in words: “the second paragraph”, “párrafo tercero”, “premier alinéa”."""

import re

#: Paragraphs that are counted in words. An “inciso segundo” is none: a constitution numbers its points besides.
ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first primer primero premier primeiro",
            "second segundo deuxieme",
            "third tercer tercero troisieme terceiro",
            "fourth cuarto quatrieme quarto",
            "fifth quinto cinquieme",
            "sixth sexto sixieme",
        ),
        1,
    )
    for word in words.split()
}
COUNTED = (
    rf"(?:(?P<before>{'|'.join(ORDINALS)})\s+(?:paragraphe?|parrafo|paragrafo|alinea)"
    rf"|(?:paragraphe?|parrafo|paragrafo|alinea)\s+(?P<behind>{'|'.join(ORDINALS)}))"
)


def counted(words: re.Match[str]) -> str:
    """The number of a paragraph that is counted in words."""
    return ORDINALS[words["before"] or words["behind"]]
