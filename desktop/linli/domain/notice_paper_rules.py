"""What a notice still lacks before it may be printed, each with its field.

Forms after GB/T 9704-2012, 7.2.5 (number), 7.3.1 (title) and 7.3.5.4 (date).
"""

import re
from collections.abc import Iterator

from linli.domain.notice_paper import (
    LEVELS,
    URGENCIES,
    Attachment,
    Block,
    CutLine,
    FormLine,
    Heading,
    Layout,
    Notice,
    Paragraph,
    Seal,
    Signature,
    Table,
    TickLine,
)
from linli.errors import FieldProblem, InvalidInput

_COPY_NUMBER = re.compile(r"[0-9]{6}")
_NUMBER = re.compile(r"[^\s〔〕\[\]［］()（）【】]+〔[12]\d{3}〕[1-9]\d*号")
_LONGEST_NAME, _LONGEST_PRINTER, _LONGEST_LABEL = 26, 20, 24  # characters of one line
_LONGEST_SIGNER = 18  # characters that stand behind 签发人：
_SMALLEST_SEAL, _LARGEST_SEAL = 20.0, 50.0  # mm; the state's own has 50


def notice_problems(notice: Notice) -> tuple[FieldProblem, ...]:
    """List what is missing or wrong, in the order of reading; empty where it may be printed.

    `field` is an attribute of `Notice`, of its `Signature` with `signature.` before it, or of a
    block or attachment with its place, counted from 0: `blocks.2`, `attachments.0.title`.
    """
    return tuple(_problems(notice))


def check_notice(notice: Notice) -> None:
    """Refuse a notice that lacks something.

    Raises:
        InvalidInput: with every problem beside its field.
    """
    if problems := notice_problems(notice):
        raise InvalidInput(problems)


def _problems(notice: Notice) -> Iterator[FieldProblem]:
    if notice.layout is not Layout.POSTED:
        yield from _head(notice)
    if not notice.title.strip():
        yield FieldProblem(field="title", message="还没有填写标题。")
    if not notice.blocks:
        yield FieldProblem(field="blocks", message="还没有填写正文。")
    for place, block in enumerate(notice.blocks):
        yield from _block(block, f"blocks.{place}", f"正文第 {place + 1} 段")
    for place, attachment in enumerate(notice.attachments):
        yield from _attachment(attachment, place)
    if notice.signature:
        yield from _signature(notice.signature)
    elif notice.layout is not Layout.POSTED:
        yield FieldProblem(field="signature", message="还没有填写落款单位和日期。")
    imprint = notice.imprint
    if imprint and bool(imprint.printer) != bool(imprint.printed_on):
        yield FieldProblem(
            field="imprint", message="版记里印发机关和印发日期要一起填写，或者都不填。"
        )
    if imprint:
        yield from _too_long("imprint", "版记里的印发机关", imprint.printer, _LONGEST_PRINTER)


def _head(notice: Notice) -> Iterator[FieldProblem]:
    if not any(issuer.strip() for issuer in notice.issuers):
        yield FieldProblem(field="issuers", message="还没有填写发文机关。")
    elif not all(issuer.strip() for issuer in notice.issuers):
        yield FieldProblem(field="issuers", message="发文机关里有一个空着，请填写或删去。")
    if not notice.number:
        yield FieldProblem(field="number", message="还没有编发文字号。")
    elif problem := number_problem(notice.number):
        yield FieldProblem(field="number", message=problem)
    if not notice.addressees.strip():
        yield FieldProblem(field="addressees", message="还没有填写主送单位。")
    yield from _head_marks(notice)


def _head_marks(notice: Notice) -> Iterator[FieldProblem]:
    """Yield what is wrong with 份号, 紧急程度 and 签发人 (7.2.1, 7.2.3, 7.2.6)."""
    if notice.copy_number and not _COPY_NUMBER.fullmatch(notice.copy_number):
        message = f"份号“{notice.copy_number}”写法不对，应是6位数字，如 000001。"
        yield FieldProblem(field="copy_number", message=message)
    if notice.urgency and notice.urgency not in URGENCIES:
        message = f"紧急程度“{notice.urgency}”不认识，可以选：{'、'.join(URGENCIES)}。"
        yield FieldProblem(field="urgency", message=message)
    if notice.signers and notice.layout is not Layout.OFFICIAL:
        message = "签发人只印在红头文件上，请改版式，或去掉签发人。"
        yield FieldProblem(field="signers", message=message)
    for name in notice.signers:
        if not name.strip():
            yield FieldProblem(field="signers", message="签发人里有一个空着，请填写或删去。")
        yield from _too_long("signers", "签发人", name, _LONGEST_SIGNER)


def number_problem(number: str) -> str | None:
    """Return what is wrong with a 发文字号, or None: 代字〔年份〕序号号, no 第, no leading zero."""
    if _NUMBER.fullmatch(number):
        return None
    return (
        f"发文字号“{number}”写法不对。请写成“西社通〔2026〕1号”的样子："
        "年份用六角括号〔〕，序号前面不加“第”也不加0。"
    )


def _signature(signature: Signature) -> Iterator[FieldProblem]:
    if not signature.issuers or not all(issuer.strip() for issuer in signature.issuers):
        yield FieldProblem(field="signature.issuers", message="还没有填写落款单位。")
    for issuer in signature.issuers:
        yield from _too_long("signature.issuers", "落款单位", issuer, _LONGEST_NAME)
    if signature.date is None:
        yield FieldProblem(field="signature.date", message="还没有填写成文日期。")
    if signature.seal is Seal.NAME_STAMP and not signature.post.strip():
        yield FieldProblem(
            field="signature.post", message="加盖签名章时要写明签发人的职务，现在还空着。"
        )
    if signature.seal is Seal.NAME_STAMP and len(signature.issuers) > 1:
        yield FieldProblem(
            field="signature.seal",
            message="几个单位联合发文不能只盖签名章。请改为盖公章，或只留一个单位。",
        )
    if not _SMALLEST_SEAL <= signature.diameter <= _LARGEST_SEAL:
        yield FieldProblem(
            field="signature.diameter",
            message=f"印章直径{signature.diameter:g}毫米不合适。"
            f"请填{_SMALLEST_SEAL:g}到{_LARGEST_SEAL:g}毫米。",
        )


def _attachment(attachment: Attachment, place: int) -> Iterator[FieldProblem]:
    name = f"附件{place + 1}"
    if not attachment.title.strip():
        yield FieldProblem(field=f"attachments.{place}.title", message=f"{name}还没有填写名称。")
    for number, block in enumerate(attachment.blocks):
        yield from _block(
            block, f"attachments.{place}.blocks.{number}", f"{name}第 {number + 1} 段"
        )


def _block(block: Block, field: str, name: str) -> Iterator[FieldProblem]:
    if isinstance(block, Table):
        yield from _table(block, field, name)
        return
    if isinstance(block, Heading) and block.level not in LEVELS:
        yield FieldProblem(field=field, message=f"{name}：标题只有四级，没有第{block.level}级。")
    if isinstance(block, FormLine):
        for each in block.fields:
            yield from _too_long(field, f"{name}的栏目", each.label, _LONGEST_LABEL)
    if not isinstance(block, CutLine) and not _said(block).strip():
        yield FieldProblem(field=field, message=f"{name}空着。请填写，或删去这一段。")


def _too_long(field: str, what: str, text: str, most: int) -> Iterator[FieldProblem]:
    if len(text) > most:
        message = f"{what}“{text}”有{len(text)}个字，一行印不下。请缩短到{most}个字以内。"
        yield FieldProblem(field=field, message=message)


def _said(block: Heading | Paragraph | FormLine | TickLine) -> str:
    """Return what a block must not lack."""
    if isinstance(block, FormLine):
        return "".join(each.label for each in block.fields)
    return block.text


def _table(table: Table, field: str, name: str) -> Iterator[FieldProblem]:
    if not table.columns or not table.rows:
        yield FieldProblem(field=field, message=f"{name}：表格没有列，或者没有行。")
    for place, row in enumerate(table.rows):
        if len(row) != len(table.columns):
            yield FieldProblem(
                field=field,
                message=f"{name}：表格第 {place + 1} 行有{len(row)}格，"
                f"而表格有{len(table.columns)}列。",
            )
