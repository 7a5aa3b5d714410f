"""The commands of the menu 值班 that are about people: who can be on duty, leaves, hours."""

from linli.domain.accounts import Right
from linli.gui.actions import ActionSpec
from linli.gui.i18n import mark

WORKERS = ActionSpec(
    text=mark("人员(&P)…"),
    icon_name="id-badge-2",
    tip=mark("谁能值班：工作人员、志愿者、家政人员，会什么、什么时候能来"),
    right=Right.READ,
)
WORKER_LEAVES = ActionSpec(
    text=mark("请假和不同班(&Q)…"),
    icon_name="calendar-week",
    tip=mark("谁哪几天不在，哪两个人不能排在同一班"),
    right=Right.READ,
)
HOURS = ActionSpec(
    text=mark("时长和证明(&H)…"),
    icon_name="heart-handshake",
    tip=mark("谁服务了多久，每月汇总，志愿服务记录证明，培训和表彰"),
    right=Right.READ,
)
HAND_OVERS = ActionSpec(
    text=mark("签到和交接(&K)…"),
    icon_name="list-check",
    tip=mark("打印签到表，登记交接班，按值班表登记时长"),
    right=Right.READ,
)
