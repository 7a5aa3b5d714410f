"""Templates of cards (卡片模板): the shipped ones and the clerk's own."""

from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.reading import read_template
from linli.domain.templates.shipped import find_template, load_templates
from linli.services.context import Context
from linli.storage import templates


class TemplateService:
    """What a clerk does with templates."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> tuple[CardTemplate, ...]:
        """Return the shipped templates in the order of the menu, then the clerk's own."""
        with self._context.db.reading() as connection:
            kept = templates.list_templates(connection)
        own = (read_template(t.content, f"卡片模板“{t.title}”", own=True) for t in kept)
        return (*load_templates(), *own)

    def get(self, kind_id: str) -> CardTemplate:
        """Return the template of a kind of card.

        Raises:
            NotFoundError: there is none.
        """
        return find_template(kind_id, self.list_all())
