"""Who reports (信息员): a name, known among the informants by its letters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.pinyin import sort_pinyin
from linli.domain.teams import Member
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput


class InformantInput(LineInput):
    """A name; one of the informants is offered by name, pinyin or initials, and known again.

    Its value is (membership or None, name).
    """

    def __init__(self, members: Sequence[Member], parent: QWidget | None = None) -> None:
        super().__init__(tr("姓名或拼音首字母"), parent)
        names = [member.facts.name for member in members]
        self._shown = {
            member.id: _shown(member, twice=names.count(member.facts.name) > 1)
            for member in members
        }
        self._names = {member.id: member.facts.name for member in members}
        self._letters = {member.id: _letters(member.facts.name) for member in members}
        self.suggest(self._find)

    @override
    def value(self) -> tuple[int | None, str] | None:
        text = self.text().strip()
        if not text:
            return None
        for member_id, shown in self._shown.items():
            if text == shown:
                return member_id, self._names[member_id]
        found = self._matching(text)
        if len(found) == 1 and text.isascii():  # initials that mean one of them
            return found[0], self._names[found[0]]
        return None, text

    @override
    def set_value(self, value: tuple[int | None, str] | None) -> None:
        if value is None:
            super().set_value(None)
            return
        member_id, name = value
        super().set_value(self._shown.get(member_id, name) if member_id is not None else name)

    @override
    def problem(self) -> str | None:
        text = self.text().strip()
        if text and text.isascii() and self.value() == (None, text):
            return tr("“{text}”没有对上一位信息员，请写姓名。").format(text=text)
        return None

    def _find(self, part: str) -> list[str]:
        return [self._shown[member_id] for member_id in self._matching(part)]

    def _matching(self, part: str) -> list[int]:
        text = part.strip().lower()
        return [
            member_id
            for member_id, shown in self._shown.items()
            if text and (text in shown or any(w.startswith(text) for w in self._letters[member_id]))
        ]


def _shown(member: Member, *, twice: bool) -> str:
    """Return a name, with the grid where two have it."""
    return f"{member.facts.name}（{member.grid or member.id}）" if twice else member.facts.name


def _letters(name: str) -> tuple[str, str]:
    syllables = sort_pinyin(name).split()
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
