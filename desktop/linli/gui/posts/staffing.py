"""What grids lack (空缺), who is on several posts, with how many grids each is in touch."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.posts.settings_forms import LoadRuleForm, RolesForm, TemplateForm
from linli.gui.registers.frame import PeopleRegister
from linli.gui.tones import set_tone


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A line: what is found, of whom, and whether it is to be seen to."""

    what: str
    who: str
    words: str
    amber: bool = True


class StaffingDialog(PeopleRegister[Finding]):
    """Lists gaps by the template, doubled posts, and loads; what breaks a rule is amber."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GRIDS, Kind.SETTINGS, Kind.DWELLINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("情况"), tr("网格或人员"), tr("说明")]
        super().__init__(tr("空缺和兼任"), heads, desk, parent)
        for text, sign, form in (
            (tr("岗位模板(&T)…"), "list-check", TemplateForm),
            (tr("一人联系几个网格(&L)…"), "settings", LoadRuleForm),
            (tr("自定岗位(&R)…"), "list", RolesForm),
        ):
            button = self.add_button(text, sign, Right.SETTINGS)
            button.clicked.connect(lambda _=False, make=form: self._show(make(desk, self)))
        self.add_output(tr("打印(&P)…"), tr("导出表格(&E)…"))
        hint = tr("填好岗位模板，缺谁、谁兼了几处，会列在这里。")
        self.set_empty("list-check", tr("没有空缺，也没有兼任"), hint, [])
        self.read()

    @override
    def list_items(self) -> Sequence[Finding]:
        checks = self.desk.services.post_checks
        gap, many, crowded, load = tr("空缺"), tr("一人多岗"), tr("一岗多人"), tr("联系网格")
        found = [
            Finding(what=gap, who=each.grid, words=f"{each.place}{each.role}　{each.words}")
            for each in checks.vacancies()
        ]
        found += [
            Finding(what=many if each.one_person else crowded, who=each.who, words=each.what)
            for each in checks.doubled()
        ]
        rule = checks.load_rule()
        asked = tr("（要 {least} 到 {most} 个）").format(least=rule.least, most=rule.most)
        found += [
            Finding(
                what=load,
                who=each.name,
                words=tr("{count} 个：{grids}").format(
                    count=len(each.grids), grids=tr("、").join(each.grids)
                )
                + ("" if each.fits else asked),
                amber=not each.fits,
            )
            for each in checks.loads()
        ]
        return found

    @override
    def key(self, item: Finding) -> Hashable:
        return item

    @override
    def line(self, item: Finding) -> Sequence[str]:
        return item.what, item.who, item.words

    @override
    def read(self) -> None:
        super().read()
        for row, item in enumerate(self.items):
            cells = (self.table.item(row, column) for column in range(3)) if item.amber else ()
            for cell in cells:
                if cell is not None:
                    set_tone(cell, "warn", "warn_soft")

    @override
    def summary_text(self) -> str:
        checks = self.desk.services.post_checks
        rule = checks.load_rule()
        words = tr("每人联系 {least} 到 {most} 个网格。").format(least=rule.least, most=rule.most)
        unfilled = checks.unfilled()
        if unfilled:
            names = tr("、").join(unfilled)
            words = tr("{names}的岗位模板还没有填写，不检查空缺。").format(names=names) + words
        return words

    @override
    def open_form(self, item: Finding | None) -> None:
        """A finding is put right in the list of people."""

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.post_checks.register(tr("岗位空缺和兼任"))

    def _show(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()
