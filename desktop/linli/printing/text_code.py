"""QR codes (GB/T 18284) of any text, for `Page.bitmap`; those of card numbers are in `qr`."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel


def text_code(text: str) -> tuple[int, bytes]:
    """Return the modules of a side and the code row by row, each filled up to whole bytes.

    Error level M (15 %), the smallest version that holds the text; a bit that is set is dark.
    """
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    modules: int = code.getModuleCount()
    row_bytes = (modules + 7) // 8
    rows = []
    for row in range(modules):
        bits = sum(code.isDark(row, column) << (modules - 1 - column) for column in range(modules))
        rows.append((bits << (row_bytes * 8 - modules)).to_bytes(row_bytes, "big"))
    return modules, b"".join(rows)
