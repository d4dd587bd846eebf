"""Small Word and PDF files of our own, made byte by byte, so that every trap can be set on purpose."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; further parts by name (`footnotes`, `numbering`, `styles`)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", wrapped("document", f"<w:body>{body}</w:body>"))
        for name, inner in parts.items():
            packed.writestr(f"word/{name}.xml", wrapped(name, inner))
    return made.getvalue()


def wrapped(name: str, inner: str) -> str:
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{W}" xmlns:mc="{MC}">{inner}</w:{name}>'


def p(text: str, properties: str = "") -> str:
    """A paragraph; text that begins with `<` is markup of its own."""
    run = text if text.startswith("<") else f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


Placed = tuple[float, float, float, str]  # from the left, from the bottom, size, words


def pdf(pages: Sequence[Sequence[Placed]], bold: bool = False, stands_for: Mapping[str, str] | None = None) -> bytes:
    """A PDF of A4 pages with words at their places, in Helvetica; letters may stand for others, given as UTF-16."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "Helvetica-Bold" if bold else "Helvetica"
    table = " /ToUnicode 4 0 R" if stands_for else ""
    objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding{table} >>")
    if stands_for:
        rows = "\n".join(f"<{ord(letter):02X}> <{codes}>" for letter, codes in stands_for.items())
        codes = f"begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{len(stands_for)} beginbfchar\n{rows}"
        codes += "\nendbfchar\nendcmap"
        objects.append(f"<< /Length {len(codes)} >>\nstream\n{codes}\nendstream")
    kids = []
    for placed in pages:
        stream = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({escaped(words)}) Tj ET" for x, y, size, words in placed)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file([text.encode("cp1252") for text in objects])


def bomb(megabytes: int) -> bytes:
    """A PDF of some kilobytes whose page, packed twice, is so many megabytes of spaces."""
    packing = zlib.compressobj(9)
    spaces = b" " * 2**20
    once = b"".join((*(packing.compress(spaces) for _ in range(megabytes)), packing.flush()))
    twice = zlib.compress(once, 9)
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            f"<< /Length {len(twice)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
            + twice
            + b"\nendstream",
        ]
    )


def paged(pages: int, claimed: int = 0) -> bytes:
    """A PDF of so many pages with nothing on them, which may claim to have others as well."""
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Rotate 0 >>"
    root = f"<< /Type /Pages /Kids [{kids}] /Count {claimed or pages} >>".encode()
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", root, *[page] * pages])


def scan(of: bytes, dots: int = 200) -> bytes:
    """A PDF of the pages of another as pictures, as a scanner makes it: no letter is left."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pdfium.PdfDocument(of):
        bitmap = page.render(scale=dots / 72, grayscale=True)
        shades = memoryview(bitmap.buffer).cast("B")
        rows = (shades[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height))
        picture = zlib.compress(b"".join(rows))
        objects.append(
            f"<< /Type /XObject /Subtype /Image /Width {bitmap.width} /Height {bitmap.height} /ColorSpace /DeviceGray"
            f" /BitsPerComponent 8 /Filter /FlateDecode /Length {len(picture)} >>\nstream\n".encode()
            + picture
            + b"\nendstream"
        )
        drawn = "595 0 0 842 0 0 cm /Im Do"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream".encode())
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            f" /Resources << /XObject << /Im {len(objects) - 1} 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects of a PDF as a file, the catalogue first."""
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return made + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


Cell = str | float | None


def xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook with one sheet of words."""
    return workbook({"A": rows})


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]], merged: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """A workbook with these sheets by their names; `merged` has ranges (`A2:A6`) by the name of their sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    numbered = list(enumerate(sheets, start=1))
    listed = "".join(f"<sheet name='{name}' sheetId='{n}' r:id='r{n}'/>" for n, name in numbered)
    related = "".join(
        f'<Relationship Id="r{n}" Type="{rels}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}</Relationships>',
    }
    for number, name in numbered:
        ranges = "".join(f"<mergeCell ref='{one}'/>" for one in (merged or {}).get(name, ()))
        below = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
        cells = "".join(f"<row r='{y}'>{_cells(row, y)}</row>" for y, row in enumerate(sheets[name], start=1))
        sheet = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>{below}</worksheet>'
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    return packed(parts)


def _cells(row: Sequence[Cell], y: int) -> str:
    places = [(f"{chr(65 + x)}{y}", cell) for x, cell in enumerate(row) if cell is not None]
    return "".join(
        f"<c r='{place}' t='inlineStr'><is><t>{cell}</t></is></c>"
        if isinstance(cell, str)
        else f"<c r='{place}'><v>{cell}</v></c>"
        for place, cell in places
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in parts.items():
            archive.writestr(name, inner)
    return made.getvalue()


#: How the text of an old Word file, below, says where a note or a box belongs.
FOOTNOTE, ENDNOTE, BOX = "¹", "ⁿ", "□"


def doc(text: str, footnotes: Sequence[str] = (), endnotes: Sequence[str] = (), boxes: Sequence[str] = ()) -> bytes:
    """A Word file of before 2007 ([MS-DOC]), one piece; `¹`, `ⁿ` and `□` in its text are where notes and boxes belong.

    A footnote that begins with a star has the author's own sign.
    """
    main = text.replace("\n", "\r") + "\r"
    stories = [_story(footnotes, "\x02"), _story(endnotes, "\x02"), _story(boxes, "")]
    table = bytearray()
    places: dict[int, tuple[int, bytes]] = {}
    for at, data, characters in (
        (0xAA, [struct.pack("<h", not note.startswith("*")) for note in footnotes], FOOTNOTE),
        (0x20A, [struct.pack("<h", not note.startswith("*")) for note in endnotes], ENDNOTE),
        (0x1DA, [struct.pack("<i22x", 1024 + number) for number in range(len(boxes))], BOX),
    ):
        found = [place for place, character in enumerate(main) if character == characters]
        places[at] = (len(table), _plc([*found, len(main)], data))
        table += places[at][1]
    shapes = [struct.pack("<14xi4x", 1024 + number) for number in range(len(boxes) + 1)]
    for at, (_, ends), rows in ((0xB2, stories[0], []), (0x212, stories[1], []), (0x25A, stories[2], shapes)):
        places[at] = (len(table), _plc(ends, rows if boxes else []))
        table += places[at][1]
    signs = iter([note[0] if note.startswith("*") else "\x02" for note in footnotes])
    main = re.sub(FOOTNOTE, lambda _: next(signs), main).replace(ENDNOTE, "\x02").replace(BOX, "\x08")
    whole = main + "".join(words for words, _ in stories)
    piece = struct.pack("<iiHIH", 0, len(whole), 0, 2048, 0)
    places[0x1A2] = (len(table), b"\x02" + struct.pack("<I", len(piece)) + piece)
    table += places[0x1A2][1]
    word = bytearray(2048)
    struct.pack_into("<H", word, 0, 0xA5EC)
    struct.pack_into("<H", word, 0x0A, 0x0200)
    lengths = (len(main), len(stories[0][0]), 0, 0, 0, len(stories[1][0]), len(stories[2][0]), 0)
    struct.pack_into("<8i", word, 0x4C, *lengths)
    for at, (start, content) in places.items():
        struct.pack_into("<II", word, at, start, len(content))
    return ole({"WordDocument": bytes(word) + whole.encode("utf-16-le"), "1Table": bytes(table)})


def _story(texts: Sequence[str], sign: str) -> tuple[str, list[int]]:
    """Notes or boxes as Word keeps them, one after the other, and where each begins; a last one is empty."""
    whole, starts = "", [0]
    for text in texts:
        whole += f"{'' if text.startswith('*') else sign}{text}\r"
        starts.append(len(whole))
    return (whole + "\r", [*starts, len(whole) + 1]) if texts else ("", [0])


def _plc(positions: Sequence[int], data: Sequence[bytes]) -> bytes:
    return struct.pack(f"<{len(positions)}i", *positions) + b"".join(data)


def ole(streams: Mapping[str, bytes]) -> bytes:
    """Streams as an OLE file ([MS-CFB]), each filled up to where it has sectors of its own."""
    free, last, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    padded = {name: data.ljust(-(-len(data) // 512) * 512, b"\0") for name, data in padded.items()}
    chain, starts = [table, last], {}
    for name, data in padded.items():
        starts[name] = len(chain)
        chain += [*range(len(chain) + 1, len(chain) + len(data) // 512), last]
    first, second = padded

    def entry(name: str, kind: int, left: int, child: int, start: int, size: int) -> bytes:
        label = name.encode("utf-16-le") + b"\0\0"
        return struct.pack("<64sHBB3I36xIQ", label, len(label), kind, 1, left, free, child, start, size)

    directory = entry("Root Entry", 5, free, 1, last, 0)
    directory += entry(first, 2, 2, free, starts[first], len(padded[first]))
    directory += entry(second, 2, free, free, starts[second], len(padded[second]))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack(
        "<16x5H6x10I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0, 0
    )
    header += struct.pack("<108I", *[free] * 108)
    allocation = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    return header + allocation + directory.ljust(512, b"\0") + b"".join(padded.values())
