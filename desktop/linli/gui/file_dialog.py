"""Choosing files: the system's own dialog where there is one, else Qt's in the house's look."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QFileInfo,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QStandardPaths,
    QUrl,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,  # noqa: TID251 - `gui.ask` asks through this module
    QFileIconProvider,
    QFileSystemModel,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from linli.gui.fitting import fit_to_screen
from linli.gui.icons import icon

_TYPE_COLUMN = 2
_TIME_COLUMN = 3
_SIGNS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "layout-grid",
    "detailModeButton": "list",
}
_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
)


class FileDialog(QFileDialog):
    """Asks for files to read, or with `saving` for one to write.

    Args:
        parent: the window that asks.
        title: what is asked.
        start: the folder, or the suggested file, to begin with.
        kinds: a Qt filter (台账 (*.xlsx *.xls *.csv)).
        saving: ask where to write.
        several: more than one file may be chosen.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        start: Path,
        kinds: str,
        *,
        saving: bool = False,
        several: bool = False,
    ) -> None:
        super().__init__(parent, title, str(start.parent if saving else start), kinds)
        mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        self.setFileMode(QFileDialog.FileMode.AnyFile if saving else mode)
        if saving:
            self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.selectFile(start.name)
        self._icons = _Icons()
        self._dress()

    @override
    def accept(self) -> None:
        """Take a path as it was typed: Qt keeps folders selected that it has passed through."""
        line = self.findChild(QLineEdit, "fileNameEdit")
        names = self.findChild(QTreeView, "treeView")
        if line is not None and names is not None and Path(line.text()).is_absolute():
            names.selectionModel().clearSelection()
        super().accept()

    def _dress(self) -> None:
        """Set up what Qt's own dialog has; the system's has none of these parts."""
        names = self.findChild(QTreeView, "treeView")
        halves = self.findChild(QSplitter, "splitter")
        if names is None or halves is None:
            return
        for button in self.findChildren(QToolButton):
            if button.objectName() in _SIGNS:
                button.setIcon(icon(_SIGNS[button.objectName()]))
        em = self.fontMetrics().height()
        self.setIconProvider(self._icons)
        self.setDirectory(self.directory())  # drawn again, with our icons
        self.setViewMode(QFileDialog.ViewMode.Detail)
        places = [QUrl("file:")]
        for place in _PLACES:
            folder = QStandardPaths.writableLocation(place)
            if Path(folder).is_dir() and QUrl.fromLocalFile(folder) not in places:
                places.append(QUrl.fromLocalFile(folder))
        self.setSidebarUrls(places)
        for view in self.findChildren(QAbstractItemView):
            view.setIconSize(QSize(em, em))
        fit_to_screen(self, QSize(46 * em, 28 * em))
        halves.setSizes([8 * em, 32 * em])
        header = names.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        names.hideColumn(_TYPE_COLUMN)
        names.setItemDelegateForColumn(_TIME_COLUMN, _Times(names))


class _Times(QStyledItemDelegate):
    """When a file was changed; Qt would write the month in the language of the system."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        path = index.sibling(index.row(), 0).data(QFileSystemModel.Roles.FilePathRole)
        view_option: Any = option  # PySide6 does not declare the option's attributes
        view_option.text = QFileInfo(path).lastModified().toString("yyyy-MM-dd HH:mm")


class _Icons(QFileIconProvider):
    """Folders and files as the rest of the window draws things."""

    def __init__(self) -> None:
        super().__init__()
        self._folder, self._file = icon("folder"), icon("file-text")
        self._computer = icon("device-desktop")

    @override
    def icon(self, what: Any) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        kinds = QFileIconProvider.IconType
        if what in (kinds.Computer, kinds.Drive, kinds.Network):
            return self._computer
        return self._file if what == kinds.File else self._folder


def run_file_dialog(dialog: FileDialog) -> list[str]:
    """Show a file dialog, wait, and return what was chosen."""
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen
