"""The form of an attachment (卷宗附件): what it is, whose, and how the contents call it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_file_rules import UNNUMBERED, check_file, clean_file
from linli.domain.case_files import CaseFile, CaseFileDraft
from linli.domain.case_paper_rules import WantedPaper
from linli.domain.case_papers import PAPER, PaperKind
from linli.domain.cases import Case
from linli.errors import InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput


class ScanForm(FormDialog):
    """Asks what an attachment is; `saved` carries the `CaseFileDraft`."""

    kept = False

    def __init__(
        self,
        desk: Desk,
        case: Case,
        wanted: Sequence[WantedPaper],
        parent: QWidget | None,
        *,
        file: CaseFile | None = None,
        kind: PaperKind = PaperKind.IDENTITY,
        files: Sequence[str] = (),
    ) -> None:
        """Make the form.

        Args:
            desk: the working place.
            case: whose file it is.
            wanted: the documents that the case must or may have.
            parent: the window below.
            file: the attachment to change, None of new ones.
            kind: what new ones are at first.
            files: names of new ones.
        """
        title = tr("添加附件") if file is None else tr("附件")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._wanted = wanted
        if files:
            self.form.add_widget(self._named(files))
        kinds: dict[Any, str] = {
            each: tr(words) for each, words in PAPER.items() if each not in UNNUMBERED
        }
        form = self.form
        form.add("kind", tr("是哪种文书(&K)"), ChoiceInput(kinds))
        form.add("subject", tr("是哪一份(&W)"), ChoiceInput({"": tr("不分哪一份")}))
        together = {
            False: tr("和程序生成的文书一起装订"),
            True: tr("代替程序生成的文书（已经签字盖章）"),
        }
        form.add("replaces", tr("怎样装订(&B)"), ChoiceInput(together))
        parties: dict[Any, str] = {None: tr("没有写明")}
        parties |= {party.id: party.name for party in case.facts.parties if party.id is not None}
        hint = tr("写明了，这个人要求删除资料时才能一起删掉")
        form.add("party_id", tr("是谁的(&P)"), ChoiceInput(parties), hint=hint)
        hint = tr("目录里的名称；不填就用文书的名称")
        form.add("name", tr("名称(&M)"), LineInput(), hint=hint)
        form.add("note", tr("备注(&O)"), LineInput(tr("如 复印件")))
        form.editor("kind").edited.connect(self._on_kind)
        self._load(file.facts if file else CaseFileDraft(kind=kind, name=""))

    @override
    def save(self) -> CaseFileDraft:
        value = self.form.value
        draft = clean_file(
            CaseFileDraft(
                kind=value("kind"),
                subject=value("subject") or "",
                name=value("name") or "",
                note=value("note") or "",
                party_id=value("party_id"),
                replaces=bool(value("replaces")) and self._is_made(value("kind")),
            )
        )
        if problems := check_file(draft):
            raise InvalidInput(problems)
        return draft

    def _load(self, draft: CaseFileDraft) -> None:
        self.form.load(kind=draft.kind)
        self._on_kind()
        self.form.load(
            kind=draft.kind,
            subject=draft.subject,
            replaces=draft.replaces,
            party_id=draft.party_id,
            name=draft.name,
            note=draft.note,
        )

    def _on_kind(self) -> None:
        """Ask only what makes sense of this kind: which document, and instead of which."""
        kind = self.form.value("kind")
        several = {
            each.ref.subject: f"{each.name}　{each.whom}".strip()
            for each in self._wanted
            if each.ref.kind is kind and each.ref.subject
        }
        self.form.editor("subject").set_choices({"": tr("不分哪一份")} | several)
        self.form.show_fields(["subject"], shown=len(several) > 1)
        self.form.show_fields(["replaces"], shown=self._is_made(kind))

    def _is_made(self, kind: PaperKind) -> bool:
        return any(each.ref.kind is kind and not each.attached for each in self._wanted)

    def _named(self, files: Sequence[str]) -> QWidget:
        from linli.gui.fact_list import plain_label

        words = tr("{count} 个文件：{names}").format(count=len(files), names=tr("、").join(files))
        label = plain_label(words, "muted", self)
        label.setWordWrap(True)
        return label
