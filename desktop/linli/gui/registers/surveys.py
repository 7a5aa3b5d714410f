"""Short paper surveys (问卷): make one, print it, enter the papers, see what they come to."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.surveys import Survey, percent_text
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.print_dialog import open_print_dialog
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.survey_forms import SurveyForm
from linli.gui.registers.survey_papers import SurveyPapers


def open_surveys(desk: Desk, parent: QWidget) -> None:
    """Show all surveys."""
    SurveysDialog(desk, parent).open()


class SurveysDialog(RegisterDialog[Survey]):
    """Lists surveys, the last first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.SURVEYS})
    history_table = "survey"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            tr("标题"),
            tr("发放日期"),
            tr("题数"),
            tr("发出"),
            tr("收回"),
            tr("回收率"),
        ]
        super().__init__(tr("问卷"), heads, desk, parent)
        new = self.add_editing(tr("新建(&N)…"), ordered=False)
        self.paper_button = self._add_one(tr("打印问卷(&P)…"), "printer", self._on_paper)
        self.tally_button = self._add_one(tr("答卷和结果(&R)…"), "clipboard", self._on_papers)
        self.add_removing(tr("删除(&X)"))
        hint = tr("问几个问题，打印出来发给居民，收回后录入，满意的占多少就在这里。")
        self.set_empty("clipboard", tr("还没有问卷"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Survey]:
        return self.desk.services.surveys.list_all()

    @override
    def key(self, item: Survey) -> Hashable:
        return item.id

    @override
    def line(self, item: Survey) -> Sequence[str]:
        facts = item.facts
        return (
            facts.title,
            facts.day.isoformat(),
            str(len(facts.questions)),
            f"{facts.handed_out:,}",
            f"{item.papers:,}",
            percent_text(item.papers, facts.handed_out),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 份问卷。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Survey | None) -> None:
        self._publish_from(SurveyForm(self.desk, item, self))

    @override
    def removal(self, item: Survey) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除问卷“{title}”？").format(title=item.facts.title)
        detail = tr("已录入的 {count} 份答卷会一起删除，可以按 Ctrl+Z 撤销。").format(
            count=item.papers
        )
        return question, detail, lambda: self.desk.services.surveys.remove(item.id)

    def _add_one(self, text: str, icon_name: str, slot: Callable[[], None]) -> QWidget:
        button = self.add_button(text, icon_name)
        button.clicked.connect(slot)
        self._one.append(button)
        return button

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_paper(self) -> None:
        item = self.selected()[0]
        self.desk.jobs.run(
            lambda _: self.desk.services.surveys.paper(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, item.facts.title, self),
            title=tr("正在准备问卷…"),
        )

    def _on_papers(self) -> None:
        SurveyPapers(self.desk, self.selected()[0].id, self).open()
