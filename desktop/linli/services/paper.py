"""Paper (纸张): the sheets that cards can be laid on."""

from linli.domain.paper import CardSize, Sheet, single_sheet
from linli.domain.templates.shipped import load_sheets
from linli.errors import NotFoundError
from linli.services.context import Context


class PaperService:
    """What a clerk does with sheets."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def sheets_for(self, size: CardSize) -> list[Sheet]:
        """Return the sheets that cards of a size can be laid on, the usual one first."""
        found = [sheet for sheet in load_sheets() if sheet.suits(size)]
        return [*found[:1], single_sheet(size), *found[1:]]

    def sheet(self, sheet_id: str, size: CardSize) -> Sheet:
        """Return a sheet by its id; the beginning of one is enough where only one suits `size`.

        Raises:
            NotFoundError: no sheet of this id holds such cards.
        """
        known = self.sheets_for(size)
        found = [s for s in known if s.id == sheet_id] or [
            s for s in known if s.id.startswith(f"{sheet_id}-")
        ]
        if not found:
            offered = "、".join(f"{s.id}（{s.title}）" for s in known)
            raise NotFoundError(
                f"{size.label}的卡没有“{sheet_id}”这种纸，可以选：{offered}。", field="sheet"
            )
        return found[0]
