"""The words and signs of what an article is divided into: paragraphs, numerals, letters and Roman points."""

import re

from rights_search.citations.ordinals import COUNTED
from rights_search.citations.roman_points import ROMAN_POINT
from rights_search.citations.spaces import compiled

#: “8.1”, “23.1.c”, and “8. 1 de la”, as texts taken from a PDF have it. “31.36” is article 31 and the mark of a note.
DOTTED = compiled(rf"\.(?:([12]?\d|{ROMAN_POINT}|[a-z])(?![a-z\d])|\s(\d{{1,2}})(?=\s+del?\s))")
#: “8,2.c)”, a slip, and “69,3”, a habit: a lower number that a comma joins without a space.
JOINED = compiled(r",([1-9])(?![\d,])")
#: “(3)”, “(a)”, and “[a]”; but “5[3]” is an editor's 53.
BRACKETED = compiled(rf"(?:\s|\.(?=\())?\(\s?(\d{{1,2}}|{ROMAN_POINT}|[a-z])[.º°]?\s?\)|[\s.]\[([a-z])\](?!\s\d)")
#: “27 (2-3)”.
BOTH_IN_BRACKETS = compiled(r"\s?\(\s?(\d{1,2})\s?[-–]\s?(\d{1,2})\s?\)")
#: “1(1) (2)”: two paragraphs of one article.
BESIDE_IN_BRACKETS = compiled(r"\)\s\(\s?\d{1,2}\s?\)")
#: “16 (1), (c), (d) and (g)”.
LETTERS_BEHIND = compiled(r"(?<=\d\)),\s\(([a-z])\)(?=,?\s(?:(?:and|y)\s)?\([a-z]\))")
#: Brazil: “8º d,”. UN Spanish: “20 1)”, “2 d)”; a letter may stand close, “66a)”; some editors set “37 a.” in a list,
#: or “3, d)”.
HALF_BRACKETED = compiled(
    r"(?<=[\divx])\.\s([a-z])\)(?=\s*(?:[,;.)]|$|(?:del?|y|of|and)\s))|(?<=\d),\s([a-z])\)(?=\s*(?:[,;.)]|$|[ivx]{1,4}\)|(?:del?|y|of|and)\s))|(?<=[º°]),?\s([a-z])(?=\s*[,)]|\s[a-z]{3,8}\))"
    rf"|(?: (\d{{1,2}})| ?({ROMAN_POINT}|[a-z]))\)|\s?(?<=[\d\s])([a-z])\.(?=\s*(?:[,;)]|y\s+\d|a\s+[a-z]\.|de\s+la\s))"
)
WORD = compiled(
    r"\s*[,;]?\s*(?P<open>\()?(?:(?=[aeno])(?:en\s+(?:sus?|los?|el|las?)|n?[oa]s?|en\s+(?:son|ses)|em\s+seus?)\s+)?"
    r"(?=[acefilnops§])(?P<word>fraccion(?:es)?|numeral(?:es)?|nums?\.|numeros?|n[.]?\s?[°º]s?|n\.?os(?!\w)|n\.(?=\s\d)|nros?\.|paragraf[oe]s?|parrafos?|parrs?(?:\.|(?!\w))|paragraphes?|paragraphs?|paras?(?:\.|(?!\w))"
    r"|pars?\.|§{1,2}|apartados?|apdos?\.|incisos?|incs?\.|literal(?:es)?|lits?\.|let\.|letras?|lettres?|alineas?|als?\.|items?|itens|sub-?paragraphs?|sub-?paras?\.?(?!\w)"
    r"|litt\.|ch\.(?=\s\d)|subalineas?|sous-alineas?|points?|ordinal(?:es)?|sec(?:tions?|cion(?:es)?)(?=\s\d))\s*(?:n[o.º°]{1,3}\s?)?"
)
PART = compiled(
    rf"(?P<open>[(\"“'])?(?P<part>\d{{1,2}}|{ROMAN_POINT}|[a-z])(?:(?<=\d)(?:ro|do|er|to|vo|mo|no)\.?)?(?![a-z\d]|/c)(?:\.?[º°ª](?=\W)|(?(open)[)\"”'.]{{1,2}}))?(?:(?<=\d)\)(?=,?\s(?:y|e|and|o|del?|of)\s))?"
)
#: Brazil's points, in Roman numbers behind a comma, and their letters: “art. 37, XVI, da”, “art. 102, I, a”.
LISTED_POINT = compiled(rf"({ROMAN_POINT})(?=,\s|\s*[;)]|\.(?:\s|$)|\s(?:d[aoe]s?|e|a|c/c)\s)")
POINT = compiled(rf",\s{LISTED_POINT.pattern}")
#: “art. 13, n. 3, “a” a “c””.
QUOTED_LETTER = compiled(r",\s(?P<open>[“\"'])(?P<part>[a-z])[”\"']")
LETTER_OF_A_POINT = compiled(
    r",\s(?:alinea\s)?[“\"']?([a-z])[”\"']?(?=,\s|\s*[;)]|\.(?:\s|$)|(?<!\s[aeo])\s(?:d[aoe]s?|e)\s)"
)
#: Behind a Roman article: “article III, c), de la Convention”.
LETTER_OF_ROMAN = compiled(r",\s([a-z])\)(?=\s*(?:[,;.)]|$|(?:d[aeou]|del|y|et?|and|of)\s))")
#: Belgium's points below a paragraph: “article 23, alinéa 3, 2° et 3°”.
DEGREE = compiled(r"(\d{1,2})°(?=\s*(?:[,;.)]|$|(?:et|de|du)\s))")
DEGREE_BELOW = compiled(rf",\s{DEGREE.pattern}")
PARAGRAPH_OF_BELGIUM = compiled(r"(?<!\w)al(?:inea|\.)\s\d{1,2}$")
#: “205, 206, I, e 207”: between articles in figures.
IN_A_LIST = compiled(rf",\s(?:{ROMAN_POINT})(?:(?:,\s|\se\s)(?:{ROMAN_POINT})){{0,8}}[,;]\s(?:e\s)?\d")
ROMAN_ARTICLE = re.compile(r"(?<!\w)[ivx]+\.\d")
#: Behind the bracket of a letter, and not behind one that closes what “(art. 29” opened.
GOES_DEEPER = compiled(r"\)|,\s(?:sub-?al|sous-al|subpar)|(?:,|,?\s(?:y|et?|and|ou?|a))\s[a-z]\)")
#: The bracket that a word for parts stands in.
OPENED = compiled(r"\((?:par|al|let|lit|n|§|inc|num)[^()\d]{0,8}\s?[\da-z]")
#: The head of a Brazilian article, before its points: “art. 220, caput e § 2º”.
CAPUT = compiled(r"\s*,?\s*(?:(?:n?o|em\s+seu)\s+)?[“\"']?caput[”\"']?(?!\w)")
COUNTED_BEHIND = compiled(rf"\s*,?\s*{COUNTED}(?!\w)")
#: “article 2, paragraph 3 of article 14”: the paragraph is the next article's.
OF_ANOTHER = compiled(
    r"\)?\s+(?:(?:del?|of)\s+(?:(?:parrafo|numeral|paragraph|inciso|apartado)s?\s+\d{1,2}\)?|(?:the\s+)?[a-z]{5,8}\s+paragraph)\s+)?"
    r"(?:del?|of|do|de l')\s*(?:los\s+|the\s+|el\s+)?(?:(?:present|presente|this|same|mismo|said|dicho|citado)\s+)?art"
)
AND = compiled(
    # “b, e e f”: the first “e” is the letter
    r"\s*,\s(?=[aeoy]\s(?:y|e|et|ou?)\s[a-z](?!\w))"
    r"|(?:\s*\((?:in\s+fine|(?:first|last|primer|ultim|dos|two)[^()\d]{0,30})\))?"
    r"\s*,?\s*(?:,|&|\b(?:y|e|o|u|and|or|et|ou)\b(?!\)))\s*"
)
#: “5 § 1 (c) and § 3”: what one of them is, the next says again.
AGAIN = compiled(
    r"(?:§{1,2}|paragraphs?|paras?\.?|parrafos?|parrs?\.?|numeral(?:es)?|apartados?|incisos?|paragraphes?"
    r"|paragrafos?|pars?\.|n\.?\s?[º°]s?|n\.?os|items?|itens|alineas?|als?\.)\s*(?=\d)"
)
#: … and so of a letter: “alínea c e alínea e”.
AGAIN_LETTERED = compiled(
    r"(?:alineas?|als?\.|incisos?|letras?|literal(?:es)?|lettres?|litt?\.|let\.)\s*(?=[“\"']?[a-z][”\"')]?(?!\w))"
)
#: … or, read with it, “n.º 1, conjugado com o n.º 2”.
READ_WITH = compiled(
    r"\s*,?\s+(?:(?:conjugad|combinad|lid)[oa]s?\s+com|c/c|em\s+(?:conjugacao|conjunto|articulacao)\s+com|(?:combine|lu)e?s?\s+avec|en\s+combinaison\s+avec)"
    r"\s+(?:[oa]s?\s+|les?\s+)?"
)
#: Behind Brazil's points, the paragraphs of the same article: “art. 216, V e § 5º”, “art. 7º, XXX e parágrafo único”.
PARAGRAPH_AGAIN = compiled(r"\s*,?\s+e\s+(?P<printed>§\s?(?P<number>\d{1,2})[º°]?|paragrafo\s+unico(?!\w))")
TO = compiled(r"\s*(?:[-–]|\b(?:a|al|to|through|au)\b)\s*")
#: “8.2.b, c y d de la”: a bare letter goes on with the list only where a list goes on behind it, or the law follows.
BARE = compiled(
    r"([a-z])(?=\s*,\s*[a-z]\s*(?:,|y\b|et?\b|and\b)|\s*,\s*(?:(?:y|et?|and)\s+)?\d|\s+(?:y|et?|and)\s+[a-z]\s+(?:d[aeou]|of)|\s+(?:del?|d[aou]|of)\s)"
)
