"""Rules of the notices' register: who issues, why something is withdrawn or revised."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linli.domain.contact_rules import clean_text
from linli.domain.notices import Issuer, NoticeDraft
from linli.errors import FieldProblem, UserError

_LONGEST_PREFIX = 10
_FORBIDDEN = frozenset("〔〕[]（）()【】 第号")
_LONGEST_REASON = 200


def clean_issuers(issuers: Sequence[Issuer]) -> tuple[Issuer, ...]:
    """Return issuers in normal form, without empty lines."""
    clean = (
        Issuer(name=clean_text(each.name) or "", prefix=clean_text(each.prefix) or "")
        for each in issuers
    )
    return tuple(each for each in clean if each.name or each.prefix)


def check_issuers(issuers: Sequence[Issuer]) -> list[FieldProblem]:
    """Return every broken rule of issuers in normal form."""
    return list(_issuer_problems(issuers))


def clean_draft(draft: NoticeDraft) -> NoticeDraft:
    """Return a draft without outer spaces in what was typed."""
    values = {name: text.strip() for name, text in draft.values.items() if text.strip()}
    signers = tuple(name.strip() for name in draft.signers if name.strip())
    return replace(draft, issuer=draft.issuer.strip(), values=values, signers=signers)


def checked_reason(reason: str | None, what: str) -> str:
    """Return a reason in normal form.

    Args:
        reason: as typed.
        what: for the sentence: 撤回, 修订.

    Raises:
        UserError: there is none, or it is too long.
    """
    plain = clean_text(reason)
    if plain is None:
        raise UserError(f"没有填写{what}的原因，请填写，如 时间改了。", field="reason")
    if len(plain) > _LONGEST_REASON:
        raise UserError(
            f"{what}的原因有 {len(plain)} 个字，最多 {_LONGEST_REASON} 个，请改短。",
            field="reason",
        )
    return plain


def _issuer_problems(issuers: Sequence[Issuer]) -> Iterator[FieldProblem]:
    if not issuers:
        yield FieldProblem(field="issuers", message="至少要有一个发文单位，请添加。")
    names = [each.name for each in issuers]
    for each in issuers:
        message = ""
        if not each.name:
            message = f"机关代字「{each.prefix}」没有写是哪个单位，请补上单位名称。"
        elif names.count(each.name) > 1:
            message = f"发文单位「{each.name}」写了两次，请删去一个。"
        elif not _FORBIDDEN.isdisjoint(each.prefix):
            message = f"机关代字「{each.prefix}」只写代字，如 西社通；年份和序号由程序编。"
        elif len(each.prefix) > _LONGEST_PREFIX:
            message = f"机关代字「{each.prefix}」太长，最多 {_LONGEST_PREFIX} 个字，请改短。"
        if message:
            yield FieldProblem(field="issuers", message=message)
