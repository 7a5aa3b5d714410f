"""The other computers (与其他电脑交换): whom this one trusts, and what is carried between them."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from linli.domain.accounts import Right
from linli.domain.exchanges import SUFFIX, Choices, Machine, Preview
from linli.domain.machine_keys import KEY_SUFFIX, MachineKey
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.exchange.card_dialog import CardDialog
from linli.gui.exchange.forms import CodeForm, SendForm
from linli.gui.exchange.preview_dialog import PreviewDialog
from linli.gui.i18n import tr
from linli.gui.list_dialog import ListDialog
from linli.gui.plain_table import PlainTable
from linli.progress import Progress


def open_exchange(desk: Desk, parent: QWidget) -> None:
    """Show the other computers."""
    try:
        ExchangeDialog(desk, parent).open()
    except UserError as error:
        desk.ask.warn(parent, error.message)


class ExchangeDialog(ListDialog):
    """Lists the computers that are or were trusted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._files = desk.services.exchange_files
        card = self._files.own_card()  # before there is a window that would be left behind
        super().__init__(tr("与其他电脑交换"), desk, parent)
        self.machines: list[Machine] = []
        heads = [tr("电脑"), tr("核对文字"), tr("最近读过它的文件"), tr("状态")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("信任的电脑"))
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.set_list(self.table)
        self.card_button = self._button(tr("本机名片(&M)…"), "id", self._on_card)
        self.add_machine_button = self._button(tr("添加电脑(&A)…"), "plus", self._on_add)
        self.send_button = self._button(tr("做文件给它(&W)…"), "file-export", self._on_send)
        self.read_button = self._button(tr("读对方的文件(&R)…"), "file-import", self._on_read)
        self.revoke_button = self._button(tr("不再信任(&V)"), "user-minus", self._on_revoke)
        self.table.itemActivated.connect(lambda _: self.send_button.click())
        self._say(card.key)
        self.read()

    def read(self) -> None:
        """List the computers anew."""
        self.machines = self._files.machines()
        self.table.set_lines(_line(machine) for machine in self.machines)
        if self.machines:
            self.table.selectRow(0)
        self._on_selection()

    def selected(self) -> Machine | None:
        """Return the selected computer, None without one."""
        row = self.table.currentRow()
        return self.machines[row] if 0 <= row < len(self.machines) else None

    def trust(self, key: MachineKey) -> None:
        """Ask whether the words agree, and trust the computer if they do."""
        words = tr("请对方打开“本机名片”，念出 12 个词。和下面的一样吗？")
        if not self.desk.ask.confirm(
            self, words, accept=tr("一样，信任它(&Y)"), detail=_in_lines(key.words)
        ):
            return
        try:
            self._files.trust(key)
        except UserError as error:
            self.desk.ask.warn(self, error.message)
        self.read()

    def _button(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = self.add_button(text, icon_name, Right.EXCHANGE)
        button.clicked.connect(lambda _checked: slot())
        return button

    def _say(self, key: MachineKey) -> None:
        said = tr(
            "本机叫「{name}」。用U盘把一份加密的文件带到对方电脑，对方看过再读入；"
            "只有互相添加过、核对过文字的电脑才能读。"
        )
        self.summary.setText(said.format(name=key.name))

    def _on_selection(self) -> None:
        machine = self.selected()
        trusted = machine is not None and machine.revoked_at is None
        self.send_button.setEnabled(trusted)
        self.revoke_button.setEnabled(trusted)

    def _on_card(self) -> None:
        dialog = CardDialog(self.desk, self)
        dialog.renamed.connect(self._say)
        dialog.open()

    def _on_add(self) -> None:
        ways = [tr("读钥匙文件(&F)…"), tr("扫描或粘贴钥匙码(&C)…")]
        chosen = self.desk.ask.choose(self, tr("怎么添加对方电脑？"), ways)
        if chosen == 0:
            kinds = tr("电脑钥匙 (*{suffix})").format(suffix=KEY_SUFFIX)
            path = self.desk.ask.open_file(self, tr("选择对方电脑的钥匙文件"), kinds)
            if path is None:
                return
            try:
                key = self._files.read_key(path)
            except UserError as error:
                self.desk.ask.warn(self, error.message)
                return
            self.trust(key)
        elif chosen == 1:
            form = CodeForm(self.desk, self)
            form.saved.connect(self.trust)
            form.open()

    def _on_send(self) -> None:
        machine = self.selected()
        if machine is not None:
            SendForm(self.desk, machine, self).open()

    def _on_read(self) -> None:
        kinds = tr("交换文件 (*{suffix})").format(suffix=SUFFIX)
        path = self.desk.ask.open_file(self, tr("选择对方电脑做的文件"), kinds)
        if path is None:
            return

        def look(progress: Progress) -> Preview:
            return self._files.preview(path, Choices(), progress)

        def show(found: Preview) -> None:
            if found.changes_nothing:
                self._files.apply(path)  # so that the other one learns that it was read
                self.desk.ask.tell(self, tr("这份文件的内容这里都有了，没有改动。"))
                self.read()
                return
            dialog = PreviewDialog(self.desk, path, found, self)
            dialog.finished.connect(self.read)
            dialog.open()

        self.desk.jobs.run(look, owner=self, done=show, title=tr("正在读取文件…"))

    def _on_revoke(self) -> None:
        machine = self.selected()
        if machine is None:
            return
        words = tr("不再信任「{name}」？").format(name=machine.key.name)
        detail = tr("以后它做的文件这里读不了，也不能做文件给它。已经读入的内容不变。")
        if self.desk.ask.confirm(self, words, accept=tr("不再信任(&V)"), detail=detail):
            self._files.revoke(machine.id)
            self.read()


def _line(machine: Machine) -> list[str]:
    last = machine.last_file
    return [
        machine.key.name,
        " ".join(machine.key.words),
        tr("没有") if last is None else last.strftime("%Y-%m-%d %H:%M"),
        tr("信任") if machine.revoked_at is None else tr("已取消"),
    ]


def _in_lines(words: tuple[str, ...]) -> str:
    """Return the words, four to a line."""
    return "\n".join("　".join(words[i : i + 4]) for i in range(0, len(words), 4))
