"""From a file's bytes to documents: one explicit table of formats, tried in order."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from rights_search.citations.symbols import find_symbols
from rights_search.errors import ParseError, Refusal
from rights_search.model import LeftOut, Parsed, Problem, Source, SourceKind, Standing
from rights_search.parsers import akn, archive, digest, json_keys
from rights_search.parsers.base import Format, Parser, in_utf8, must_be_text, unpack, without_noughts
from rights_search.parsers.constitutions import bare as constitution_bare
from rights_search.parsers.constitutions import json_records as constitution_json
from rights_search.parsers.constitutions import mdx_pages as constitution_mdx
from rights_search.parsers.constitutions import outline as constitution_outline
from rights_search.parsers.constitutions import sql_dump as constitution_sql
from rights_search.parsers.judgments import arusha as african_court
from rights_search.parsers.judgments import document as judgment
from rights_search.parsers.judgments import strasbourg as ecthr
from rights_search.parsers.judgments import strasbourg_text as ecthr_text
from rights_search.parsers.lengths import length
from rights_search.parsers.lists import document as paragraph_lists
from rights_search.parsers.numbered import document as numbered_text
from rights_search.parsers.observations import document as concluding_observations
from rights_search.parsers.transcripts import Account, damage_of, transcriber_of
from rights_search.parsers.treaties import html as treaty_html
from rights_search.parsers.treaties import text as treaty
from rights_search.parsers.treaties import udhr as udhr_html
from rights_search.parsers.uhri import document as uhri
from rights_search.parsers.upr import matrix as upr_matrix
from rights_search.parsers.upr import refused as table_refused
from rights_search.parsers.upr import report as upr_report
from rights_search.parsers.upr import table as upr

__all__ = [
    "FORMATS",
    "Account",
    "Format",
    "Parser",
    "damage_of",
    "format_of",
    "length",
    "parse",
    "transcribed",
    "unpack",
]

#: Where a document says what it is, in bytes from its beginning.
TITLE_PAGE = 4000
#: What stands below or beside it and bears the symbols of others: the first paragraph, and notes.
_BELOW = re.compile(r"^\s*(?:1\.|\[1\])\s", re.MULTILINE)
_NOTE = re.compile(r"^\s*\[\^[\w-]{1,12}\]:.*$", re.MULTILINE)
#: XML with abbreviations of its own, each of which may stand for many others.
_ENTITY = re.compile(rb"\A\s*(?:<\?xml[^>]{0,200}>\s*)?<!DOCTYPE[^<>\[]{0,200}\[\s*<!ENTITY\b")
#: So many characters make a long document, in which one passage that holds most of it is odd.
LONG = 20_000
NUMBERED = Format("numbered text", numbered_text.recognises, numbered_text.parse)
#: The first that recognises a source reads it.
FORMATS: tuple[Format, ...] = (
    Format("digest", digest.recognises, digest.parse),
    Format("Akoma Ntoso", akn.recognises, akn.parse),
    Format("judgment", judgment.recognises, judgment.parse),
    Format("judgments of the European Court", ecthr.recognises, ecthr.parse),
    Format("judgment of the European Court", ecthr_text.recognises, ecthr_text.parse),
    Format("judgment of the African Court", african_court.recognises, african_court.parse),
    Format("constitution as JSON", constitution_json.recognises, constitution_json.parse),
    Format("export of the Universal Human Rights Index", uhri.recognises, uhri.parse),
    Format("matrix of UPR recommendations", upr_matrix.recognises, upr_matrix.parse),
    Format("UPR recommendations", upr.recognises, upr.parse),
    Format("list of paragraphs", paragraph_lists.recognises, paragraph_lists.parse),
    Format("constitution as SQL", constitution_sql.recognises, constitution_sql.parse),
    Format("constitution as MDX", constitution_mdx.recognises, constitution_mdx.parse),
    Format("Universal Declaration as HTML", udhr_html.recognises, udhr_html.parse),
    Format("compiled observations", concluding_observations.recognises, concluding_observations.parse),
    Format("UPR report", upr_report.recognises, upr_report.parse),
    Format("constitution as outline", constitution_outline.recognises, constitution_outline.parse),
    Format("constitution by numbers and titles", constitution_bare.recognises, constitution_bare.parse),
    Format("treaty or constitution as HTML", treaty_html.recognises, treaty_html.parse),
    Format("treaty or constitution", treaty.recognises, treaty.parse),
    NUMBERED,
)


def format_of(source: Source) -> Format:
    """The format that recognises the (unpacked) source.

    Raises:
        ParseError: none does; or it is a table without the columns that are needed, which is no text either.
    """
    found = next((candidate for candidate in FORMATS if candidate.recognises(source)), None)
    if found in (None, NUMBERED) and table_refused.recognises(source):
        raise table_refused.refusal(source)
    if found is None and table_refused.is_matrix(source):
        raise table_refused.matrix_refusal()
    if found:
        return found
    if _ENTITY.search(source.data):
        raise ParseError(
            "XML that defines entities, which may be made to fill the memory (a bomb): save it without its DOCTYPE",
            code=Refusal.FORM,
        )
    if source.declared.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION):
        raise ParseError(
            f"declared to be of the kind {source.declared.kind}, but none of its lines begins an article,"
            " as “Article 1”: a text without numbers cannot be cited; give one that prints them, or a digest",
            code=Refusal.FORM,
        )
    if source.declared.kind is not None:
        raise ParseError(
            f"declared to be of the kind {source.declared.kind}, but has no form of one that can be read:"
            " declare another kind, or give it as a digest",
            code=Refusal.FORM,
        )
    if table_refused.is_headless(source):
        raise table_refused.refusal(source)
    raise ParseError(
        "what it is cannot be told from its words: declare its kind in a collection.toml in its folder,"
        " or with the options --kind, --state, --body and --lang",
        code=Refusal.UNDECLARED,
    )


def parse(source: Source) -> Parsed:
    """The documents of a file.

    Raises:
        ParseError: the file is no document we can read; the message says why and what to do.
    """
    try:
        return _parse(source)
    except RecursionError as error:
        raise ParseError("nested too deeply to be a document: save it again", code=Refusal.TOO_LARGE) from error


def _parse(source: Source) -> Parsed:
    unpacked = unpack(source)
    if archive.is_archive(unpacked.data):
        return archive.parse(unpacked, parse)
    account = Account()
    text = in_utf8(transcribed(unpacked, account))
    must_be_text(text)
    text, noughts = without_noughts(text)
    if noughts:
        account.left_out["noughts between letters"] += noughts
        account.unread.append(("bytes", f"{noughts} of them are noughts between letters, read over: compare its words"))
    form = format_of(text)
    parsed = form.parse(text)
    rules = tuple(LeftOut(rule, count) for rule, count in account.left_out.items())
    documents = tuple(replace(document, left_out=(*rules, *document.left_out)) for document in parsed.documents[:1])
    unread = (Problem(source.path, place, message) for place, message in account.unread)
    transcriber = transcriber_of(unpacked.data)
    return replace(
        parsed,
        documents=(*documents, *parsed.documents[1:]),
        problems=(*unread, *parsed.problems, *_another_symbol(text), *_doubtful(parsed, text, source.path)),
        format=", ".join(part for part in (transcriber.name if transcriber else "", form.name) if part),
    )


def _doubtful(parsed: Parsed, text: Source, path: str) -> Iterator[Problem]:
    yield from _another_language(parsed, text.declared.language, path)
    yield from _swollen(parsed, path)
    yield from (Problem(path, place, message) for place, message in json_keys.doubled(text.data))


def _another_language(parsed: Parsed, declared: str, path: str) -> Iterator[Problem]:
    """A text that is not in the language which is declared; digests say theirs themselves."""
    for document in parsed.documents:
        if declared and document.language != declared and document.standing is not Standing.DIGEST:
            said = f"“{declared}” is declared, but its words are “{document.language}”, which counts: correct it"
            yield Problem(path, f"{document.id} language", said)


def _swollen(parsed: Parsed, path: str) -> Iterator[Problem]:
    """A passage that holds most of a long document."""
    for document in parsed.documents:
        sizes = {passage.eid: len(passage.text) for passage in document.passages}
        whole = sum(sizes.values())
        if whole < LONG:
            continue
        largest = max(sizes, key=sizes.__getitem__)
        if 2 * sizes[largest] > whole:
            share = f"holds {100 * sizes[largest] // whole} % of the text: the numbers in it could not be read"
            yield Problem(path, f"{document.id} {largest}", share)


def _another_symbol(source: Source) -> Iterator[Problem]:
    """A declared symbol that is not the one the title page bears."""
    declared = source.declared.symbol
    beginning = source.data[:TITLE_PAGE].decode("utf-8", "replace")
    page = _NOTE.sub("", _BELOW.split(beginning, maxsplit=1)[0])
    printed = [found.text for found in find_symbols(page)]
    if printed and "/" in declared and _bare(declared) not in map(_bare, printed):
        yield Problem(source.path, "symbol", f"{declared} is declared, but the text bears {printed[0]}: correct it")


def _bare(symbol: str) -> str:
    return "".join(symbol.split()).casefold()


def transcribed(source: Source, account: Account) -> Source:
    """A PDF, Word file or spreadsheet as the text it shows; a text as it is.

    Raises:
        ParseError: it is damaged, encrypted, or holds no text.
    """
    transcriber = transcriber_of(source.data)
    if transcriber is None:
        return source
    text = _encoded(transcriber.transcribe(source, account))
    title = source.declared.title or " ".join(account.head)
    return Source(source.path, text, replace(source.declared, title=title))


def _encoded(text: str) -> bytes:
    """The text as UTF-8; the halves in which PDF and rich text give letters beyond the first plane are joined."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
