"""What of the lines above the first number is more than a title page: the first headings, and a report's summary."""

import re
from collections.abc import Sequence

from rights_search.parsers.numbered.lines import Line
from rights_search.parsers.numbered.starts import CONTENTS

#: A first heading has the first number or letter, or says that it introduces.
FIRST = re.compile(r"(?:I|A)[.)] \S|(?:introduction|introducción|introdução)$", re.IGNORECASE)
#: What documents begin with that do not introduce themselves; a title page may say it too, and has a title above.
_OPENS = (
    r"context|background|overview|mandate|scope|purpose|objectives?|aims?|methodology|preface|foreword|procedure|facts"
    r"|factual background|(?:brief )?(?:summary|statement) of (?:the )?(?:facts|claims|case|complaint)"
    r"|the (?:facts|complaint)|general (?:remarks|considerations|context|background)|opening remarks|positive aspects"
    r"|legal framework"
    r"|contexto|antecedentes|panorama|mandato|alcance|objeto|objetivos?|metodología|prólogo|prefacio|procedimiento"
    r"|(?:los )?hechos|(?:resumen|exposición|relación) de (?:los )?hechos|consideraciones (?:generales|preliminares)"
    r"|generalidades|aspectos positivos|marco (?:jurídico|normativo|legal)"
    r"|contexte|aperçu|mandat|portée|objet|objectifs?|méthodologie|préface|avant-propos|procédure|(?:les )?faits"
    r"|(?:rappel|résumé|exposé) des faits|considérations générales|généralités|aspects positifs|cadre juridique"
    r"|âmbito|metodologia|prefácio|procedimento|(?:os )?fac?tos|considerações gerais|aspec?tos positivos"
)
OPENS = re.compile(rf"(?:{_OPENS})(?:,?\s[\w’'-]+){{0,9}}$", re.IGNORECASE)
SUMMARY = re.compile(r"(?:executive )?summary|resumen(?: ejecutivo)?|résumé|resumo", re.IGNORECASE)
#: What stands below a summary, where no mark or blank line says that it ends.
BELOW = re.compile(r"(?:table of )?contents|[ií]ndice|contenido|table des matières|sommaire", re.IGNORECASE)
#: In a table of contents a heading ends with its page.
PAGE = re.compile(r"\s\d{1,4}$")
SENTENCE_ENDS = '.;:!?”"»)'
LONGEST_HEADING = 150
#: A shorter summary is a line of a table of contents.
SHORTEST_SUMMARY = 100


def first_headings(front: Sequence[Line]) -> list[Line]:
    """The headings just above the first paragraph, one below the other, which no mark tells from a title page."""
    count = 0
    while count < min(2, len(front)) and _is_first(front[-1 - count].text, titled=count + 1 < len(front)):
        count += 1
    return list(front[len(front) - count :])


def _is_first(text: str, *, titled: bool) -> bool:
    return (
        (FIRST.match(text) is not None or (titled and OPENS.match(text) is not None))
        and text[:1].isupper()
        and text[-1] not in SENTENCE_ENDS + ","
        and len(text) <= LONGEST_HEADING
        and not PAGE.search(text)
        and not CONTENTS.search(text)
    )


def summary_of(front: Sequence[Line]) -> tuple[str, list[Line]]:
    """The heading of a summary without numbers, and its lines: whole sentences, up to the next heading or contents."""
    begin = next((place for place, line in enumerate(front) if SUMMARY.fullmatch(line.text)), len(front) - 1)
    kept: list[Line] = []
    piece: list[Line] = []
    for line in (*front[begin + 1 :], Line(0, "", 1, True)):
        ends = line.level or line.row or CONTENTS.search(line.text) or BELOW.fullmatch(line.text)
        if piece and (line.apart or ends):
            if piece[-1].text[-1] not in SENTENCE_ENDS:
                break
            kept.extend(piece)
            piece = []
        if ends:
            break
        piece.append(line)
    long_enough = sum(len(line.text) for line in kept) >= SHORTEST_SUMMARY
    return (front[begin].text, kept) if long_enough else ("", [])
