"""The pages of a PDF as whole as they can be had: pictures read by OCR where asked for, what cannot be read named."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.transcripts import ocr
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.pdf_lines import FEWEST, Line, Page, pages_of
from rights_search.parsers.transcripts.pdf_streams import damage
from rights_search.parsers.transcripts.pdf_transfer import refuse_transferred_as_text

#: Of so many signs one may mean nothing: a check box, a bullet. Where more do, the whole means nothing.
FEW_MEANINGLESS = 20
#: Of so many pages one may be damaged, and one of any document; of more the rest is no document any more.
FEW_DAMAGED = 10
MEANINGLESS = "signs without a meaning"
#: Control characters; 2 is a hyphen.
_MEANINGLESS = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f]")


def pages_read(source: Source, account: Account) -> list[Page]:
    """Every page with the lines that it shows.

    Raises:
        ParseError: the file is damaged, encrypted, too long, or pictures of pages without text.
    """
    refuse_transferred_as_text(source.data)
    pages = list(pages_of(source.data))
    wanting = _wanting(pages)
    if wanting:
        refuse_transferred_as_text(source.data, textless=True)
    if wanting and source.declared.ocr:
        pages = list(ocr.pages_of(source.data, source.declared.language))
        wanting = _wanting(pages)
    elif source.declared.ocr:
        _read_pictures(source, pages)
    _report_damaged(pages, account)
    if wanting and (lost := damage(source.data)):
        raise ParseError(f"a PDF that shows no text, and {lost}: fetch or copy it again", code=Refusal.DAMAGED)
    if wanting:
        raise ParseError(f"a PDF {wanting}: {_remedy(source)}, or give it as text", code=Refusal.NEEDS_OCR)
    _report_pictures(pages, account, _remedy(source))
    _drop_meaningless(pages, account.left_out)
    return pages


def body_size(pages: Iterable[Page]) -> float:
    """The size in which most is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _read_pictures(source: Source, pages: list[Page]) -> None:
    """Put what OCR reads of the pictures in their place; their letters count as of the text's size."""
    places = [place for place, page in enumerate(pages) if page.picture]
    if not places:
        return
    size = body_size(pages)
    for place, page in zip(places, ocr.pages_of(source.data, source.declared.language, places), strict=True):
        pages[place] = replace(page, lines=[replace(line, size=size) for line in page.lines])


def _report_damaged(pages: Sequence[Page], account: Account) -> None:
    """Name the pages that cannot be read; a document that lacks more than a few of them is none."""
    damaged = [(number, page.damage) for number, page in enumerate(pages, 1) if page.damage]
    if len(damaged) > max(min(1, len(pages) - 1), len(pages) // FEW_DAMAGED):
        first, why = damaged[0]
        raise ParseError(
            f"{len(damaged)} of the {len(pages)} pages of the PDF are damaged, page {first} the first ({why}):"
            " fetch or copy it again",
            code=Refusal.DAMAGED,
        )
    for number, why in damaged:
        message = f"is damaged and could not be read ({why}): fetch or copy the file again"
        account.unread.append((f"page {number}", message))


def _remedy(source: Source) -> str:
    """What to do about pictures of pages."""
    if source.declared.ocr:
        return (
            "OCR makes out hardly a word, as where pages lie askew or are too pale; scan it again, upright and darker"
        )
    return "it needs OCR; take it in with --ocr"


def _report_pictures(pages: Sequence[Page], account: Account, remedy: str) -> None:
    """Name the pages that are pictures, those that follow each other together."""
    runs: list[list[int]] = []
    for number, page in enumerate(pages, 1):
        if not page.picture:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for first, *others in runs:
        place, has = (f"pages {first} to {others[-1]}", "have") if others else (f"page {first}", "has")
        message = f"{has} no text layer but a picture, and could not be read: {remedy}"
        account.unread.append((place, message))


def _wanting(pages: list[Page]) -> str:
    """What keeps the text of the pages from being read: there is hardly any, or its signs are no letters."""
    signs = sum(len(line.text) for page in pages for line in page.lines)
    if signs < FEWEST * max(1, len(pages)):
        return "without a text layer, pictures of pages only"
    if FEW_MEANINGLESS * sum(_meaningless(page.lines) for page in pages) > signs:
        return "whose letters do not say which they are"
    return ""


def _drop_meaningless(pages: list[Page], left_out: Counter[str]) -> None:
    """Blank the control characters that PDFium gives for a sign of a font that does not say what it means."""
    for page in pages:
        if found := _meaningless(page.lines):
            left_out[MEANINGLESS] += found
            page.lines, page.parted = _meaningful(page.lines), _meaningful(page.parted)


def _meaningless(lines: Iterable[Line]) -> int:
    """How many signs of the lines mean nothing; most lines have only such as print, which is told at once."""
    return sum(len(_MEANINGLESS.findall(line.text)) for line in lines if not line.text.isprintable())


def _meaningful(lines: list[Line]) -> list[Line]:
    for line in lines:
        line.text = _MEANINGLESS.sub(" ", line.text)
    return [line for line in lines if line.text.strip()]
