import zxingcpp
from PIL import Image, ImageOps

from linli.domain.audit import AuditHead
from linli.printing.text_code import text_code

QUIET, SCALE = 4, 4


def test_a_printed_head_is_read_by_a_scanner():
    text = AuditHead(number=123, digest="0f" * 32).text
    modules, data = text_code(text)
    code = ImageOps.invert(Image.frombytes("1", (modules, modules), data).convert("L"))
    image = ImageOps.expand(code, QUIET, fill=255).resize([(modules + 2 * QUIET) * SCALE] * 2, 0)
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == text
