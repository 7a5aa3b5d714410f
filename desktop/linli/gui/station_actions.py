"""The commands of the menu 值班 that are about stations and what is done there for people."""

from linli.domain.accounts import Right
from linli.gui.actions import ActionSpec
from linli.gui.i18n import mark

HELP_STATIONS = ActionSpec(
    text=mark("援助站(&S)…"),
    icon_name="building-store",
    tip=mark("各站点的“七个有”缺什么，打门牌、检查表、电话表、值班人员、指南和制度"),
    right=Right.READ,
)
AGENCY = ActionSpec(
    text=mark("代办事项(&A)…"),
    icon_name="notebook",
    tip=mark("替居民办的事：收了什么、哪天办好、在谁手里，打存根和回执"),
    right=Right.READ,
)
DISPATCHES = ActionSpec(
    text=mark("家政派遣(&D)…"),
    icon_name="home",
    tip=mark("居民要的家政服务，派给家政人员或便民网点，回访，代金券"),
    right=Right.READ,
)
EVENTS = ActionSpec(
    text=mark("场地和活动(&V)…"),
    icon_name="calendar-event",
    tip=mark("谁在什么时候用哪个场地，办什么活动，打签到表和门口通知，记人次和时长"),
    right=Right.READ,
)
