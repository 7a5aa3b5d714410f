"""What a community wants of its grids' posts: own roles, the template, how many grids one has."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.post_checks import LoadRule, Slot
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, ListInput
from linli.gui.posts.forms import role_choices
from linli.gui.rental_form import count_input
from linli.gui.teams.inputs import ChecksInput


class RolesForm(FormDialog):
    """The own roles of the community beside the known ones."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("自定岗位"), desk.theme, desk.ask, parent)
        self._desk = desk
        hint = tr("用顿号隔开；改了以后，已登记的人不变")
        self.form.add("roles", tr("岗位(&R)"), ListInput(), hint=hint)
        self.form.load(roles=desk.services.post_checks.own_roles())
        self.add_history(desk, [("setting", "grids.own_roles")], tr("自定岗位"))

    @override
    def save(self) -> Changes:
        return self._desk.services.post_checks.save_own_roles(self.form.value("roles") or ())


class TemplateForm(FormDialog):
    """What 1, 2, 2 and X of the template are: the community says it, nothing is supposed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("岗位模板（1+2+2+X）"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        checks = desk.services.post_checks
        words = tr("每个网格要有哪些岗位、几个人，由社区自己定。没有填写的，不检查空缺。")
        note = plain_label(words, "muted", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
        communities: dict[Any, str] = dict(checks.communities())
        if len(communities) > 1:
            self.form.add("community", tr("社区(&Q)"), ChoiceInput(communities), wide=True)
            self.form.editor("community").edited.connect(self._load)
        self._signs = [slot.sign for slot in checks.template()]
        roles: dict[Any, str] = {None: tr("还没有填写")} | role_choices(desk)
        for place, sign in enumerate(self._signs):
            label = tr("“{sign}”是(&{key})").format(sign=sign, key=place + 1)
            self.form.add(f"role{place}", label, ChoiceInput(roles))
            hint = tr("X 留空就是不限人数") if sign == "X" else ""
            self.form.add(f"count{place}", tr("人数"), count_input(), hint=hint)
        self._load()
        self.add_history(desk, [("setting", "grids.post_templates")], tr("岗位模板（1+2+2+X）"))

    @override
    def save(self) -> Changes:
        slots = [
            Slot(
                sign=sign,
                role=self.form.value(f"role{place}"),
                count=self.form.value(f"count{place}"),
            )
            for place, sign in enumerate(self._signs)
        ]
        return self._desk.services.post_checks.save_template(slots, self._community())

    def _community(self) -> int | None:
        chosen: int | None = self.form.value("community") if self.form.has("community") else None
        return chosen

    def _load(self) -> None:
        for place, slot in enumerate(self._desk.services.post_checks.template(self._community())):
            self.form.load(**{f"role{place}": slot.role, f"count{place}": slot.count})


class LoadRuleForm(FormDialog):
    """With how many grids one worker should be in touch."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("一人联系几个网格"), desk.theme, desk.ask, parent)
        self._desk = desk
        rule = desk.services.post_checks.load_rule()
        self.form.add("least", tr("最少(&L)"), count_input())
        self.form.add("most", tr("最多(&M)"), count_input())
        hint = tr("按哪些岗位数网格")
        self.form.add("roles", tr("岗位(&R)"), ChecksInput(role_choices(desk)), hint=hint)
        self.form.load(least=rule.least, most=rule.most, roles=rule.roles)
        self.add_history(desk, [("setting", "grids.load_rule")], tr("一人联系几个网格"))

    @override
    def save(self) -> Changes:
        value = self.form.value
        rule = LoadRule(least=value("least") or 0, most=value("most") or 0, roles=value("roles"))
        return self._desk.services.post_checks.save_load_rule(rule)
