"""Templates of cards (卡片模板): the shipped ones and the clerk's own.

A shipped template is never changed: whoever wants it otherwise works on a copy.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from linli.domain.accounts import Right
from linli.domain.card_choices import CardUnit
from linli.domain.card_fields import fields_of, pictures
from linli.domain.cards import CardKind, CardSource, PlannedCard, PrintedCards
from linli.domain.changes import Changes
from linli.domain.paper import CardSize, PaperSetup, single_sheet
from linli.domain.templates.blank import blank_template
from linli.domain.templates.check import TemplateProblem, drawable, find_problems
from linli.domain.templates.elements import CardTemplate, ImageElement, TextElement
from linli.domain.templates.packing import pack, unpack, with_pictures
from linli.domain.templates.pages import board_pages
from linli.domain.templates.reading import read_draft, read_template
from linli.domain.templates.sample import PORTRAIT, sample_card
from linli.domain.templates.shipped import check_kind, load_kinds, load_templates, template_of
from linli.domain.templates.strict import TemplateError
from linli.domain.templates.wording import name_in
from linli.domain.templates.writing import template_text
from linli.domain.values.names import private_use
from linli.errors import ConflictError, FieldProblem, InvalidInput, NotFoundError, UserError
from linli.paths import resource
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import card_sources, cards, files, photos, settings, templates
from linli.storage.problems import file_problems
from linli.storage.templates import StoredTemplate

LARGEST_FILE = 40 * 1024 * 1024
"""Bytes of a template file that is still read."""
_LONGEST_TITLE = 30


@dataclass(frozen=True, kw_only=True)
class BrokenTemplate:
    """A template of the clerk's that cannot be used: opened in the editor, or only removed.

    `message` is a sentence that says why.
    """

    id: str
    title: str
    message: str
    can_be_opened: bool


class TemplateService:
    """What a clerk does with templates."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def kinds(self) -> tuple[CardKind, ...]:
        """Return the kinds of cards that the templates of `list_all` are for, in its order."""
        self._context.require(Right.READ, "查看卡片模板")
        return (*load_kinds(), *(template.kind for template in self._own()))

    def list_all(self) -> tuple[CardTemplate, ...]:
        """Return the shipped templates in the order of the menu, then the clerk's own.

        One that cannot be used is left out; see `broken`.
        """
        self._context.require(Right.READ, "查看卡片模板")
        return (*load_templates(), *self._own())

    def broken(self) -> tuple[BrokenTemplate, ...]:
        """Return the clerk's templates that cannot be used, and why."""
        self._context.require(Right.READ, "查看卡片模板")
        found = (_usable(stored) for stored in self._stored())
        return tuple(t for t in found if isinstance(t, BrokenTemplate))

    def get(self, kind_id: str) -> CardTemplate:
        """Return the template of a kind of card.

        Raises:
            NotFoundError: there is none.
        """
        self._context.require(Right.READ, "查看卡片模板")
        own = {template.kind.id: template for template in self._own()}
        check_kind(kind_id, (*load_kinds(), *(template.kind for template in own.values())))
        return own.get(kind_id) or template_of(kind_id)

    def draft(self, kind_id: str) -> CardTemplate:
        """Return one of the clerk's templates to be edited, even if it breaks rules.

        Raises:
            NotFoundError: there is none, or it is a shipped one.
            TemplateError: nothing can be made of it.
        """
        self._context.require(Right.READ, "查看卡片模板")
        with self._context.db.reading() as connection:
            return _draft(self._find(templates.find_template(connection, kind_id)))

    def problems(self, template: CardTemplate) -> list[TemplateProblem]:
        """Return everything that is to be put right before a template can be saved."""
        self._context.require(Right.READ, "查看卡片模板")
        found = list(find_problems(template))
        with self._context.db.reading() as connection:
            lost = {d for d in template.own_pictures() if not photos.find_photo(connection, d)}
        library = library_of(self._context)
        for side, path, element in template.parts():
            message = None
            if isinstance(element, ImageElement) and element.own_picture in lost:
                message = "它的图片不在台账里，请重新选择图片。"
            elif isinstance(element, TextElement):
                text = "".join(literal for literal, _ in element.parts)
                signs = [s for s in library.missing(text) if s not in private_use(text)]
                said = "、".join(f"U+{ord(sign):04X}" for sign in signs)
                message = f"这台电脑的字体印不出这些字：{said}，请换掉。" if signs else None
            if message:
                name = name_in(template.sides[side], path, fields_of(template.kind.source))
                found.append(TemplateProblem(side=side, path=path, name=name, message=message))
        return found

    def new(
        self, source: CardSource, size: CardSize, title: str, *, two_sided: bool
    ) -> tuple[str, Changes]:
        """Make an empty template of the clerk's own and return its id.

        Raises:
            InvalidInput: the title is missing, too long or taken.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        return self._add(blank_template(source, size, title.strip(), two_sided=two_sided), "新建")

    def duplicate(self, kind_id: str, title: str) -> tuple[str, Changes]:
        """Copy a template under a title of its own and return the copy's id.

        Raises:
            NotFoundError: there is no such template.
            InvalidInput: the title is missing, too long or taken.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        template = self.get(kind_id)
        kind = replace(template.kind, title=title.strip(), own=True)
        return self._add(replace(template, kind=kind), "复制")

    def save(self, template: CardTemplate, opened: CardTemplate) -> Changes:
        """Keep the new state of one of the clerk's templates.

        Args:
            template: what it is now.
            opened: what it was when the work on it began.

        Raises:
            TemplateError: it breaks a rule.
            InvalidInput: the title is missing, too long or taken.
            ConflictError: somebody else has changed it meanwhile.
            NotFoundError: it was removed meanwhile.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        for problem in self.problems(template):
            raise TemplateError(problem.sentence())
        kind = template.kind
        with self._context.writing(f"修改卡片模板 {kind.title}") as work:
            stored = templates.find_template(work.connection, kind.id)
            if stored is None:
                raise NotFoundError(
                    f"卡片模板“{opened.kind.title}”刚才在别处删除了，可以把现在的样子另存为新模板。"
                )
            if _draft(stored) != opened:
                raise ConflictError(
                    f"卡片模板“{stored.title}”刚才在别处改过，没有覆盖它。"
                    "可以把现在的样子另存为新模板，或关闭后重新打开再改。"
                )
            self._check_title(kind.title, without=kind.id)
            templates.save_template(work.connection, _stored(template))
        return work.changes

    def save_as_new(self, template: CardTemplate) -> tuple[str, Changes]:
        """Keep a template beside the one it comes from and return the new one's id.

        Its title gets a number where it is taken.

        Raises:
            TemplateError: it breaks a rule.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        for problem in self.problems(template):
            raise TemplateError(problem.sentence())
        kind = replace(template.kind, title=self._free_title(template.kind.title), own=True)
        return self._add(replace(template, kind=kind), "另存")

    def rename(self, kind_id: str, title: str) -> Changes:
        """Give one of the clerk's templates another title.

        Raises:
            InvalidInput: the title is missing, too long or taken.
            NotFoundError: there is none, or it is a shipped one.
            TemplateError: it cannot be read.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        title = title.strip()
        with self._context.writing(f"卡片模板改名为 {title}") as work:
            template = _draft(self._find(templates.find_template(work.connection, kind_id)))
            self._check_title(title, without=kind_id)
            renamed = replace(template, kind=replace(template.kind, title=title))
            templates.save_template(work.connection, _stored(renamed))
        return work.changes

    def cards_out(self, kind_id: str) -> int:
        """Return how many cards made with a template are in people's hands."""
        self._context.require(Right.READ, "查看卡片模板")
        with self._context.db.reading() as connection:
            return templates.count_cards(connection, kind_id)

    def remove(self, kind_id: str) -> Changes:
        """Remove one of the clerk's templates; the records of its cards stay.

        Raises:
            NotFoundError: there is none, or it is a shipped one.
            UserError: a print run with it is not finished.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        with self._context.db.reading() as connection:
            title = self._find(templates.find_template(connection, kind_id)).title
        with self._context.writing(f"删除卡片模板 {title}") as work:
            runs = templates.count_open_runs(work.connection, kind_id)
            if runs:
                raise UserError(
                    f"还有 {runs} 个没有打完的批次用“{title}”，不能删除；"
                    "请先在“打印批次”里打完或结束它们。"
                )
            templates.remove_template(work.connection, kind_id)
        return work.changes

    def export_file(self, kind_id: str, path: Path) -> None:
        """Write a template with its own pictures as one file.

        Raises:
            NotFoundError: there is no such template.
            StorageProblem: the file cannot be written.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        template = self.get(kind_id)
        with self._context.db.reading() as connection:
            found = {d: photos.find_photo(connection, d) for d in template.own_pictures()}
        text = pack(template, {digest: content for digest, content in found.items() if content})
        with leaving(self._context, "导出卡片模板", template.kind.title):
            files.replace_file(path, text.encode())

    def import_file(self, path: Path) -> tuple[str, Changes]:
        """Add the template of a file, whatever its title; nothing is ever overwritten.

        Raises:
            TemplateError: it is no template file, or its template breaks a rule.
            UserError: a picture in it is none, or too large.
            StorageProblem: the file cannot be read.
        """
        self._context.require(Right.DESIGN, "修改卡片模板")
        where = f"文件“{path.name}”"
        with file_problems(path):
            size = path.stat().st_size
            if size > LARGEST_FILE:
                raise TemplateError(f"{where}有 {size / 2**20:.0f} MB，太大了，不像卡片模板。")
            content = path.read_bytes()
        try:
            packed = unpack(content.decode("utf-8-sig"), where)
        except UnicodeDecodeError as error:
            raise TemplateError(f"{where}不是卡片模板文件，请换一个。") from error
        for problem in find_problems(packed.template):
            raise TemplateError(problem.sentence(where))
        used = packed.template.own_pictures()
        ready = {d: photos.prepare(c) for d, c in packed.pictures.items() if d in used}
        with self._context.writing(f"导入卡片模板 {packed.template.kind.title}") as work:
            digests = {d: photos.add_photo(work.connection, *made) for d, made in ready.items()}
            kind = replace(
                packed.template.kind,
                id=templates.next_id(work.connection),
                title=self._free_title(packed.template.kind.title),
            )
            template = with_pictures(replace(packed.template, kind=kind), digests)
            templates.save_template(work.connection, _stored(template))
        return kind.id, work.changes

    def sample(self, source: CardSource) -> PlannedCard:
        """Return the card of somebody who does not exist, with every field filled."""
        self._context.require(Right.READ, "查看卡片模板")
        with self._context.db.reading() as connection:
            return sample_card(source, settings.get_hall(connection))

    def card_of(self, source_id: int, kind: CardKind) -> PlannedCard:
        """Return the card of somebody as it would be printed today.

        Args:
            source_id: a resident, whose household's card it is, else staff, a station or a grid.
            kind: the kind of card, saved or not.

        Raises:
            UserError: there is none for them.
        """
        self._context.require(Right.READ, "查看卡片模板")
        today = self._context.clock().date()
        with self._context.db.reading() as connection:
            if kind.numbered:
                found, gone = cards.list_subjects(connection, [source_id], CardUnit.HOUSEHOLD)
                planned, skipped = cards.plan_cards(connection, found, kind, today=today)
            else:
                gone = []
                planned, skipped = card_sources.plan_unnumbered(
                    connection, [source_id], kind, today=today
                )
        if not planned:
            reason = next((person.reason for person in (*gone, *skipped)), "已不在台账里")
            raise UserError(f"这一位{reason}，不发这种卡，请另选一位。")
        return planned[0]

    def preview(
        self, template: CardTemplate, card: PlannedCard, size: CardSize | None = None
    ) -> PrintedCards:
        """Make the PDF of one card, front and back as pages of its size, while it is edited.

        Elements that cannot be drawn at all are left out; `problems` names them.

        Raises:
            MissingCharacterError: no font here draws some character.
            UserError: a text that must not be cut does not fit.
        """
        self._context.require(Right.READ, "查看卡片模板")
        from linli.printing.cards import render_cards

        size = size or template.kind.sizes[0]
        digests = pictures(card.facts) | template.own_pictures()
        with self._context.db.reading() as connection:
            found = {d: photos.find_photo(connection, d) for d in sorted(digests)}
        shown = {digest: content for digest, content in found.items() if content}
        if PORTRAIT in digests:
            shown[PORTRAIT] = resource("templates/portrait.png").read_bytes()
        sound = drawable(template, without=digests - shown.keys())
        setup = PaperSetup(sheet=single_sheet(size))
        fonts = library_of(self._context)
        page = board_pages([card], sound, size)[:1]
        return render_cards(page, sound, setup, size=size, photos=shown, library=fonts)

    def _add(self, template: CardTemplate, action: str) -> tuple[str, Changes]:
        title = template.kind.title
        with self._context.writing(f"{action}卡片模板 {title}") as work:
            self._check_title(title)
            kind_id = templates.next_id(work.connection)
            added = replace(template, kind=replace(template.kind, id=kind_id))
            templates.save_template(work.connection, _stored(added))
        return kind_id, work.changes

    def _check_title(self, title: str, without: str | None = None) -> None:
        message = None
        if not title:
            message = "没有填写名称，请填写，如“本社区联系卡”。"
        elif len(title) > _LONGEST_TITLE:
            message = f"名称有 {len(title)} 个字，最多 {_LONGEST_TITLE} 个，请改短。"
        elif title in self._titles(without):
            message = f"已经有叫“{title}”的卡片模板了，请换一个名称。"
        if message:
            raise InvalidInput([FieldProblem(field="title", message=message)])

    def _free_title(self, title: str) -> str:
        """Return the title, with a number where it is taken."""
        title = " ".join(title.split())[: _LONGEST_TITLE - 4] or "导入的模板"
        taken = self._titles()
        numbered = (f"{title}（{number}）" for number in range(2, len(taken) + 3))
        return next(t for t in (title, *numbered) if t not in taken)

    def _titles(self, without: str | None = None) -> set[str]:
        own = {stored.title for stored in self._stored() if stored.id != without}
        return own | {kind.title for kind in load_kinds()}

    def _own(self) -> list[CardTemplate]:
        found = (_usable(stored) for stored in self._stored())
        return [template for template in found if isinstance(template, CardTemplate)]

    def _stored(self) -> list[StoredTemplate]:
        with self._context.db.reading() as connection:
            return templates.list_templates(connection)

    def _find(self, stored: StoredTemplate | None) -> StoredTemplate:
        if stored is None:
            raise NotFoundError("这个卡片模板已经不在了，或者是自带的；请刷新后再试。")
        return stored


def _stored(template: CardTemplate) -> StoredTemplate:
    kind = template.kind
    return StoredTemplate(id=kind.id, title=kind.title, content=template_text(template))


def _where(stored: StoredTemplate) -> str:
    return f"卡片模板“{stored.title}”"


def _draft(stored: StoredTemplate) -> CardTemplate:
    return _as_stored(read_draft(stored.content, _where(stored), own=True), stored)


def _as_stored(template: CardTemplate, stored: StoredTemplate) -> CardTemplate:
    """Return the template under the id and title by which the ledger knows it."""
    return replace(template, kind=replace(template.kind, id=stored.id, title=stored.title))


@lru_cache(maxsize=64)
def _usable(stored: StoredTemplate) -> CardTemplate | BrokenTemplate:
    """Read what is kept; reading strictly takes time, and menus ask often."""
    try:
        return _as_stored(read_template(stored.content, _where(stored), own=True), stored)
    except TemplateError as error:
        message = error.message
    try:
        can_be_opened = bool(_draft(stored).kind.sizes)
    except TemplateError:
        can_be_opened = False
    return BrokenTemplate(
        id=stored.id, title=stored.title, message=message, can_be_opened=can_be_opened
    )
