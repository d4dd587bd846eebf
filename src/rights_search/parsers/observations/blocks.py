"""The Markdown of a compilation taken apart: front matter, footnotes, and blocks of text with their headings.

Lines are hard-wrapped and blank lines part the blocks, so a number opens a paragraph only at the start of a block.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

FENCE = "---"
TITLE = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
CATEGORY = re.compile(r"^[ \t]*-[ \t]+[\"']?([^\"'\n]*?)[\"']?[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]*(.*)$")
DEFINITION = re.compile(r"^[ \t]*\[\^([\w-]{1,12})\]:[ \t]*(.*)$")
NUMBERED = re.compile(r"^[ \t]*(?:\*\*)?\d{1,4}(?:\.\d{1,4}){0,3}\.(?:\*\*)?[ \t]")
#: `[^351]`, and as it is mistyped: `[[^432]`
MARK = re.compile(r"\[{1,2}\^([\w-]{1,12})\]{1,2}")
PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)")
LINK = re.compile(r"\[([^\]\[\n]{1,200})\]\([^)\n]{0,300}\)")
EMPHASIS = re.compile(r"\*{2,3}|__|(?<![\w_])_(?=\S)|(?<=\S)_(?![\w_])")
#: A block that is only the compiler's sign of a cut.
CUT = re.compile(r"^\W*[(\[][\s.…]{1,8}[)\]]\W*$")
#: A block wholly in italics is the compiler's own remark; one that opens a quotation is not.
REMARK = re.compile(r"^_[^_\"“«].*_$", re.DOTALL)
#: … and so is a sentence on what the body did not say.
REMARK_IN_WORDS = re.compile(
    r"^(?:no se|se sigue sin|en las recomendaciones no se|el informe no|el comité no (?:emite|emitió))\b.{0,100}"
    r"(?:género|recomendaciones)",
    re.IGNORECASE | re.DOTALL,
)
HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=[a-záéíóúñü])")
SPACES = re.compile(r"\s+")


class Block(Struct, frozen=True):
    """A heading (`level` 1 to 6) or a run of lines (`level` 0), without marks; `line` is where it begins."""

    line: int
    level: int
    indent: int
    text: str
    marks: tuple[str, ...] = ()
    bold: bool = False


class Compilation(Struct, frozen=True):
    """A file taken apart; `left_out` counts characters by rule."""

    title: str
    categories: tuple[str, ...]
    blocks: tuple[Block, ...]
    notes: dict[str, str]
    left_out: dict[str, int]


def read(text: str) -> Compilation:
    """Take the file apart."""
    front, body, first_line = front_matter(text)
    notes: dict[str, list[str]] = {}
    left_out: dict[str, int] = {"front matter": len(front)} if front else {}
    blocks: list[Block] = []
    for line, lines in _runs(body, first_line, notes):
        raw = "\n".join(lines).strip()
        if CUT.match(raw):
            left_out["cut by the compiler"] = left_out.get("cut by the compiler", 0) + len(raw)
        elif REMARK.match(raw) or (len(raw) < 200 and REMARK_IN_WORDS.match(clean(raw))):
            left_out["remark of the compiler"] = left_out.get("remark of the compiler", 0) + len(raw)
        else:
            blocks.append(_block(line, lines))
    title = TITLE.search(front)
    categories = tuple(name.strip() for name in CATEGORY.findall(front.partition("categories:")[2]) if name.strip())
    return Compilation(
        title[1] if title else "",
        categories,
        tuple(b for b in blocks if b.text),
        {mark: " ".join(lines) for mark, lines in notes.items()},
        left_out,
    )


def front_matter(text: str) -> tuple[str, str, int]:
    """The lines between `---` fences, what follows them, and the line that begins on."""
    text = text.lstrip("\ufeff")
    parts = text.split(FENCE + "\n", 2) if text.startswith(FENCE + "\n") else []
    if len(parts) < 3:
        return "", text, 1
    return parts[1], parts[2], parts[1].count("\n") + 3


def _runs(body: str, first_line: int, notes: dict[str, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank ones, each with its first line's number; definitions of notes go to `notes`."""
    run: list[str] = []
    start, mark = first_line, ""
    for number, line in enumerate(body.split("\n"), start=first_line):
        definition = DEFINITION.match(line)
        after_heading = bool(run) and HEADING.match(run[0]) is not None
        ends = not line.strip() or definition or HEADING.match(line) or (after_heading and NUMBERED.match(line))
        if ends and run:
            yield start, run
            run = []
        if definition:
            mark = definition[1]
            notes[mark] = [clean(definition[2])]
        elif not line.strip():
            mark = ""
        elif mark and not HEADING.match(line):
            notes[mark].append(clean(line))
        else:
            mark = ""
            if not run:
                start = number
            run.append(line)
    if run:
        yield start, run


def _block(line: int, lines: list[str]) -> Block:
    raw = "\n".join(lines)
    heading = HEADING.match(lines[0])
    level = len(heading[1]) if heading else 0
    if heading:
        raw = "\n".join([heading[2], *lines[1:]])
    first = lines[0].expandtabs(4)
    return Block(
        line=line,
        level=level,
        indent=len(first) - len(first.lstrip()),
        text=clean(raw),
        marks=tuple(MARK.findall(raw)),
        bold=raw.lstrip().startswith("**"),
    )


def clean(raw: str) -> str:
    """Plain text: lines joined, without signs of emphasis, links, pictures and notes."""
    text = LINK.sub(r"\1", PICTURE.sub("", MARK.sub("", raw)))
    text = HYPHEN.sub("-", EMPHASIS.sub("", text))
    return SPACES.sub(" ", text).strip()
