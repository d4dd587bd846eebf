"""Rich text: its words, without what only sets them.

striprtf turns it into text, but passes over notes, boxes and the list numbers of before Word 97: they are moved first
to where it reads them.
"""

import re
from collections import Counter

from msgspec import Struct, field
from striprtf.striprtf import rtf_to_text

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.rtf_frame import behind_the_end, without_bytes

MAGIC = b"{\\rtf"
#: Rich text of this size without its pictures is slow to read.
LARGEST = 32 * 2**20
#: A hyphen that is seen only at a line's end, and one that never ends a line: as Word files are read.
HYPHENS = str.maketrans({"\xad": "", "\u2011": "-"})

#: A picture's bytes, in hexadecimal.
_PICTURE = re.compile(rb"[0-9a-fA-F\r\n]{256,}")
_LIST_NUMBER = re.compile(r"\{\\pntext(?![a-z])")
#: What is looked at: groups, and the words that say what is in one; what follows a backslash is never a brace.
_TOKENS = re.compile(r"\\(?:(footnote|shptxt|shp|par|deleted|v)(?![a-z0-9])|.)|([{}])", re.DOTALL)
#: Groups that are taken from where they stand.
APART = ("footnote", "shptxt", "deleted", "v")
COMPARE = "open it in a word processor and compare"
STRUCK_OUT = "struck out"
HIDDEN = "hidden text"
#: A group that hides its letters says so before the first: so many words of formatting stand before.
FORMATTING = 8
_MARKUP = re.compile(r"\\[a-z]+-?\d* ?|[{}\r\n]")
_PARAGRAPH = re.compile(r"\\par(?![a-z])")


class _Group(Struct):
    """An open group: where it begins in what is made, and what it is."""

    start: int
    kind: str = ""


def recognises(data: bytes) -> bool:
    """The signature."""
    return data.startswith(MAGIC)


def transcribe(source: Source, account: Account) -> str:
    """The document as text.

    Raises:
        ParseError: it is too large, damaged, or holds no word.
    """
    data = _PICTURE.sub(b"", without_bytes(source.data))
    if len(data) > LARGEST:
        raise ParseError(f"rich text of more than {LARGEST // 2**20} MB: save it as .docx", code=Refusal.TOO_LARGE)
    if behind := behind_the_end(data):
        account.unread.append(("end", f"{behind} bytes behind the end of the rich text are not read: {COMPARE}"))
    try:
        text = str(rtf_to_text(_rearranged(data.decode("latin-1"), account.left_out), errors="replace"))
    except OverflowError as error:
        raise ParseError(
            "damaged rich text (it names a letter by a number that no letter has): open it in a word processor and"
            " save it as .docx",
            code=Refusal.DAMAGED,
        ) from error
    except (ValueError, IndexError, LookupError, RecursionError) as error:
        raise ParseError(
            f"damaged rich text ({error}): open it in a word processor and save it as .docx", code=Refusal.DAMAGED
        ) from error
    if not text.strip():
        raise ParseError(
            "rich text without a word: open it in a word processor and save it as .docx", code=Refusal.EMPTY
        )
    return "\n".join(" ".join(line.split()) for line in text.translate(HYPHENS).split("\n"))


def _rearranged(text: str, left_out: Counter[str]) -> str:
    """Notes behind the text, each with its mark; boxes behind their paragraphs; list numbers as words."""
    text = _LIST_NUMBER.sub("{", text)
    if not any(word in text for word in ("\\footnote", "\\shptxt", "\\deleted", "\\v")):
        return text
    return _Arrangement(left_out).of(text)


class _Arrangement(Struct):
    """Rich text while it is put in another order."""

    left_out: Counter[str]
    made: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    shapes: int = 0  #: how many of the open groups are shapes

    def of(self, text: str) -> str:
        """The text in its new order."""
        done = 0
        for token in _TOKENS.finditer(text):
            word, brace = token.groups()
            if word or brace:
                self.made.append(text[done : token.start()])
                self._take(token[0], word or brace)
                done = token.end()
        self.made.append(text[done:])
        self._add_tail()
        return "".join(self.made)

    def _take(self, printed: str, what: str) -> None:
        if what == "{":
            self.groups.append(_Group(len(self.made)))
        if what == "}" and self.groups:
            self._close(self.groups.pop())
        elif what in APART and self.groups and (what != "v" or self._opens(self.groups[-1])):
            self.groups[-1].kind = what
            del self.made[self.groups[-1].start + 1 :]
        else:
            if what == "shp" and self.groups and not self.groups[-1].kind:
                self.groups[-1].kind = what
                self.shapes += 1
            self.made.append(printed)
            if what == "par" and self.boxes and not self.shapes:
                self.made += (f" {box}\\par " for box in self.boxes)
                self.boxes.clear()

    def _opens(self, group: _Group) -> bool:
        """Whether no letter of a group has come yet."""
        since = self.made[group.start + 1 :] if len(self.made) - group.start <= FORMATTING else ["x"]
        return not _MARKUP.sub("", "".join(since)).strip()

    def _close(self, group: _Group) -> None:
        if group.kind in APART:
            words = "".join(self.made[group.start + 1 :])
            del self.made[group.start :]
            self._set_apart(group.kind, words)
            return
        if not self.groups:
            self._add_tail()
        self.shapes -= group.kind == "shp"
        self.made.append("}")

    def _set_apart(self, kind: str, words: str) -> None:
        if kind == "shptxt":
            self.boxes.append(f"{{{words}}}")
            return
        if kind in ("deleted", "v"):
            self.left_out[STRUCK_OUT if kind == "deleted" else HIDDEN] += len(_MARKUP.sub("", words).lstrip())
            return
        series = "e" if "\\ftnalt" in words[:80] else ""
        series = series if "\\chftn" in words else "x"  # a sign of the author's own
        self.counts[series] += 1
        mark = f"[^{series}{self.counts[series]}]"
        self.notes.append(f"{{{mark}: {_PARAGRAPH.sub(' ', words)}}}")
        self.made.append(f"{{{mark}}}")

    def _add_tail(self) -> None:
        """Behind the text, before the group of the whole ends: boxes that still wait, and the notes."""
        self.made += (f"\\par {one}\\par " for one in (*self.boxes, *self.notes))
        self.boxes.clear()
        self.notes.clear()
