"""What a step of a case does, said before it is done, and which of its fields it wants."""

from collections.abc import Mapping
from dataclasses import dataclass

from linli.domain.case_flow import REASONED, Step

EFFECT: Mapping[Step, str] = {
    Step.ACCEPT: "受理以后编案号，案号不会再改；调解期限从受理这一天起算。",
    Step.REFUSE: "不予受理的要写明原因，并告诉当事人可以找谁；以后可以归档，也可以重新启动。",
    Step.INQUIRE: "记一次调查：问了谁、说了什么，可以打印调查记录。",
    Step.MEET: "记一次调解：谁到场、怎么谈的、结果怎样。一件案子可以调解多次。",
    Step.AGREE_WRITTEN: (
        "书面协议从各方签名盖章或按指印、调解员签名并加盖调委会印章那天起生效。"
        "生效以后 30 天内，双方可以共同申请司法确认。"
    ),
    Step.AGREE_ORAL: "口头协议从达成那天起生效，协议内容由调解员记下来。",
    Step.FAIL: "终止调解，并告诉当事人可以通过仲裁、行政、司法途径维护自己的权利。",
    Step.DECLINE: "一方明确拒绝的，不得调解；案子就此结束，可以归档。",
    Step.PERFORM: "协议开始履行，还没有全部办完。",
    Step.COMPLETE: "协议写明的事全部办完了，接下来回访。",
    Step.BREACH: "没有按协议履行。可以再调解，可以移送，当事人也可以起诉。",
    Step.FOLLOW_UP: "记一次回访：履行得怎样、满意不满意。",
    Step.ARCHIVE: "卷宗归档，案子办结。归档以后要再办，须重新启动并写明原因。",
    Step.HAND_UP: "上交以后，案子交给上一级；交到街道以上的，在交回以前这里不能再办。",
    Step.HAND_BACK: "案子交回来，从原来的那一步接着办。",
    Step.SETTLED_ABOVE: "上一级已经化解，案子在这里结束，可以归档。",
    Step.TRANSFER: "案子移送给别的部门，在这里结束；可以打印移交单。",
    Step.RISK: (
        "有可能激化的，采取预防措施；有可能引起治安案件、刑事案件的，"
        "要及时向公安机关或者有关部门报告。办到哪一步不变。"
    ),
    Step.EXTEND: "延长调解期限要双方同意。办到哪一步不变。",
    Step.APPLY_COURT: "双方共同向法院申请司法确认。办到哪一步不变。",
    Step.COURT_RULED: "记下法院的裁定。裁定有效的可以申请强制执行。",
    Step.REOPEN: "案子重新启动，原来的记录都留着，重新启动这件事也会记下来。",
    Step.VOID: "登记错了的才作废。记录保留，不计入统计，以后不能再办理。",
}
"""What happens, of every step but the registration; 人民调解法 art. 17, 25, 26, 28 to 31, 33."""


@dataclass(frozen=True, kw_only=True)
class Wants:
    """Which fields a step has beside its day; "" and False for what it does not want.

    `unit` and `reason` are the labels of these fields; a reason is required where `needs_reason`.
    """

    unit: str = ""
    reason: str = "备注"
    level: bool = False
    until: bool = False
    ruling: bool = False
    risk: bool = False
    needs_reason: bool = False


_WANTS: Mapping[Step, Wants] = {
    Step.HAND_UP: Wants(unit="上交给哪个单位", level=True),
    Step.HAND_BACK: Wants(unit="从哪个单位交回"),
    Step.SETTLED_ABOVE: Wants(unit="哪个单位化解的"),
    Step.TRANSFER: Wants(unit="移送给哪个单位"),
    Step.EXTEND: Wants(until=True),
    Step.RISK: Wants(unit="报告给哪个单位", risk=True),
    Step.APPLY_COURT: Wants(unit="向哪个法院申请"),
    Step.COURT_RULED: Wants(ruling=True),
}


def wants(step: Step) -> Wants:
    """Return which fields a step has."""
    found = _WANTS.get(step, Wants())
    if step not in REASONED:
        return found
    return Wants(
        unit=found.unit,
        reason="原因",
        level=found.level,
        until=found.until,
        ruling=found.ruling,
        risk=found.risk,
        needs_reason=True,
    )
