"""The picture of a building (楼栋图): which there are, what their rooms say, and on paper."""

from dataclasses import replace

from linli.domain.accounts import Right
from linli.domain.elevations import CardStanding, Elevation, Fact, Place, Room, elevation
from linli.domain.paper import A3, A4, CardSize
from linli.services.cards import CardService
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import elevations, settings


class ElevationService:
    """Looks at buildings; changes nothing."""

    def __init__(self, context: Context, cards: CardService) -> None:
        self._context = context
        self._cards = cards

    def places(self) -> list[Place]:
        """Return the buildings and lanes in walking order."""
        self._context.require(Right.READ, "查看楼栋图")
        with self._context.db.reading() as connection:
            return elevations.list_places(connection)

    def elevation(self, place: Place) -> Elevation:
        """Return a building as its storeys and rooms, with what each says today."""
        self._context.require(Right.READ, "查看楼栋图")
        with self._context.db.reading() as connection:
            rooms = elevations.list_rooms(connection, place, self._context.clock().date())
        outdated = self._cards.standing_at([room.dwelling_id for room in rooms])
        return elevation(place, [_with_card(room, outdated) for room in rooms])

    def pdf(self, shown: Elevation, fact: Fact, *, large: bool = False) -> bytes:
        """Make the PDF of a building's picture, and record that it was printed.

        Args:
            shown: the building.
            fact: what the rooms are coloured by.
            large: A3 across instead of A4 across.

        Raises:
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印楼栋图")
        from linli.printing.elevations import render_elevation
        from linli.printing.foot import printed_by

        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        paper = A3 if large else A4
        detail = {"户室": str(len(shown.rooms))}
        with leaving(self._context, "打印楼栋图", shown.title, detail):
            return render_elevation(
                shown,
                fact,
                community=community,
                printed=printed_by(self._context.actor.name, self._context.clock()),
                paper=CardSize(width=paper.height, height=paper.width),
                library=library_of(self._context),
            )


def _with_card(room: Room, outdated: dict[int, bool]) -> Room:
    if room.dwelling_id not in outdated:
        return room
    card = CardStanding.OUTDATED if outdated[room.dwelling_id] else CardStanding.CURRENT
    return replace(room, card=card)
