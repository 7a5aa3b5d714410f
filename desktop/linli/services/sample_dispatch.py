"""The sample community's home services: providers with prices, vouchers, four requests."""

from datetime import timedelta
from typing import TYPE_CHECKING

from linli.domain.dispatches import DispatchDraft, DispatchMove, DispatchState, Satisfaction
from linli.domain.providers import ProviderDraft, VoucherDraft, parse_prices
from linli.domain.workers import WorkerDraft, WorkerFilter, WorkerKind
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN

if TYPE_CHECKING:
    from linli.storage.database import Writing

_PROVIDERS = (
    ("幸福便民理发点", "理发", "理发 10 元/次\n老人上门理发 15 元/次", "大厅东侧"),
    ("蔬菜配送中心", "蔬菜配送、洗衣", "送菜 免费\n洗衣 12 元/件", "市场后街1号"),
)
_HOUSEKEEPERS = 2
_VALUE = 2000  # fen
_VOUCHERS = 3
_DONE = (DispatchState.SENT, DispatchState.DONE, DispatchState.CLOSED)
_REQUESTS = (
    ("擦玻璃，三室一厅", "3号楼2单元501", 8000, 12, _DONE),
    ("修水龙头", "5号楼1单元201", 3000, 8, _DONE[:2]),
    ("照看老人半天", "2号楼3单元102", 6000, 2, _DONE[:1]),
    ("老人上门理发", "1号楼1单元301", 1500, 0, ()),
)
"""What is to be done, where, for how many fen, asked for how many days ago, and what was done."""


def add_dispatches(work: "Writing", fiction: Fiction, account: str) -> None:
    """Add providers, vouchers and requests; housekeepers where nobody is one yet.

    Args:
        work: the transaction; people on duty are in it already.
        fiction: makes up the people.
        account: who took the requests down.
    """
    from linli.storage import dispatches, providers

    for name, what, prices, address in _PROVIDERS:
        provider = ProviderDraft(
            name=name,
            what=what,
            phone=fiction.mobile(),
            address=address,
            prices=parse_prices(prices),
        )
        providers.save_provider(work.session, None, provider)
    issued = fiction.today - timedelta(days=30)
    for number in range(1, _VOUCHERS + 1):
        voucher = VoucherDraft(
            number=f"JZ{number:03d}", value=_VALUE, issued_on=issued, name=_name(fiction)
        )
        providers.save_voucher(work.session, None, voucher)
    worker_id, worker = _housekeeper(work, fiction)
    for what, address, price, days, done in _REQUESTS:
        day = fiction.today - timedelta(days=days)
        draft = DispatchDraft(
            received_on=day,
            name=_name(fiction),
            phone=fiction.mobile(),
            address=address,
            what=what,
            wished_on=day + timedelta(days=1),
            wished_time="上午",
            price=price,
        )
        sequence = dispatches.next_sequence(work.connection, day.year)
        number = dispatches.add_dispatch(work.session, draft, sequence=sequence, account=account)
        record = dispatches.get_record(work.session, number)
        for to in done:
            sent = to is DispatchState.SENT
            move = DispatchMove(
                to=to,
                day=day if sent else day + timedelta(days=1),
                person=account,
                worker_id=worker_id if sent else None,
                satisfaction=Satisfaction.GOOD if to is DispatchState.CLOSED else None,
            )
            dispatches.add_step(work.session, record, move, worker if sent else None)


def _housekeeper(work: "Writing", fiction: Fiction) -> tuple[int, str]:
    """Return a housekeeper with the name."""
    from linli.storage import workers

    known = workers.list_workers(work.connection, WorkerFilter(kind=WorkerKind.HOUSEKEEPER))
    if known:
        return known[0].id, known[0].facts.name
    added = [
        WorkerDraft(kind=WorkerKind.HOUSEKEEPER, name=_name(fiction), phone=fiction.mobile())
        for _ in range(_HOUSEKEEPERS)
    ]
    ids = [workers.save_worker(work.session, None, each) for each in added]
    return ids[0], added[0].name


def _name(fiction: Fiction) -> str:
    return fiction.name(HAN, fiction.sex())
