"""A PDF that opens with a password only (AES-256, PDF 2.0), for handing over outside the hall.

An archive copy must not be locked (ISO 19005-2, 6.1.3): it is the one or the other.
"""

from io import BytesIO


def lock_pdf(content: bytes, password: str) -> bytes:
    """Return a PDF that asks for a password; without it nothing of it can be read or changed."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.pdf_header = "%PDF-2.0"
    for said in ("/Metadata", "/OutputIntents"):  # it is no archive copy any more
        writer.root_object.pop(said, None)
    writer.encrypt(password, algorithm="AES-256")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
