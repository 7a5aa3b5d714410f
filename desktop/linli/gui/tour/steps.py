"""What is done on the first day, step by step: what is said, what is pointed at, what it takes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from linli.gui.i18n import mark
from linli.services.practice import WORKBOOK, Hero

if TYPE_CHECKING:
    from linli.gui.main_window import MainWindow
    from linli.gui.residents.tab import ResidentsTab

_MANY = 5
"""So many people more mean that a workbook was taken in, not that somebody was entered."""


@dataclass
class Scene:
    """What a step can look at.

    Attributes:
        window: the practice window.
        residents: its first tab.
        hero: whom to look for.
        people: how many there were when the step began.
        seen: what has happened since: "card" was open, "issued", "backed up", "help".
    """

    window: "MainWindow"
    residents: "ResidentsTab"
    hero: Hero
    people: int = 0
    seen: set[str] = field(default_factory=set)

    @property
    def now(self) -> int:
        """How many people there are."""
        return self.window.desk.services.residents.counts().residents

    @property
    def at_home(self) -> bool:
        """Whether no dialog is open."""
        return QApplication.activeModalWidget() is None

    def words(self, text: str) -> str:
        """Return a text with the names of this practice in it."""
        return text.format(name=self.hero.name, letters=self.hero.letters, file=WORKBOOK)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A thing to do.

    Attributes:
        title: what it is, marked.
        words: how it is done, marked; may name {name}, {letters} and {file}.
        target: what it begins with.
        done: whether it is done.
    """

    title: str
    words: str
    target: Callable[[Scene], QWidget | None]
    done: Callable[[Scene], bool]


def _found(scene: Scene) -> bool:
    tab = scene.residents
    chosen = tab.table.selected_ids()
    if not tab.find_box.text().strip() or not tab.table.hasFocus() or len(chosen) != 1:
        return False
    (row,) = scene.window.desk.services.residents.rows(chosen)
    return row.name == scene.hero.name


def _card_button(scene: Scene) -> QWidget | None:
    button = scene.residents.detail.print_button
    return button if button.isVisible() else scene.residents.table


STEPS = (
    Step(
        title=mark("查找一个人"),
        words=mark(
            "按 Ctrl+F，在框里打 {letters}（“{name}”的拼音首字母），再按向下键，选中{name}。"
        ),
        target=lambda scene: scene.residents.find_box,
        done=_found,
    ),
    Step(
        title=mark("看联系卡"),
        words=mark("按 Ctrl+P，右边就是要印出来的卡。看好了按 Esc 关上，先不打印。"),
        target=_card_button,
        done=lambda scene: "card" in scene.seen and scene.at_home,
    ),
    Step(
        title=mark("登记一个人"),
        words=mark("按 Ctrl+N，“姓名”写一个您编的名字，别的可以不填，按 Ctrl+S 保存。"),
        target=lambda scene: scene.residents.new_button,
        done=lambda scene: scene.now > scene.people and scene.at_home,
    ),
    Step(
        title=mark("撤销"),
        words=mark("做错了不要紧。按 Ctrl+Z，刚才登记的人就撤掉了；按 Ctrl+Y 又回来。"),
        target=lambda scene: scene.window.toolbox.undo_button,
        done=lambda scene: scene.now < scene.people,
    ),
    Step(
        title=mark("导入一份 Excel"),
        words=mark(
            "按 Ctrl+I，选“{file}”。核对每一列，点“试导入”；看过结果，点“正式导入”，再点“完成”。"
        ),
        target=lambda scene: scene.window.toolbox.import_button,
        done=lambda scene: scene.now >= scene.people + _MANY and scene.at_home,
    ),
    Step(
        title=mark("打一张卡"),
        words=mark(
            "选中一个人，按 Ctrl+P。有打印机就点“打印”，没有就点“保存为 PDF”，然后按 Esc 关上。"
        ),
        target=_card_button,
        done=lambda scene: "issued" in scene.seen and scene.at_home,
    ),
    Step(
        title=mark("备份"),
        words=mark("程序每天自己备份。现在按 Ctrl+B 做一次，看它说“备份完成”。"),
        target=lambda scene: scene.window.toolbox.menu_button,
        done=lambda scene: "backed up" in scene.seen and scene.at_home,
    ),
    Step(
        title=mark("看帮助"),
        words=mark("不会的时候按 F1，打开的就是眼前这一页怎么用。现在按一下，看完按 Esc 关上。"),
        target=lambda scene: scene.window.tab_bar,
        done=lambda scene: "help" in scene.seen,
    ),
)
