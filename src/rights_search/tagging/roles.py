"""What a paragraph of a judgment or a report does: treat a right, or only tell of the procedure.

The gate looks at what is discussed, not at who speaks: a party arguing about a right is still about that right.
"""

import re
from enum import StrEnum

from rights_search.citations.folding import plain
from rights_search.model import SourceKind


class Role(StrEnum):
    """A paragraph's part in its document."""

    SUBSTANCE = "substance"
    REPARATION = "reparation"
    PROCEDURE = "procedure"
    COSTS = "costs"
    CHRONOLOGY = "chronology"
    FORMULA = "formula"


#: Roles whose words are weighed.
READ = frozenset({Role.SUBSTANCE, Role.REPARATION})
#: Kinds with paragraphs that carry no right.
GATED = frozenset(
    {
        SourceKind.JUDGMENT,
        SourceKind.CONCLUDING_OBSERVATIONS,
        SourceKind.COMMUNICATION,
        SourceKind.SPECIAL_PROCEDURE,
        SourceKind.UPR,
        SourceKind.REPORT,
    }
)

_PATTERNS: tuple[tuple[Role, str], ...] = (
    (
        Role.FORMULA,
        # the opening and closing words of observations: reports received, delegations thanked, dates of the next report
        r"(?:examino|considered)\s+(?:el|los|the)\s+[^.]{0,60}(?:informes?\s+periodicos?|periodic\s+reports?)"
        r"|(?:aprobo|adopted)\s+(?:las?|the)\s+(?:presentes?\s+|present\s+|following\s+)?(?:observaciones\s+finales|concluding\s+observations)"
        r"|(?:acoge\s+con\s+(?:satisfaccion|beneplacito)|celebra|agradece|welcomes|appreciates|thanks|expresses\s+its\s+appreciation)"
        r"\s+[^.]{0,80}(?:presentacion|submission|informe\s+periodico|periodic\s+report|delegaci?on|respuestas\s+escritas|written\s+replies|dialog)"
        r"|(?:pide|solicita|invita|requests|invites)\s+[^.]{0,60}(?:presente|presentar|submit|facilite)\s+[^.]{0,60}"
        r"(?:proximo\s+informe|next\s+(?:periodic\s+)?report|informe\s+periodico|periodic\s+report|documento\s+basico|core\s+document)"
        r"|(?:difund|dissemin|divulg|publicity|publicidad|divulgacion)\w*[^.]{0,80}(?:observaciones\s+finales|concluding\s+observations)"
        r"|all\s+conclusions\s+and/or\s+recommendations|todas\s+las\s+conclusiones\s+y/o\s+recomendaciones",
    ),
    (
        Role.COSTS,
        r"(?:costas\s+y\s+gastos|costs\s+and\s+expenses)|reintegr\w+[^.]{0,40}(?:gastos|fondo)|fondo\s+de\s+asistencia"
        r"|(?:legal\s+|victims.?\s+)assistance\s+fund|interes(?:es)?\s+moratorio|(?:pago|payment)[^.]{0,60}(?:moneda|dolares|dollars|currency)"
        r"|(?:dolares|dollars)[^.]{0,80}(?:plazo\s+de\s+un\s+ano|within\s+one\s+year)|modalidad\s+de\s+cumplimiento\s+de\s+los\s+pagos",
    ),
    (
        Role.PROCEDURE,
        r"(?:escrito\s+de\s+(?:solicitudes|contestacion|sometimiento)|brief\s+of\s+(?:pleadings|submissions)|alegatos\s+finales\s+escritos)"
        r"|amicus\s+curiae|affidavit|admisibilidad\s+de\s+(?:la\s+prueba|los\s+documentos)|prueba\s+documental|declaracion(?:es)?\s+(?:rendidas?\s+)?ante\s+fedatario"
        r"|(?:admite|admitted|incorpora)\s+[^.]{0,60}(?:prueba|documentos|evidence|documents)|objecion(?:es)?\s+a\s+la\s+admisibilidad"
        r"|(?:articulo|article)s?\s+\d+[^.]{0,30}(?:del\s+reglamento|of\s+the\s+rules\s+of\s+procedure)"
        r"|(?:excepcion\s+preliminar|preliminary\s+objection)|competencia\s+(?:ratione|contenciosa)|contentious\s+jurisdiction"
        r"|(?:se\s+convoco|convened|convoco)\s+[^.]{0,40}audiencia|la\s+presente\s+sentencia\s+(?:sera|se\s+notific)|secretari[ao]\s+de\s+la\s+corte"
        r"|\brend(?:ir|ira|iran|a)\s+(?:al\s+tribunal\s+|a\s+la\s+corte\s+|a\s+este\s+tribunal\s+)?un\s+informe"
        r"|(?:supervisara?|supervision\s+de)\s+(?:el\s+)?cumplimiento|monitor(?:ing)?\s+compliance"
        r"|presentar\s+[^.]{0,30}informe\s+sobre\s+las\s+medidas",
    ),
    (
        Role.CHRONOLOGY,
        # “El 4 de mayo de 1998, el juez …”: a date first, and nothing that names a right
        r"^\W*(?:el|on|con\s+fecha|mediante\s+\w+\s+de)\s+(?:\d{1,2}\s+(?:de\s+)?\w+\s+(?:de\s+|del\s+)?\d{4}|\w+\s+\d{1,2},\s+\d{4})"
        r"[^.]{0,200}(?:present|notific|remiti|solicit|admiti|dict|orden|interpus|submitted|notified|filed|transmitted|forwarded)",
    ),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _PATTERNS)
#: What makes a paragraph one of substance whatever else it says: the Court or a party weighs a right.
_SUBSTANCE = re.compile(
    r"\bderechos?\s+(?:a|al|de|del)\s+l?\w|\bright\s+(?:to|of)\s|\bviol(?:o|acion|ated|ation)\b|\brecomienda|\brecommends|\bpreocupa|\bconcern"
)
#: Formulas and costs stay so even where they name the violations: a paragraph longer than this says more.
LONG = 900
#: Chapters of a judgment in which no right is weighed, whatever words fall there.
_PROCEDURAL_CHAPTER = re.compile(
    r"^(?:[ivxlc]+\b|\d+|[a-z](?=[.)]))?[\s.):-]*(?:competencia|jurisdiction\b|procedimiento\s+ante|proceedings\s+before|prueba\b|evidence\b"
    r"|introduccion\s+de\s+la\s+causa|introduction\s+of\s+the\s+case|excepci(?:on|ones)\s+preliminar|preliminary\s+objection"
    r"|consideraciones\s+previas|admisibilidad|admissibility|costas\s+y\s+gastos|costs\s+and\s+expenses|modalidad\s+de\s+cumplimiento"
    r"|solicitud\s+de\s+interpretacion|request\s+for\s+interpretation)"
)
#: Chapters in which a right is weighed, whatever a party's brief is called in them.
_CHAPTER_OF_RIGHTS = re.compile(
    r"\bderechos?\b|\brights?\b|\bart(?:iculo|icle)s?\s+\d|\bfondo\b|\bmerits\b|\breparacion|\breparation"
    r"|\bintegridad\s+personal|\blibertad\s+personal|\bgarantias\s+judiciales|\bproteccion\s+judicial"
)
#: The chapter on reparation, and on nothing else; what the operative part orders; any place of measures.
_REPARATION = re.compile(r"^(?!.*\b(?:fondo|merits)\b).*\b(?:reparacion(?:es)?|reparations?)\b")
_ORDERS = re.compile(r"^\W*(?:y\s+|and\s+)?(?:dispone|ordena|orders)\b")
_OPERATIVE = re.compile(r"\bpuntos\s+resolutivos\b|\boperative\b")
#: A measure ordered, fixed or asked for: the verb, and in the same sentence what is to be done or paid.
_MEASURE = re.compile(
    r"\b(?:deb(?:e|en|era|eran)|(?:pag|fij|dispon|dispus|orden|brind|otorg|realiz|solicit|pid|requir|considera|estim)\w*"
    r"|shall|must|should|orders?|ordered|fixe[sd]|sets?|request(?:s|ed)?|asked)\b[^.;]{0,250}?"
    r"\b((?:publi(?:ca|qu|sh)|indemniz|compensat|disculp|apolog|investig|restitu|rehabilit|capacit|monument|memorial|scholarship"
    r"|paradero|whereabouts|becas?\b)\w*|(?:dano|perjuicio)s?\s+(?:in)?(?:material|moral)\w*|(?:non-)?pecuniary\s+damages?"
    r"|lucro\s+cesante|loss\s+of\s+(?:earnings|income)|act[os]?\s+public\w*|public\s+(?:act|ceremony)"
    r"|(?:tratamiento|atencion|asistencia)\s+(?:medic|psico|psiqu)\w*|(?:medical|psychological)\s+(?:treatment|care)"
    r"|garantias?\s+de\s+no\s+repeticion|guarantees?\s+of\s+non-repetition|programas?\s+de\s+(?:formacion|educacion)"
    r"|training\s+(?:programs?|programmes?|courses?)|adecuar|reformar|amend"
    r"|(?:reconoc|acknowledg)\w*\s+(?:\w+\s+){0,8}(?:responsabilidad|responsibility))"
)
#: What is paid for the damage, where the costs are paid with it.
_DAMAGE = re.compile(r"\bindemniz|\bdanos?\b|\bcompensat|\bdamages?\b|\brehabilit")
#: What a treaty says of itself: how it is joined and left, changed and kept.
_FINAL_CLAUSE = re.compile(
    r"\b(?:instruments?\s+of\s+(?:ratification|accession|approval)|instrumentos?\s+de\s+(?:ratificacion|adhesion|aprobacion)"
    r"|ent(?:er|ers|ry)\s+into\s+force|entr(?:ada|ar|ara|aran)\s+en\s+vigor|open(?:ed)?\s+for\s+signature|abiert[oa]\s+a\s+la\s+firma"
    r"|may\s+(?:be\s+)?denounce|podra\s+(?:\w+\s+){0,6}denunciar|depositary|depositari[oa]|equally\s+authentic|igualmente\s+autentic"
    r"|ratificaciones\s+formales|formal\s+ratifications|propose\s+(?:an\s+)?amendment|proponer\s+(?:una\s+)?enmienda"
    r"|adopt\w*\s+(?:a\s+new\s+convention|un\s+nuevo\s+convenio)|privileges\s+and\s+immunities|privilegios\s+e\s+in?munidades"
    r"|sera\s+ratificad|shall\s+be\s+ratified|sujet[oa]\s+a\s+ratificacion|subject\s+to\s+ratification)"
)

#: The machinery of a treaty: who watches over it, what its words mean, how it stands beside other law.
_MACHINERY = re.compile(
    r"(?<!\w)(?:(?:sub-?)?committee|(?:sub)?comite|prosecutor|fiscal|pre-trial chamber|the court|la corte|trial chamber"
    r"|comision interamericana|inter-american commission|secretary-general|secretari[oa] general|entry into force"
    r"|entrada en vigor|ratif\w+|denunci\w+|reservations?|reservas?|for the purposes? of|a los (?:efectos|fines) de"
    r"|para los efectos de|se entendera|(?:shall )?means?|significa|no se interpretara|nada de lo dispuesto"
    r"|deja a salvo|nothing in (?:this|the present)|no afectara\w*|shall not affect|international labour office"
    r"|oficina internacional del trabajo|organos competentes|competent organs|annual reports?|informes? anual(?:es)?"
    r"|special fund|fondo especial|contracting state may call)(?!\w)"
)


def role_of(text: str, kind: str, path: tuple[str, ...] = ()) -> Role:
    """The role of a paragraph, given the headings above it; substance wherever the kind has no others."""
    if kind == SourceKind.TREATY:
        opening = plain(text[:2000])
        return Role.FORMULA if _FINAL_CLAUSE.search(opening) or _MACHINERY.search(opening) else Role.SUBSTANCE
    if kind not in GATED:
        return Role.SUBSTANCE
    headings = [plain(heading) for heading in path] if kind == SourceKind.JUDGMENT else []
    if _is_procedural(headings):
        return Role.PROCEDURE
    folded = plain(text[:4000])
    role = next((role for role, pattern in _COMPILED if pattern.search(folded)), Role.SUBSTANCE)
    if _measure(folded, headings) and (role is not Role.COSTS or _DAMAGE.search(folded)):
        return Role.REPARATION
    if role in (Role.PROCEDURE, Role.CHRONOLOGY) and (_SUBSTANCE.search(folded) or _weighs_rights(role, headings)):
        role = Role.SUBSTANCE
    if role is Role.FORMULA and len(text) > LONG:
        role = Role.SUBSTANCE
    return Role.REPARATION if role is Role.SUBSTANCE and any(map(_is_on_reparation, headings)) else role


def _is_procedural(headings: list[str]) -> bool:
    """Whether the chapter is one of procedure: a chapter on rights below it, whose own heading was lost, is not."""
    gates = [place for place, heading in enumerate(headings) if _PROCEDURAL_CHAPTER.match(heading)]
    return bool(gates) and not any(_CHAPTER_OF_RIGHTS.search(heading) for heading in headings[gates[-1] + 1 :])


def _weighs_rights(role: Role, headings: list[str]) -> bool:
    """Whether a brief is only spoken of where a party's view of a right is told."""
    return role is Role.PROCEDURE and any(_CHAPTER_OF_RIGHTS.search(heading) for heading in headings)


def reparation_in(text: str, path: tuple[str, ...]) -> tuple[str, bool]:
    """What makes a paragraph one on reparation: the words of the measure, or else the heading it stands under.

    Whether it is the words comes second. For a paragraph of the role `REPARATION`.
    """
    if found := _measure(plain(text[:4000]), [plain(heading) for heading in path]):
        return text[found.start(1) : found.end(1)], True
    return next((heading for heading in path if _is_on_reparation(plain(heading))), ""), False


def _is_on_reparation(heading: str) -> bool:
    return bool(_REPARATION.search(heading) or _ORDERS.match(heading))


def _measure(folded: str, headings: list[str]) -> re.Match[str] | None:
    """A measure of reparation that a court orders, fixes or is asked for, in a chapter where it would."""
    may = any(_is_on_reparation(heading) or _OPERATIVE.search(heading) for heading in headings)
    return _MEASURE.search(folded) if may else None
