r"""How a text's bytes are to be read: its mark, UTF-16 without one, UTF-8, DOS, an old Macintosh, Windows-1252.

`población` saved on an old Macintosh is `poblaci—n` in Windows-1252, and its quotation marks and dashes are capital
letters with accents: "populationÕs". Reports of the Human Rights Council made into text before 2014 are often so.
"""

import re

from charset_normalizer import from_bytes

#: What a text may begin with to say how it is encoded; the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: What is looked at.
SAMPLE = 200_000
#: A Macintosh's apostrophe in or behind a word, its quotation marks about words, its dash before figures.
MAC_SIGNS = re.compile(
    rb"(?<=[a-z])\xd5(?=[A-Za-z\s])|(?<=[\s(])\xd2(?=[A-Za-z])|(?<=[a-z.,;!?\d])\xd3(?=[\s).,;:])|(?<=[a-z\d])\xd0(?=\d)"
)
#: … of which this one alone may begin a word of Windows: Òscar.
MAC_BEGINS = b"\xd2"
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
#: Its é, á, è, à beside small letters, which to Windows are Ž, ‡, nothing, ˆ …
MAC_LETTERS = re.compile(rb"[a-z][\x87\x88\x8e\x8f](?=[a-z .,;:)])")
#: … and the vowels of Windows between small letters, which to a Macintosh are capitals.
WINDOWS_LETTERS = re.compile(rb"[a-z][\xe0-\xff](?=[a-z .,;:)])")
#: The letters of DOS (code pages 437 and 850) é, è, í, ó, ú, ñ between small letters, which to Windows are signs.
DOS_LETTERS = re.compile(rb"[a-z][\x82\x8a\xa1-\xa4](?=[a-z])")
#: So many signs are no accident.
ENOUGH = 3


def decode(data: bytes) -> str | None:
    """The bytes as text; None where their encoding cannot be told."""
    if encoding := wide(data):
        return data.decode(encoding, "replace")
    if data.startswith(MARKS[0][0]):
        return data.decode(MARKS[0][1], "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_dos(data[:SAMPLE]):
        return data.decode("cp850")
    if _is_macintosh(data[:SAMPLE]):
        return data.decode("mac_roman")
    # Our languages first: charset guessers take Windows-1252 Spanish for Windows-1250.
    if b"\x81" not in data and b"\x8d" not in data and b"\x9d" not in data and _mostly_latin(data[:SAMPLE]):
        return data.decode("cp1252", "replace")
    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else None


def wide(data: bytes) -> str:
    """The encoding of two or four bytes a letter that its mark says, or every other byte of it; else nothing."""
    for mark, encoding in MARKS[1:]:
        if data.startswith(mark):
            return encoding
    sample = data[:2000]
    half = len(sample) // 2
    if half < 8:
        return ""
    # A text of our languages is Latin for the most part, and then every other byte of it is nought.
    low, high = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if high > 0.9 * half and low == 0:
        return "utf-16-le"
    return "utf-16-be" if low > 0.9 * half and high == 0 else ""


def _is_dos(sample: bytes) -> bool:
    letters = len(DOS_LETTERS.findall(sample))
    return letters >= ENOUGH and letters > len(WINDOWS_LETTERS.findall(sample))


def _is_macintosh(sample: bytes) -> bool:
    signs = MAC_SIGNS.findall(sample)
    if len(signs) >= ENOUGH:
        return True
    # In an English text a few quotation marks may be all there is.
    if len(signs) > signs.count(MAC_BEGINS) and len(signs) == len(BEYOND_ASCII.findall(sample)):
        return True
    letters = len(MAC_LETTERS.findall(sample))
    return letters >= ENOUGH and letters > len(WINDOWS_LETTERS.findall(sample))


def _mostly_latin(sample: bytes) -> bool:
    return sum(byte < 0x80 for byte in sample) > 0.85 * len(sample) and b"\x00" not in sample
