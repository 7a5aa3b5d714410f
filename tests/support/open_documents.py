"""OpenDocument spreadsheets as office programs write them, made for tests."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
BLANK = "<table:table-cell/>"
COVERED = "<table:covered-table-cell/>"


def cell(text: str, **attributes: int) -> str:
    """A cell of text; attributes such as `number_rows_spanned`."""
    said = "".join(f' table:{key.replace("_", "-")}="{n}"' for key, n in attributes.items())
    return (
        f'<table:table-cell office:value-type="string"{said}>'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def row(*cells: str, repeated: int = 1) -> str:
    said = "".join(part if part.startswith("<") else cell(part) for part in cells)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{said}</table:table-row>'


def blanks(columns: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{columns}"/>'


def save_ods(path: Path, *rows: str, sheet: str = "居民", before: str = "", locked: bool = False):
    """Write a document of one sheet."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {_NAMES} '
        f'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="{sheet}">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    lock = "<manifest:encryption-data/>" if locked else ""
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{lock}</manifest:file-entry></manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path
