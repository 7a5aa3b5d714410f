"""The forms of a team (队伍) and of the hall's source categories (来源)."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.team_plans import FIELDS
from linli.domain.team_sums import parse_quotas, quotas_text
from linli.domain.teams import TEAM_TABLE, Team, TeamDraft
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import (
    ChoiceInput,
    CodeInput,
    LineInput,
    ListInput,
    ParsedInput,
    TextInput,
    date_input,
)
from linli.gui.rental_form import count_input

_FIELDS = (
    "kind_code",
    "name",
    "grid_id",
    "purpose",
    "route",
    "expected",
    "quotas",
    "plan_title",
    "plan_text",
    "until",
    "note",
)


def grid_choice(desk: Desk, none: str) -> ChoiceInput:
    """Return an input for a grid; `none` is what no grid is called."""
    choices: dict[Any, str] = {None: none}
    return ChoiceInput(choices | desk.services.grids.names())


class TeamForm(FormDialog):
    """Adds or changes a team; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Team | None, parent: QWidget | None) -> None:
        title = tr("新增队伍") if item is None else tr("队伍")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("kind_code", tr("类别(&K)"), CodeInput(code_table(TEAM_TABLE)))
        add("name", tr("名称(&N)"), LineInput(tr("如 治安巡逻队")))
        add("grid_id", tr("范围(&G)"), grid_choice(desk, tr("全社区")))
        add("purpose", tr("用途(&U)"), LineInput(tr("如 夜间义务巡逻")))
        add("route", tr("路线(&R)"), LineInput(tr("如 西河路—市场—沿河路")), wide=True)
        add("expected", tr("应有人数(&E)"), count_input(), hint=tr("不清楚的留空"))
        quotas = ParsedInput(parse_quotas, quotas_text, tr("如 社区干部 6、党员 29"))
        hint = tr("各来源应有多少人，名册上会核对")
        add("quotas", tr("按来源(&B)"), quotas, hint=hint, wide=True)
        add("plan_title", tr("预案名称(&A)"), LineInput(tr("如 处置突发性事件预案")), wide=True)
        fields = tr("、").join(f"{{{name}}}" for name in FIELDS)
        hint = tr("可以写 {fields}，打印时换成当天的姓名").format(fields=fields)
        add("plan_text", tr("预案(&T)"), TextInput(), hint=hint, wide=True)
        self.starter_button = QPushButton(icon("file-text"), tr("填入范文(&F)"), self)
        self.starter_button.setAutoDefault(False)
        self.starter_button.clicked.connect(self._on_starter)
        self.form.add_widget(self.starter_button)
        add("until", tr("解散日期(&D)"), date_input(), hint=tr("还在的留空"))
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(70))
        add("note", tr("备注(&M)"), note, wide=True)
        if item is not None:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        for name in ("kind_code", "name"):
            values[name] = values[name] or ""
        values["quotas"] = values["quotas"] or ()
        draft = TeamDraft(**values)
        service = self._desk.services.teams
        if self._item is None:
            return service.add(draft)[1]
        return service.update(self._item.id, draft, version=self._item.version)

    def _on_starter(self) -> None:
        """Put the starter plan into fields that are empty."""
        title, text = self._desk.services.teams.starter_plan()
        for name, words in (("plan_title", title), ("plan_text", text)):
            if self.form.value(name) is None:
                self.form.editor(name).set_value(words)
        self.form.editor("plan_text").setFocus()


class SourcesForm(FormDialog):
    """The source categories of the hall, in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("队员来源"), desk.theme, desk.ask, parent)
        self._desk = desk
        hint = tr("用顿号隔开，按名册上的次序；改了以后，已登记的队员不变")
        self.form.add("sources", tr("来源(&L)"), ListInput(), hint=hint)
        self.form.load(sources=tuple(desk.services.teams.sources()))
        self.add_history(desk, [("setting", "team_sources")], tr("队员来源"))

    @override
    def save(self) -> Changes:
        return self._desk.services.teams.save_sources(list(self.form.value("sources")))
