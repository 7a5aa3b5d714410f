"""Every command of the window in one table: its words, icon and keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from linli.domain.accounts import Right
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.icons import icon
from linli.gui.permission import RefusedAction, who_may


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """A command. `text` carries the mnemonic (新增(&N)); `keys` is a shortcut such as Ctrl+N.

    Without `right` it stays disabled; everybody has the right None.
    """

    text: str
    icon_name: str = ""
    keys: str = ""
    tip: str = ""
    right: Right | None = None


FIND = ActionSpec(text=mark("查找(&F)"), icon_name="search", keys="Ctrl+F", right=Right.READ)
JUMP = ActionSpec(
    text=mark("跳转(&J)…"),
    icon_name="arrow-right",
    keys="Ctrl+K",
    tip=mark("到任何一位居民、一户、一张卡、一栋楼、一个单位，或一个功能"),
    right=Right.READ,
)
UNDO = ActionSpec(text=mark("撤销(&U)"), icon_name="arrow-back-up", keys="Ctrl+Z", right=Right.EDIT)
REDO = ActionSpec(
    text=mark("重做(&R)"), icon_name="arrow-forward-up", keys="Ctrl+Y", right=Right.EDIT
)
IMPORT = ActionSpec(
    text=mark("导入台账(&I)…"),
    icon_name="file-import",
    keys="Ctrl+I",
    tip=mark("从现有的表格（xlsx、xls、ods、csv）导入居民"),
    right=Right.IMPORT,
)
PASTE = ActionSpec(
    text=mark("从剪贴板导入(&V)…"),
    icon_name="clipboard",
    keys="Ctrl+V",
    tip=mark("把在 WPS 或 Excel 里复制的几行几列导入进来"),
    right=Right.IMPORT,
)
EXPORT = ActionSpec(
    text=mark("导出名册(&E)…"), icon_name="file-export", keys="Ctrl+Shift+E", right=Right.EXPORT
)
HISTORY = ActionSpec(
    text=mark("修改记录(&H)"), icon_name="history", keys="Ctrl+H", right=Right.READ
)
BACKUP = ActionSpec(
    text=mark("立即备份(&B)"), icon_name="device-floppy", keys="Ctrl+B", right=Right.BACKUP
)
SETTINGS = ActionSpec(text=mark("设置(&S)…"), icon_name="settings", keys="Ctrl+,")
LOCK = ActionSpec(text=mark("锁定(&L)"), icon_name="lock", keys="Ctrl+L")
HELP = ActionSpec(text=mark("帮助(&A)"), icon_name="help", keys="F1", tip=mark("眼前这一页怎么用"))
FIRST_DAY = ActionSpec(
    text=mark("第一天：跟着练一遍(&D)"),
    icon_name="school",
    keys="Shift+F1",
    tip=mark("另开一个练习窗口，里面的人都是虚构的，跟着做八步"),
)
KEYS = ActionSpec(text=mark("快捷键(&K)"), icon_name="keyboard")
ZOOM_IN = ActionSpec(text=mark("放大字号"), icon_name="zoom-in", keys="Ctrl++")
ZOOM_OUT = ActionSpec(text=mark("缩小字号"), icon_name="zoom-out", keys="Ctrl+-")
ZOOM_RESET = ActionSpec(text=mark("标准字号"), icon_name="maximize", keys="Ctrl+0")
QUIT = ActionSpec(text=mark("退出(&Q)"), icon_name="logout", keys="Ctrl+Q")

NEW_RESIDENT = ActionSpec(
    text=mark("新增居民(&N)"), icon_name="user-plus", keys="Ctrl+N", right=Right.EDIT
)
EDIT_RESIDENT = ActionSpec(text=mark("编辑(&D)"), icon_name="edit", keys="F2", right=Right.EDIT)
PRINT_CARDS = ActionSpec(
    text=mark("打联系卡(&P)"), icon_name="printer", keys="Ctrl+P", right=Right.PRINT
)
HOUSEHOLD = ActionSpec(text=mark("本户(&O)"), icon_name="home", keys="F4", right=Right.READ)
RESIDENT_HISTORY = ActionSpec(text=mark("历史(&R)"), icon_name="history", right=Right.READ)
MOVE_OUT = ActionSpec(text=mark("迁出(&T)…"), icon_name="home-move", right=Right.EDIT)
DECEASED = ActionSpec(text=mark("去世(&W)…"), icon_name="flower", right=Right.EDIT)
NEW_VISIT = ActionSpec(text=mark("记一次走访(&V)…"), icon_name="walk", right=Right.EDIT)
NEW_NOTICE = ActionSpec(
    text=mark("发通知(&L)…"),
    icon_name="file-text",
    tip=mark("给选中的各户写通知、一封信、走访单"),
    right=Right.EDIT,
)
COMPARE = ActionSpec(
    text=mark("核对是否同一人(&M)…"),
    icon_name="arrows-join",
    tip=mark("选中两位居民，对照后可以合并"),
    right=Right.READ,
)
RETURN_HERE = ActionSpec(text=mark("迁回(&B)"), icon_name="restore", right=Right.EDIT)
RECYCLE = ActionSpec(text=mark("移入回收站(&X)"), icon_name="trash", keys="Del", right=Right.REMOVE)
CLEAR = ActionSpec(text=mark("清除条件(&K)"), keys="Alt+K")
REFRESH = ActionSpec(text=mark("刷新(&F)"), icon_name="refresh", keys="F5")
RENTALS = ActionSpec(text=mark("出租房屋(&T)…"), icon_name="building-community", right=Right.READ)
RECYCLE_BIN = ActionSpec(text=mark("回收站(&G)…"), icon_name="recycle", right=Right.REMOVE)

PRINT_RUNS = ActionSpec(
    text=mark("打印批次(&R)…"),
    icon_name="cards",
    keys="Ctrl+R",
    tip=mark("成批打印的联系卡：接着打、卡纸了、签收表"),
    right=Right.READ,
)
OUTDATED_CARDS = ActionSpec(
    text=mark("要换的卡(&O)…"),
    icon_name="refresh-alert",
    tip=mark("网格员或电话换了以后，哪些人手里的卡过时了"),
    right=Right.READ,
)
PAIRINGS = ActionSpec(text=mark("结对联系(&J)…"), icon_name="heart-handshake", right=Right.READ)
STAFF = ActionSpec(text=mark("工作人员(&W)…"), icon_name="id-badge-2", right=Right.READ)
STATIONS = ActionSpec(text=mark("援助站点(&S)…"), icon_name="building-store", right=Right.READ)
POSTS = ActionSpec(
    text=mark("岗位人员(&P)…"),
    icon_name="users",
    tip=mark("网格长、联络员、楼栋长等由谁担任：交接、空缺、移交清单"),
    right=Right.READ,
)
CLAIMS = ActionSpec(
    text=mark("岗位认领和承诺(&C)…"),
    icon_name="heart-handshake",
    tip=mark("六大员、党员设岗、志愿岗：承诺书、践诺、公示，工作职责"),
    right=Right.READ,
)
TEAMS = ActionSpec(
    text=mark("队伍(&T)…"),
    icon_name="users-group",
    tip=mark("巡逻队、应急分队、信息员、楼栋长：队员、排班、装备、演练、集结名单"),
    right=Right.READ,
)
SWEEPS = ActionSpec(
    text=mark("排查(&P)…"),
    icon_name="walk",
    tip=mark("去哪里排查了矛盾纠纷，发现了什么；发现的点一下就转为案件"),
    right=Right.MEDIATE,
)
PETITIONS = ActionSpec(
    text=mark("信访(&X)…"),
    icon_name="shield-lock",
    tip=mark("来信、来访、来电、网上的信访，办理期限和重复信访的提醒"),
    right=Right.SENSITIVE,
)
SUGGESTIONS = ActionSpec(
    text=mark("建议(&Y)…"),
    icon_name="notebook",
    tip=mark("居民提的建议，什么时候答复，打印答复单"),
    right=Right.READ,
)
CASE_REPORTS = ActionSpec(
    text=mark("统计报表(&T)…"),
    tip=mark("一个月、一个季度或一年的调解统计；每个数都能打开来看是哪些案件"),
    icon_name="chart-bar",
    right=Right.MEDIATE,
)
CLOCKS = ActionSpec(
    text=mark("到期灯(&D)…"),
    icon_name="bell-ringing",
    tip=mark("哪些案件、信访、建议快到期了，哪些已经超期"),
    right=Right.READ,
)
DUE_CALENDAR = ActionSpec(
    text=mark("期限日历(&C)…"),
    icon_name="calendar-week",
    tip=mark("一个月里哪天有什么到期，哪天放假、哪天调休上班"),
    right=Right.READ,
)
LIMITS = ActionSpec(
    text=mark("办理期限(&L)…"),
    icon_name="list-check",
    tip=mark("各种事项几天办结、依据是什么、从哪天起适用，哪些是法定的"),
    right=Right.READ,
)
REPORTS = ActionSpec(
    text=mark("信息报送(&I)…"),
    icon_name="notebook",
    tip=mark("信息员报来的五类信息，上报、反馈、按月统计和补助表"),
    right=Right.READ,
)
WALKS = ActionSpec(text=mark("走访单和核对单(&W)…"), icon_name="walk", right=Right.READ)
COMMUNITY_MAP = ActionSpec(
    text=mark("社区图(&M)…"),
    icon_name="map-2",
    tip=mark("各网格的楼栋画成一张图，按人数、老人、没发卡的户等着色，可以打 A3"),
    right=Right.READ,
)
RECEPTIONS = ActionSpec(text=mark("接待日(&J)…"), icon_name="calendar-user", right=Right.READ)
HOLIDAYS = ActionSpec(text=mark("节假日(&H)…"), icon_name="calendar-week", right=Right.READ)
NOTICES = ActionSpec(
    text=mark("通知(&N)…"),
    icon_name="file-text",
    keys="Ctrl+Shift+N",
    tip=mark("会议、停水停电、公示、一封信：填几项就能印，文号自动编，存档可以再印"),
    right=Right.READ,
)
BOARDS = ActionSpec(text=mark("公示栏(&B)…"), icon_name="layout-board", right=Right.READ)
CHECK_NAMES = ActionSpec(
    text=mark("检查姓名(&N)…"),
    icon_name="language",
    tip=mark("哪些人的姓名里有印不出的字"),
    right=Right.READ,
)
FONTS = ActionSpec(text=mark("字体和手绘字(&F)…"), icon_name="typography", right=Right.READ)
TEMPLATES = ActionSpec(text=mark("卡片模板(&T)…"), icon_name="template", right=Right.READ)
SHEETS = ActionSpec(text=mark("纸张(&Z)…"), icon_name="layout-grid", right=Right.READ)
PROFILES = ActionSpec(text=mark("打印机校准(&P)…"), icon_name="ruler-2", right=Right.READ)

ENTITLEMENTS = ActionSpec(
    text=mark("救助待遇(&E)…"),
    icon_name="coin",
    tip=mark("低保、救助、补贴：谁在享受，哪些要复核"),
    right=Right.READ,
)
VISITS = ActionSpec(
    text=mark("走访和服务(&V)…"),
    icon_name="walk",
    tip=mark("五必访、日常走访、上门服务的记录，哪些该去了"),
    right=Right.READ,
)
PARTY = ActionSpec(
    text=mark("党员名册(&D)…"),
    icon_name="flag",
    tip=mark("直管、协管、托管的党员，流动党员登记"),
    right=Right.READ,
)
ELDERS = ActionSpec(text=mark("老年人(&L)…"), icon_name="old", right=Right.READ)
BEDS = ActionSpec(text=mark("养老床位(&B)…"), icon_name="bed", right=Right.READ)
NEIGHBOURS = ActionSpec(text=mark("邻里守望(&N)…"), icon_name="bell-ringing", right=Right.READ)
ORGANISATIONS = ActionSpec(text=mark("辖区单位(&O)…"), icon_name="building", right=Right.READ)
TRAININGS = ActionSpec(text=mark("培训和参观(&T)…"), icon_name="school", right=Right.READ)
SURVEYS = ActionSpec(text=mark("问卷(&S)…"), icon_name="list-check", right=Right.READ)
BUILDINGS = ActionSpec(
    text=mark("楼栋图(&P)…"),
    icon_name="building-skyscraper",
    tip=mark("一栋楼每层每室住着谁，按发卡、出租、独居等着色"),
    right=Right.READ,
)
MISSING = ActionSpec(
    text=mark("缺项名单(&M)…"),
    icon_name="user-question",
    tip=mark("谁还没有电话、证件号、住址"),
    right=Right.READ,
)
DOUBLES = ActionSpec(
    text=mark("重复人员(&C)…"),
    icon_name="users-group",
    tip=mark("可能登记了两次的人，核对后合并"),
    right=Right.READ,
)
MERGES = ActionSpec(text=mark("合并记录(&H)…"), icon_name="arrows-join", right=Right.READ)

ACCOUNTS = ActionSpec(
    text=mark("账号(&A)…"),
    icon_name="users",
    tip=mark("谁能登录、是什么角色，新增、停用、重设密码"),
    right=Right.ACCOUNTS,
)
AUDITS = ActionSpec(
    text=mark("审计日志(&L)…"),
    icon_name="list-details",
    tip=mark("谁在什么时候登录、查看、修改、打印、导出了什么；核验和打印链头"),
    right=Right.AUDIT,
)
BACKUPS = ActionSpec(
    text=mark("备份与恢复(&B)…"),
    icon_name="restore",
    tip=mark("有哪些备份，恢复到其中一个，U盘备份，演练恢复"),
    right=Right.BACKUP,
)
EXCHANGE = ActionSpec(
    text=mark("与其他电脑交换(&X)…"),
    icon_name="arrows-exchange",
    tip=mark("把修改做成加密文件带到别的电脑，或读对方带来的文件"),
    right=Right.EXCHANGE,
)
PRIVACY_REQUESTS = ActionSpec(
    text=mark("个人信息请求(&R)…"),
    icon_name="shield-lock",
    tip=mark("有人要查阅、更正、删除自己的信息，登记、答复、打印"),
    right=Right.PRIVACY,
)
CONSENTS = ActionSpec(
    text=mark("告知书(&G)…"),
    icon_name="file-text",
    tip=mark("个人信息收集使用告知书：谁签了，谁还没有签"),
    right=Right.PRIVACY,
)
RETENTION = ActionSpec(
    text=mark("保存期限(&T)…"),
    icon_name="history",
    tip=mark("哪些人的信息满了保存期限，逐项决定去留"),
    right=Right.PRIVACY,
)
PERSONAL_DATA = ActionSpec(text=mark("个人信息(&I)"), icon_name="shield-lock", right=Right.PRIVACY)

MASKING = ActionSpec(
    text=mark("号码遮盖(&M)…"),
    icon_name="eye-off",
    tip=mark("证件号和电话留哪几位，公示时留哪几位，复制的内容多久清除"),
    right=Right.SETTINGS,
)
DEFECT_REPORTS = ActionSpec(
    text=mark("问题报告(&W)…"),
    icon_name="alert-triangle",
    tip=mark("程序出过的问题，看一看，存到U盘交给维护人员"),
)

OWN_PASSWORD = ActionSpec(text=mark("修改密码(&P)…"), icon_name="key")
SAFETY_RULES = ActionSpec(
    text=mark("密码和锁定(&S)…"),
    icon_name="lock",
    tip=mark("多久没有操作就锁定，密码要多长、多久换一次"),
    right=Right.SETTINGS,
)

NEW_CASE = ActionSpec(
    text=mark("登记纠纷(&N)…"), icon_name="plus", keys="Ctrl+N", right=Right.MEDIATE
)
OPEN_CASE = ActionSpec(text=mark("打开(&O)…"), icon_name="folder-open", right=Right.MEDIATE)
NEXT_STEP = ActionSpec(
    text=mark("下一步(&S)…"),
    icon_name="arrow-right",
    keys="F3",
    tip=mark("现在可以办理的，排在最前面的是通常的下一步"),
    right=Right.MEDIATE,
)
PRINT_CASES = ActionSpec(
    text=mark("打印名单(&P)…"), icon_name="printer", keys="Ctrl+P", right=Right.PRINT
)
COMMITTEE = ActionSpec(
    text=mark("调解委员会和用语(&W)…"),
    icon_name="users-group",
    tip=mark("调委会名称、代字、委员、调解组、社会力量，写记录用的常用语"),
    right=Right.MEDIATE,
)

ROSTER_FILL = ActionSpec(
    text=mark("自动排班(&A)…"),
    icon_name="calendar-user",
    tip=mark("按规则把这个月排满，锁定的不动；排不出的留空并说明原因"),
    right=Right.ROSTER,
)
ROSTER_WHY = ActionSpec(
    text=mark("为什么是他(&W)"),
    icon_name="help",
    keys="F3",
    tip=mark("为什么这一班排了这个人"),
    right=Right.READ,
)
ROSTER_CONFLICTS = ActionSpec(
    text=mark("冲突(&C)…"),
    icon_name="alert-triangle",
    keys="F4",
    tip=mark("哪些地方不合规则，哪些班缺人"),
    right=Right.READ,
)
ROSTER_PUBLISH = ActionSpec(
    text=mark("公布(&G)…"),
    icon_name="circle-check",
    tip=mark("定下来贴出去；以后只能换班替班"),
    right=Right.ROSTER,
)
ROSTER_CHANGES = ActionSpec(
    text=mark("换班替班(&T)…"),
    icon_name="arrows-exchange",
    tip=mark("公布以后谁替谁、谁和谁换，谁同意的"),
    right=Right.READ,
)
ROSTER_WISH = ActionSpec(
    text=mark("意愿(&Y)…"),
    icon_name="heart-handshake",
    tip=mark("这个人这一天愿意值班，或者不想值班"),
    right=Right.ROSTER,
)
ROSTER_PRINT = ActionSpec(
    text=mark("打印(&P)…"), icon_name="printer", keys="Ctrl+P", right=Right.PRINT
)
ROSTER_PLANS = ActionSpec(
    text=mark("班次和规则(&R)…"),
    icon_name="settings",
    tip=mark("有哪些班次、要几个人、谁参加、必须遵守什么"),
    right=Right.READ,
)
ROSTER_STARTER = ActionSpec(
    text=mark("建立大厅值班(&N)…"),
    icon_name="plus",
    tip=mark("带班领导、白班值班员、夜间值班，可以再改"),
    right=Right.ROSTER,
)
ROSTER_HISTORY = ActionSpec(
    text=mark("修改记录(&H)"),
    icon_name="history",
    tip=mark("谁在什么时候改了这个月的值班表"),
    right=Right.READ,
)

NEW_GRID = ActionSpec(text=mark("新增网格(&N)"), icon_name="plus", keys="Ctrl+N", right=Right.EDIT)
EDIT_GRID = ActionSpec(text=mark("编辑(&D)"), icon_name="edit", keys="F2", right=Right.EDIT)
REMOVE_GRID = ActionSpec(text=mark("删除(&X)"), icon_name="trash", keys="Del", right=Right.REMOVE)
GRID_BOARD = ActionSpec(text=mark("公示栏(&B)…"), icon_name="layout-board", right=Right.READ)
SPLIT_GRID = ActionSpec(
    text=mark("拆分(&C)…"),
    icon_name="arrows-split",
    tip=mark("把几栋楼或几个单元划出来，成立一个新网格"),
    right=Right.EDIT,
)
JOIN_GRIDS = ActionSpec(
    text=mark("合并(&J)…"),
    icon_name="arrow-merge",
    tip=mark("把选中的网格并入另一个网格"),
    right=Right.EDIT,
)
MOVE_PLACES = ActionSpec(
    text=mark("划到(&M)…"),
    icon_name="arrows-exchange",
    tip=mark("把选中的楼栋、单元或户划到另一个网格"),
    right=Right.EDIT,
)
RENUMBER_GRIDS = ActionSpec(
    text=mark("调整编号和名称(&R)…"), icon_name="list-details", right=Right.EDIT
)
GRID_HISTORY = ActionSpec(
    text=mark("沿革(&Y)…"),
    icon_name="notebook",
    tip=mark("这个网格以前叫什么、管哪些楼、是谁负责"),
    right=Right.READ,
)
COMMUNITIES = ActionSpec(
    text=mark("本街道的其他社区(&S)…"), icon_name="building-community", right=Right.READ
)
NUMBER_RULE = ActionSpec(text=mark("编号规则(&R)…"), icon_name="list-check", right=Right.READ)
PRINT_GRID = ActionSpec(
    text=mark("打印联系卡(&P)"), icon_name="printer", keys="Ctrl+P", right=Right.PRINT
)


def make_action(
    spec: ActionSpec,
    owner: QWidget,
    slot: Callable[[], object],
    desk: Desk | None = None,
    *,
    primary: bool = False,
) -> QAction:
    """Return the action of `spec`, added to `owner`, whose keys work while focus is inside it.

    Args:
        spec: the words, icon and keys.
        owner: the main window (keys work everywhere) or a tab (keys work in the tab).
        slot: called when the action is triggered.
        desk: tells what may be done; not needed for a command that everybody may use.
        primary: the icon is for the accent-coloured button of a page.
    """
    right = spec.right
    refused = right is not None and desk is not None and not desk.may(right)
    action = (RefusedAction if refused else QAction)(tr(spec.text), owner)
    action.setIconText(plain(action.text()))  # a tool button would show a letter of no use
    if spec.icon_name:
        action.setIcon(icon(spec.icon_name, "on_accent" if primary else "icon"))
        action.setProperty("icon_name", spec.icon_name)
    if spec.keys:
        action.setShortcut(QKeySequence(spec.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    words = tr(spec.tip) or plain(action.text())
    if refused and right is not None:
        action.setEnabled(False)
        words = who_may(right)
    action.setToolTip(f"{words}（{spec.keys}）" if spec.keys else words)
    action.triggered.connect(lambda _checked: slot())
    owner.addAction(action)
    return action


def press_on_save(button: QAbstractButton) -> None:
    """Let Ctrl+S press the button that saves, wherever the cursor stands in its dialog."""
    window = button.window()
    QShortcut(QKeySequence.StandardKey.Save, window).activated.connect(button.click)


def plain(text: str) -> str:
    """Return the text of an action without mnemonic and dots."""
    head, _, tail = text.partition("(&")
    return (head + tail[2:]).rstrip("…").replace("&", "")
