"""Home services (家政派遣) as they are printed: slips, lists, providers with prices, vouchers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from linli.domain.dispatches import (
    DISPATCH_STATE,
    SATISFACTION,
    Dispatch,
    DispatchState,
    DispatchSums,
    dispatch_sums,
)
from linli.domain.letters import Letter, LetterLine, body, fact, sign, tick
from linli.domain.providers import (
    Provider,
    Voucher,
    prices_text,
    voucher_sums,
    voucher_sums_text,
)
from linli.domain.register_texts import NUMBER, PHONE, PLACE, spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.values.money import yuan

_DISPATCH_COLUMNS = (
    RegisterColumn(title="编号", width=24, align=Align.CENTER),
    RegisterColumn(title="登记日期", width=26, align=Align.CENTER),
    RegisterColumn(title="居民", width=22, holds=Holds.NAME),
    PHONE,
    replace(PLACE, width=38, share=1),
    RegisterColumn(title="做什么", width=30, share=2, holds=Holds.PRIVATE),
    RegisterColumn(title="派给", width=24, share=1, holds=Holds.NAME),
    RegisterColumn(title="状态", width=17, align=Align.CENTER),
    RegisterColumn(title="价格（元）", width=20, align=Align.RIGHT),
    RegisterColumn(title="满意度", width=19, align=Align.CENTER),
)
_PROVIDER_COLUMNS = (
    NUMBER,
    RegisterColumn(title="网点", width=42, share=1),
    RegisterColumn(title="服务项目", width=42, share=1),
    RegisterColumn(title="价格", width=56, share=2),
    RegisterColumn(title="电话", width=32),
    RegisterColumn(title="地址", width=44, share=1),
)
_VOUCHER_COLUMNS = (
    NUMBER,
    RegisterColumn(title="券号", width=30, holds=Holds.INTERNAL),
    RegisterColumn(title="面值（元）", width=20, align=Align.RIGHT),
    RegisterColumn(title="发给", width=28, share=1, holds=Holds.NAME),
    RegisterColumn(title="发放日期", width=26, align=Align.CENTER),
    RegisterColumn(title="有效期到", width=26, align=Align.CENTER),
    RegisterColumn(title="使用日期", width=26, align=Align.CENTER),
    RegisterColumn(title="用在哪里", width=34, share=1),
)
_MISSING = "（未填）"


def dispatch_register(items: Sequence[Dispatch], *, title: str) -> Register:
    """Return requests in the order given, with the sums below, for A4 across."""
    rows = [
        (
            each.number,
            each.facts.received_on.isoformat(),
            each.facts.name,
            each.phone,
            each.facts.address or "",
            each.facts.what.replace("\n", "；"),
            each.doer,
            DISPATCH_STATE[each.state],
            "" if each.facts.price is None else yuan(each.facts.price),
            SATISFACTION[each.satisfaction] if each.satisfaction else "",
        )
        for each in items
    ]
    return Register(
        title=title,
        columns=_DISPATCH_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{dispatch_sums_text(dispatch_sums(items))}" if rows else "",
    )


def dispatch_sums_text(sums: DispatchSums) -> str:
    """Return sums in words: 登记 5 件，没有做完 1 件，做完 3 件 240 元（满意 2），取消 1 件."""
    said = "、".join(f"{SATISFACTION[each]} {count}" for each, count in sums.said.items())
    parts = [f"登记 {sums.count} 件"]
    if sums.waiting:
        parts.append(f"没有做完 {sums.waiting} 件")
    if sums.worked:
        worked = f"做完 {sums.worked} 件 {yuan(sums.amount)} 元"
        parts.append(f"{worked}（{said}）" if said else worked)
    if sums.cancelled:
        parts.append(f"取消 {sums.cancelled} 件")
    return "，".join(parts)


def provider_register(items: Sequence[Provider], *, title: str) -> Register:
    """Return providers with their prices, for A4 across; it is made to be hung and handed out."""
    rows = [
        (
            str(number),
            each.facts.name,
            each.facts.what,
            prices_text(each.facts.prices),
            each.facts.phone or "",
            each.facts.address or "",
        )
        for number, each in enumerate(items, start=1)
    ]
    return Register(title=title, columns=_PROVIDER_COLUMNS, groups=(RegisterGroup(rows=rows),))


def voucher_register(items: Sequence[Voucher], today: date, *, title: str) -> Register:
    """Return vouchers with the sums below, for A4 across."""
    rows = [
        (
            str(number),
            each.facts.number,
            yuan(each.facts.value),
            each.facts.name,
            each.facts.issued_on.isoformat(),
            each.facts.valid_until.isoformat() if each.facts.valid_until else "不限",
            each.used_on.isoformat() if each.used_on else "",
            voucher_text(each, today),
        )
        for number, each in enumerate(items, start=1)
    ]
    return Register(
        title=title,
        columns=_VOUCHER_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{voucher_sums_text(voucher_sums(items, today))}" if rows else "",
    )


def voucher_text(voucher: Voucher, today: date) -> str:
    """Return what became of a voucher: where it was used, 过期, or the request that has it."""
    if voucher.used_on is not None:
        return voucher.provider or "家政服务"
    if voucher.expired(today):
        return "过期"
    return f"派单 {voucher.reserved_by}" if voucher.reserved_by else ""


def dispatch_letters(
    item: Dispatch, *, community: str, contact: str, printed: str
) -> tuple[Letter, Letter]:
    """Return the slip (家政派单) twice: for who does the work, and for the resident.

    Args:
        item: a request for which somebody is sent.
        community: who sends.
        contact: the hall's number, where the resident can complain; "" where it has none.
        printed: who prints it and when.
    """
    facts = item.facts
    sent = item.made(DispatchState.SENT)
    common = (
        fact("编号", item.number),
        fact("派单日期", spoken(sent.day) if sent else _MISSING),
        fact("服务内容", facts.what.replace("\n", "；")),
        fact("上门时间", _when(item)),
        fact("约定价格", "面议" if facts.price is None else f"{yuan(facts.price)} 元"),
        *_voucher_lines(item),
    )
    worker = (
        *common,
        fact("居民", facts.name),
        fact("电话", item.phone or _MISSING),
        fact("住址", facts.address or _MISSING),
        body("上门前请先打电话约定；出示本单和证件；按约定价格收费，不另外要钱。"),
        fact("居民评价", "做完后请居民勾选、签名，本单交回社区。"),
        *(tick(words) for words in SATISFACTION.values()),
        sign("居民签名"),
        sign("服务人员签名"),
        sign("完成日期"),
    )
    phone = item.worker_phone or item.provider_phone
    told = (
        f"服务有什么问题，请打社区电话 {contact}。" if contact else "服务有什么问题，请告诉社区。"
    )
    resident = (
        *common,
        fact("谁来服务", item.doer or _MISSING),
        fact("服务电话", phone or _MISSING),
        fact("上门地址", facts.address or _MISSING),
        body(f"请核对来人的姓名再开门；按约定价格付钱，不用多给。{told}"),
        body(f"{community}　{spoken(sent.day) if sent else ''}"),
    )
    return (
        _slip("服务人员留存", worker, community, printed),
        _slip("居民留存", resident, community, printed),
    )


def _slip(part: str, lines: tuple[LetterLine, ...], community: str, printed: str) -> Letter:
    return Letter(title="家政派单", subtitle=f"{community}　{part}", lines=lines, printed=printed)


def _when(item: Dispatch) -> str:
    parts = (spoken(item.facts.wished_on), item.facts.wished_time or "")
    return "　".join(filter(None, parts)) or "电话约定"


def _voucher_lines(item: Dispatch) -> tuple[LetterLine, ...]:
    if not item.voucher:
        return ()
    said = f"{item.voucher}（{yuan(item.voucher_value)} 元）"
    if item.to_pay is not None:
        said += f"，另付 {yuan(item.to_pay)} 元"
    return (fact("代金券", said),)
