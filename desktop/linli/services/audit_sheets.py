"""The audit trail on paper: what stands on its list."""

from collections.abc import Iterable

from linli.domain.audit import kind_name
from linli.domain.history import AuditEvent
from linli.domain.registers import Register, RegisterColumn, RegisterGroup
from linli.services.context import Context
from linli.storage import settings

_COLUMNS = (
    RegisterColumn(title="序号", width=16),
    RegisterColumn(title="时间", width=46),
    RegisterColumn(title="账号", width=20),
    RegisterColumn(title="类别", width=24),
    RegisterColumn(title="操作", width=50, share=2),
    RegisterColumn(title="对象", width=40, share=1),
    RegisterColumn(title="结果和说明", width=46, share=2),
)


def register_of(events: Iterable[AuditEvent], words: str, context: Context) -> Register:
    """Return the list of events to print; `words` say what was asked for."""
    rows = [
        (
            str(event.id),
            f"{event.at:%Y-%m-%d %H:%M:%S}",
            event.account,
            kind_name(event.kind),
            event.action,
            event.subject,
            result_of(event),
        )
        for event in events
    ]
    made = context.clock()
    return Register(
        title="审计日志",
        subtitle=f"{community_of(context)}　{words}　共 {len(rows)} 条",
        columns=_COLUMNS,
        groups=(RegisterGroup(rows=rows),),
        printed=f"打印人：{context.actor.name}　"
        f"打印时间：{made.year}年{made.month}月{made.day}日 {made:%H:%M}",
    )


def result_of(event: AuditEvent) -> str:
    """Return whether an event came about, and its details, in one line."""
    details = [f"{name}：{value}" for name, value in event.detail.items()]
    return "；".join([*([] if event.succeeded else ["没有成功"]), *details])


def community_of(context: Context) -> str:
    """Return the community's name."""
    with context.db.reading() as connection:
        return settings.get_hall(connection).community
