"""Rules of home services (家政派遣), providers and vouchers before they are saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.dispatches import (
    DISPATCH_STATE,
    Dispatch,
    DispatchDraft,
    DispatchMove,
    DispatchState,
    Satisfaction,
    next_states,
)
from linli.domain.providers import ProviderDraft, Voucher, VoucherDraft
from linli.domain.register_texts import spoken
from linli.domain.values.money import yuan
from linli.domain.values.names import normalise_name
from linli.errors import FieldProblem

MOST_PRICE = 100_000_00
"""Fen of a price that is believed; a typing error makes higher ones."""


def clean_dispatch(draft: DispatchDraft) -> DispatchDraft:
    """Return a request in normal form."""
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        address=clean_text(draft.address),
        what=clean_lines(draft.what) or "",
        wished_time=clean_text(draft.wished_time),
    )


def check_dispatch(draft: DispatchDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a request in normal form."""
    return list(_dispatch_problems(draft, today))


def check_voucher_use(voucher: Voucher, day: date, number: str = "") -> list[FieldProblem]:
    """Return why a voucher cannot pay a request.

    Args:
        voucher: the voucher.
        day: when it is to pay.
        number: of the request, "" of a new one.
    """
    called = f"代金券「{voucher.facts.number}」"
    message = ""
    if voucher.used_on is not None:
        message = f"{called}{spoken(voucher.used_on)}已经用过，请选另一张，或不用代金券。"
    elif voucher.expired(day):
        last = spoken(voucher.facts.valid_until)
        message = f"{called}到{last}为止，已经过期，请选另一张，或不用代金券。"
    elif voucher.reserved_by not in {"", number}:
        message = f"{called}已经用在派单 {voucher.reserved_by} 上，请选另一张，或不用代金券。"
    return [FieldProblem(field="voucher_id", message=message)] if message else []


def clean_move(move: DispatchMove) -> DispatchMove:
    """Return a step in normal form: only what belongs to its state is kept."""
    sent = move.to is DispatchState.SENT
    closed = move.to is DispatchState.CLOSED
    return replace(
        move,
        person=normalise_name(move.person),
        worker_id=move.worker_id if sent else None,
        provider_id=move.provider_id if sent and move.worker_id is None else None,
        satisfaction=move.satisfaction if closed else None,
        words=clean_lines(move.words),
    )


def check_move(move: DispatchMove, item: Dispatch, today: date) -> list[FieldProblem]:
    """Return every broken rule of a step in normal form."""
    return list(_move_problems(move, item, today))


def clean_provider(draft: ProviderDraft) -> ProviderDraft:
    """Return a provider in normal form."""
    return replace(
        draft,
        name=clean_text(draft.name) or "",
        what=clean_text(draft.what) or "",
        phone=clean_text(draft.phone),
        address=clean_text(draft.address),
        note=clean_lines(draft.note),
    )


def check_provider(draft: ProviderDraft) -> list[FieldProblem]:
    """Return every broken rule of a provider in normal form."""
    problems = list(phone_problems("phone", draft.phone))
    if not draft.name:
        problems.append(FieldProblem(field="name", message="没有填写网点名称，请填写。"))
    if not draft.what:
        message = "没有填写服务项目，请填写，如 理发、洗衣。"
        problems.append(FieldProblem(field="what", message=message))
    return problems


def clean_voucher(draft: VoucherDraft) -> VoucherDraft:
    """Return a voucher in normal form."""
    return replace(draft, number=clean_text(draft.number) or "", name=normalise_name(draft.name))


def check_voucher(draft: VoucherDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a voucher in normal form."""
    problems = list(name_problems("who", draft.name))
    if not draft.number:
        message = "没有填写券号，请照券面填写。"
        problems.append(FieldProblem(field="number", message=message))
    problems += _amount_problems("value", "面值", draft.value)
    if draft.issued_on > today:
        message = f"发放日期「{spoken(draft.issued_on)}」还没有到，请核对。"
        problems.append(FieldProblem(field="issued_on", message=message))
    if draft.valid_until is not None and draft.valid_until < draft.issued_on:
        message = f"有效期「{spoken(draft.valid_until)}」早于发放日期，请核对。"
        problems.append(FieldProblem(field="valid_until", message=message))
    return problems


def check_used(voucher: Voucher, day: date, today: date) -> list[FieldProblem]:
    """Return why a voucher cannot have been used on a day."""
    problems = [replace(each, field="used_on") for each in check_voucher_use(voucher, day)]
    if not voucher.facts.issued_on <= day <= today:
        message = f"使用日期「{spoken(day)}」应在发放以后、今天以前，请核对。"
        problems.append(FieldProblem(field="used_on", message=message))
    return problems


def _dispatch_problems(draft: DispatchDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("who", draft.name)
    yield from phone_problems("phone", draft.phone)
    if draft.phone is None and draft.resident_id is None:
        message = "没有填写电话，请填写，服务人员要先打电话约时间。"
        yield FieldProblem(field="phone", message=message)
    if draft.address is None:
        yield FieldProblem(field="address", message="没有填写住址，请填写到几号楼几室。")
    if not draft.what:
        message = "没有填写要做什么，请填写，如 擦玻璃、修水管。"
        yield FieldProblem(field="what", message=message)
    if draft.received_on > today:
        message = f"登记日期「{spoken(draft.received_on)}」还没有到，请核对。"
        yield FieldProblem(field="received_on", message=message)
    if draft.wished_on is not None and draft.wished_on < draft.received_on:
        message = f"希望的日期「{spoken(draft.wished_on)}」早于登记日期，请核对。"
        yield FieldProblem(field="wished_on", message=message)
    if draft.price is not None:
        yield from _amount_problems("price", "价格", draft.price, least=0)


def _amount_problems(field: str, what: str, amount: int, least: int = 1) -> Iterator[FieldProblem]:
    if not least <= amount <= MOST_PRICE:
        message = f"{what}「{yuan(amount)}」元不对，请填 {yuan(MOST_PRICE)} 元以内的数。"
        yield FieldProblem(field=field, message=message)


def _move_problems(move: DispatchMove, item: Dispatch, today: date) -> Iterator[FieldProblem]:
    now = DISPATCH_STATE[item.state]
    if move.to not in next_states(item.state):
        message = f"派单 {item.number} 现在是“{now}”，不能变成“{DISPATCH_STATE[move.to]}”。"
        yield FieldProblem(field="to", message=message)
        return
    if not move.person:
        yield FieldProblem(field="person", message="没有填写经办人，请填写。")
    if move.to is DispatchState.SENT and move.worker_id is None and move.provider_id is None:
        message = "没有选派给谁，请选家政人员或便民网点。"
        yield FieldProblem(field="sent_to", message=message)
    if move.to is DispatchState.CLOSED and move.satisfaction is None:
        yield FieldProblem(field="satisfaction", message="没有选居民是否满意，请选一项。")
    if move.words is None:
        if move.to is DispatchState.CANCELLED:
            message = "没有写取消的原因，请填写，如 居民自己找了人。"
            yield FieldProblem(field="words", message=message)
        elif move.to is DispatchState.SENT and item.state is DispatchState.SENT:
            message = "没有写改派的原因，请填写，如 原来的人临时有事。"
            yield FieldProblem(field="words", message=message)
        elif move.satisfaction is Satisfaction.BAD:
            message = "居民不满意，请写下是什么事，好回去改进。"
            yield FieldProblem(field="words", message=message)
    earliest = max((step.day for step in item.steps), default=item.facts.received_on)
    if not earliest <= move.day <= today:
        message = f"日期「{spoken(move.day)}」应在上一步以后、今天以前，请核对。"
        yield FieldProblem(field="day", message=message)
