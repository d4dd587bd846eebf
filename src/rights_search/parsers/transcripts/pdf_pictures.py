"""Pages of a PDF that show a picture where others have text: scans between printed pages."""

import ctypes

import pypdfium2.raw as raw

#: Pictures that cover a smaller share of a page are its ornaments.
LEAST_COVERED = 0.1
#: Letters drawn as outlines: so many of them make no rule and no frame.
MOST_OUTLINES = 300
#: A form within a form is looked into so deeply.
DEEPEST = 4


def is_picture(page: object, width: float, height: float) -> bool:
    """Whether PDFium's page shows pictures, or letters drawn as outlines."""
    things = [raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page))]
    covered = sum(_area(thing) for thing in things if _shows(thing, DEEPEST))
    outlines = sum(1 for thing in things if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH)
    return covered > LEAST_COVERED * width * height or outlines > MOST_OUTLINES


def _shows(thing: object, depth: int) -> bool:
    """Whether it is a picture, or a form that holds one."""
    sort = raw.FPDFPageObj_GetType(thing)
    if sort != raw.FPDF_PAGEOBJ_FORM or not depth:
        return bool(sort == raw.FPDF_PAGEOBJ_IMAGE)
    held = (raw.FPDFFormObj_GetObject(thing, place) for place in range(raw.FPDFFormObj_CountObjects(thing)))
    return any(_shows(inner, depth - 1) for inner in held)


def _area(thing: object) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges)):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return (right - left) * (top - bottom)
