"""Lists of a notice to sign (签领表、签收表): one line for each recipient, building by building."""

from collections.abc import Iterable, Sequence

from linli.domain.notices import NoticeRecipient
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_ROW = 10.0  # mm: room to sign
_FOOT = "发放人签字：＿＿＿＿＿＿＿＿　　发放完毕日期：＿＿＿＿年＿＿月＿＿日"


def signing_sheet(
    recipients: Sequence[NoticeRecipient],
    *,
    title: str,
    subtitle: str = "",
    columns: Iterable[str] = (),
) -> Register:
    """Return the list to sign.

    Args:
        recipients: in the order of the walk.
        title: over it.
        subtitle: what is handed out.
        columns: to be filled in by hand, beside name and signature.
    """
    more = tuple(columns)
    heads = (
        RegisterColumn(title="序号", width=12, align=Align.CENTER),
        RegisterColumn(title="门牌", width=44, holds=Holds.PLACE),
        RegisterColumn(title="姓名", width=28, holds=Holds.NAME),
        *(RegisterColumn(title=name, width=18, align=Align.CENTER) for name in more),
        RegisterColumn(title="签名", width=32),
        RegisterColumn(title="日期", width=20),
        RegisterColumn(title="备注", width=16, share=1),
    )
    groups: dict[str, list[tuple[str, ...]]] = {}
    for number, one in enumerate(recipients, 1):
        blank = ("",) * (len(more) + 3)
        groups.setdefault(one.building, []).append((str(number), one.place, one.name, *blank))
    return Register(
        title=title,
        subtitle=subtitle,
        columns=heads,
        groups=tuple(
            RegisterGroup(heading=f"{name}　{len(rows)} 份" if name else "", rows=rows)
            for name, rows in groups.items()
        ),
        foot_note=f"合计：{len(recipients)} 份\n\n{_FOOT}",
        row_height=_ROW,
    )
