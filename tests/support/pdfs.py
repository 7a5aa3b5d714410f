"""Small PDFs, and how one looks."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4


def make_pdf(*sizes):
    """Return a PDF with a page of each size (width and height, mm), ruled so that shifts show."""
    content = BytesIO()
    canvas = Canvas(content, invariant=True)
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width * MM, height * MM))
        canvas.rect(5 * MM, 5 * MM, (width - 10) * MM, (height - 10) * MM)
        canvas.line(0, 0, width * MM, height * MM)
        canvas.drawString(10 * MM, 10 * MM, f"page {number}")
        canvas.showPage()
    canvas.save()
    return content.getvalue()
