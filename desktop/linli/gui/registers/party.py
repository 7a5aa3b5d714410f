"""Party members (党员名册): three ways of management, belonging, branches; sums that close."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Kind
from linli.domain.labels import PARTY_BELONGING, PARTY_MANAGEMENT
from linli.domain.party import PartyMembership
from linli.domain.party_lists import (
    NO_BRANCH,
    PartyList,
    PartyMember,
    PartySums,
    belonging_equation,
    management_equation,
)
from linli.domain.register_texts import age
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import SHOWN_MOST
from linli.gui.registers.long_register import Found, LongRegister
from linli.gui.resident_form import ResidentForm

_LISTS = {
    PartyList.ALL: mark("全部党员"),
    PartyList.DIRECT: mark("直管党员"),
    PartyList.ASSIST: mark("协管党员"),
    PartyList.ENTRUST: mark("托管党员"),
    PartyList.FLOATING: mark("流动党员登记册"),
    PartyList.DIFFICULTY: mark("困难党员"),
    PartyList.UNDECIDED: mark("管理方式或组织关系未定的"),
    PartyList.WITHOUT_FACTS: mark("没有登记党员情况的党员"),
    PartyList.WITHOUT_POLITICS: mark("登记了党员情况、政治面貌不是党员的"),
}


def open_party_members(desk: Desk, parent: QWidget) -> None:
    """Show the register of party members."""
    PartyDialog(desk, parent).open()


class PartyDialog(LongRegister[PartyMember, PartySums]):
    """Lists party members; each is opened and changed in the resident's form."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.RESIDENTS, Kind.DWELLINGS})
    history_table = "resident"
    across = True
    has_phones = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("姓名"),
            tr("性别"),
            tr("年龄"),
            tr("支部"),
            tr("入党日期"),
            tr("管理"),
            tr("组织关系"),
            tr("认领岗位"),
            tr("电话"),
            tr("住址"),
            tr("政治面貌"),
        ]
        super().__init__(tr("党员名册"), heads, desk, parent)
        self.which = ChoiceInput({each: tr(words) for each, words in _LISTS.items()}, self)
        self.branch = ChoiceInput({None: tr("全部支部")}, self)
        self.add_choice(tr("名单(&D)"), self.which)
        self.add_choice(tr("支部(&T)"), self.branch)
        self.equations = plain_label("", "subheading", self)
        self.equations.setWordWrap(True)
        self._column.insertWidget(1, self.equations)
        self.open_button = self.add_action(tr("打开资料(&N)…"), "edit", self._on_open)
        self.add_output(tr("打印名册(&P)…"), tr("导出表格(&B)…"))
        hint = tr("在居民资料里把政治面貌选为中共党员，再登记支部、管理方式和组织关系。")
        self.set_empty("users", tr("这个名单里没有人"), hint, [])
        self.read()

    @override
    def search(self) -> Callable[[], Found[PartyMember, PartySums]]:
        party, which, branch = self.desk.services.party, self.which.value(), self.branch.value()
        return lambda: Found(
            items=party.members(which, branch, SHOWN_MOST),
            count=party.count(which, branch),
            more=party.sums(),
        )

    @override
    def take(self, more: PartySums) -> None:
        self.branch.set_choices(_branches(more))
        self.equations.setText(_equations(more))

    @override
    def key(self, item: PartyMember) -> Hashable:
        return item.person.id

    @override
    def line(self, item: PartyMember) -> Sequence[str]:
        party = item.party or PartyMembership()
        post = tr("；").join(filter(None, (tr("困难党员") if party.difficulty else "", party.post)))
        return (
            item.person.name,
            item.person.sex,
            age(item.person),
            party.branch or "",
            party.joined.display() if party.joined else "",
            tr(PARTY_MANAGEMENT[party.management]) if party.management else tr("未定"),
            tr(PARTY_BELONGING[party.belonging]) if party.belonging else tr("未定"),
            post,
            self.masks.show_phone(item.phone),
            item.person.address,
            item.politics,
        )

    @override
    def summary_text(self) -> str:
        count = self.count
        text = tr("名单里 {count} 人。").format(count=f"{count:,}") if count else ""
        return text + self.cut_note(len(self.items), count)

    @override
    def open_form(self, item: PartyMember | None) -> None:
        if item is not None:
            resident = self.desk.services.residents.get(item.person.id)
            ResidentForm(self.desk, resident, self).open()

    @override
    def register(self, *, revealed: bool) -> Register:
        which, branch = self.which.value(), self.branch.value()
        title = tr("党员名册") if which is PartyList.ALL else self.which.currentText()
        if branch is not None:
            title = tr("{title}（{branch}）").format(title=title, branch=branch or tr(NO_BRANCH))
        return self.desk.services.party.register(which, title, branch, revealed=revealed)


def _branches(sums: PartySums) -> dict[Any, str]:
    """Return the branches to choose from, with how many members each has."""
    named = {branch or "": count for branch, count in sums.branches.items()}
    words = tr("{branch}（{count} 人）")
    found: dict[Any, str] = {None: tr("全部支部")}
    found |= {
        branch: words.format(branch=branch, count=count)
        for branch, count in named.items()
        if branch
    }
    if "" in named:
        found[""] = words.format(branch=tr(NO_BRANCH), count=named[""])
    return found


def _equations(sums: PartySums) -> str:
    """Return both equations, and whom one should look at."""
    lines = [management_equation(sums), belonging_equation(sums)]
    doubts = []
    if sums.without_facts:
        words = tr("{count} 名党员没有登记党员情况")
        doubts.append(words.format(count=sums.without_facts))
    if sums.without_politics:
        words = tr("{count} 人登记了党员情况、政治面貌却不是党员，不在上面的总数里")
        doubts.append(words.format(count=sums.without_politics))
    if doubts:
        lines.append(tr("请核对：{doubts}。").format(doubts=tr("；").join(doubts)))
    return "\n".join(lines)
