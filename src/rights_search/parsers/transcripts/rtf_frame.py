"""The frame of rich text: the bytes of its pictures, which are no text, and its groups, which must all be closed."""

import re

from rights_search.errors import ParseError, Refusal

#: So many bytes of a picture or another object follow; what follows a backslash otherwise is never such a word.
_BYTES = re.compile(rb"\\(?:bin(-?\d{1,10}) ?|.)", re.DOTALL)
#: A brace that opens or closes a group; one behind a backslash is printed.
_BRACES = re.compile(rb"\\.|([{}])", re.DOTALL)
#: A letter of the text behind the end; some programs fill their files up with noughts.
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
#: A paragraph that ends, as no picture does.
_PARAGRAPH = b"\\par"
MEND = "fetch or copy it again, or open it in a word processor, compare its end, and save it as .docx"


def without_bytes(data: bytes) -> bytes:
    r"""The text without what `\bin` announces.

    Raises:
        ParseError: it announces what is not there, or what is text.
    """
    if b"\\bin" not in data:
        return data
    kept: list[bytes] = []
    done = at = 0
    while found := _BYTES.search(data, at):
        at = found.end()
        if not found[1]:
            continue
        count = int(found[1])
        end = at + count
        if not 0 <= count <= len(data) - at:
            raise _damaged(f"a picture of {count} bytes is announced, and only {len(data) - at} follow")
        if data[end:].lstrip()[:1] != b"}" or _PARAGRAPH in data[at:end]:
            raise _damaged(f"a picture of {count} bytes is announced that does not end there")
        kept.append(data[done : found.start()])
        done = at = end
    kept.append(data[done:])
    return b"".join(kept)


def behind_the_end(data: bytes) -> int:
    """How many bytes stand behind the group of the whole, where there are letters among them: no reader shows them.

    Raises:
        ParseError: the text breaks off before that group is closed.
    """
    depth = 0
    for token in _BRACES.finditer(data):
        if token[1]:
            depth += 1 if token[1] == b"{" else -1
            if depth == 0:
                rest = data[token.end() :]
                return len(rest) if _LETTER.search(rest) else 0
    raise _damaged(f"it breaks off: {depth} of its groups are not closed" if depth > 1 else "it breaks off at its end")


def _damaged(what: str) -> ParseError:
    return ParseError(f"damaged rich text ({what}): {MEND}", code=Refusal.DAMAGED)
