"""People on grids' posts (岗位人员): who holds what, from when to when, and who takes it over."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.grid_changes import check_day
from linli.domain.grids import GridOfficer, GridRole
from linli.domain.hand_over_lists import hand_over_letter
from linli.domain.post_lists import post_register
from linli.domain.post_rules import (
    check_post,
    clean_building,
    clean_post,
    double_of,
    far_message,
    is_too_far,
    same_post,
)
from linli.domain.posts import (
    BUILDING_HEAD,
    BuildingSeat,
    HandOver,
    Post,
    PostDraft,
    PostFilter,
    SeatEntry,
    is_over,
    role_of,
)
from linli.domain.registers import Register
from linli.domain.values.addresses import address_text, building_key
from linli.errors import ConflictError, FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office, masks_of
from linli.storage import (
    grid_estates,
    grid_facts,
    grid_posts,
    grids,
    posts,
)
from linli.storage.schema import GridRecord

if TYPE_CHECKING:
    from linli.services.cards import CardService
    from linli.storage.database import Writing

_ON_CARDS = frozenset(role.value for role in GridRole)


class PostService:
    """What a clerk does with posts. Each change is one transaction and one undo step."""

    def __init__(self, context: Context, cards: "CardService") -> None:
        self._context = context
        self._cards = cards

    # ---- asking -----------------------------------------------------------------------------

    def list_all(self, wanted: PostFilter | None = None) -> list[Post]:
        """Return posts, by grid and role; without a filter those of today.

        Who has no right to full numbers gets them masked.
        """
        self._context.require(Right.READ, "查看岗位人员")
        wanted = wanted or PostFilter(on=self._today())
        with self._context.db.reading() as connection:
            found = posts.list_posts(connection, wanted)
        return [self._seen(post) for post in found]

    def get(self, post_id: int) -> Post:
        """Return a post.

        Raises:
            NotFoundError: there is no such post.
        """
        self._context.require(Right.READ, "查看岗位人员")
        with self._context.db.reading() as connection:
            return self._seen(posts.get_post(connection, post_id))

    def seats(self) -> list[BuildingSeat]:
        """Return every building of a grid with its head of today (楼栋长), as one walks."""
        self._context.require(Right.READ, "查看岗位人员")
        wanted = PostFilter(role=BUILDING_HEAD, on=self._today())
        with self._context.db.reading() as connection:
            names = grids.list_names(connection)
            buildings = posts.list_buildings(connection)
            heads = posts.list_posts(connection, wanted)
        known = {
            (head.facts.grid_id, building_key(head.facts.building)): self._seen(head)
            for head in heads
            if head.facts.building
        }
        return [
            BuildingSeat(
                grid_id=grid_id,
                grid=names[grid_id],
                building=place,
                place=address_text(place),
                head=known.get((grid_id, building_key(place))),
            )
            for grid_id, place in buildings
        ]

    def foresee(self, post_id: int, new: HandOver | None) -> int:
        """Return how many contact cards are outdated once somebody else has a post, or nobody.

        Raises:
            NotFoundError: the post is gone.
        """
        self._context.require(Right.READ, "查看岗位人员")
        with self._context.db.reading() as connection:
            post = posts.get_post(connection, post_id)
            grid_id = post.facts.grid_id
            facts = grid_facts.list_facts(connection, [grid_id], self._today())[grid_id]
            homes = grid_posts.dwellings_of(connection, [post.facts.grid_id])
            draft = new and posts.linked(connection, _successor(post.facts, new))
        role = post.facts.role
        if role not in _ON_CARDS or is_over(post.facts, self._today()):
            return 0
        kept = tuple(o for o in facts.officers if (o.role, o.name) != (role, post.facts.name))
        if draft is not None:
            kept += (GridOfficer(role=GridRole(role), name=draft.name, phone=draft.phone),)
        return self._cards.count_outdated_by(homes, replace(facts, officers=kept))

    def register(self, wanted: PostFilter, title: str, *, revealed: bool = False) -> Register:
        """Return the list to print; phones in full only if `revealed`."""
        self._context.require(Right.READ, "查看岗位人员")
        with self._context.db.reading() as connection:
            found = posts.list_posts(connection, wanted)
        return for_office(self._context, post_register(found, title=title), revealed=revealed)

    def reveal(self, post_id: int, reason: str) -> None:
        """Record in the audit trail that somebody's number is shown in full, and why.

        Raises:
            NotFoundError: the post is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(post_id)
        self._context.revealed(f"grid_officer/{post_id}", reason, "岗位人员的电话")

    def hand_over_pdf(self, post_id: int) -> bytes:
        """Make the PDF of what is handed over with a grid (移交清单), to be signed by both.

        Of somebody who has left it names the day and who came; else today, and whoever comes
        writes the name.

        Raises:
            UserError: the grid is closed.
            NotFoundError: the post is gone.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印移交清单")
        masks = masks_of(self._context)
        with self._context.db.reading() as connection:
            post = posts.get_post(connection, post_id)
            grid_id, last = post.facts.grid_id, post.facts.until
            if grid_id not in grids.list_names(connection):
                raise UserError(f"「{post.grid}」已经不用了，没有东西可以移交。")
            estate = grid_estates.get_estate(connection, grid_id, self._today(), masks)
            on = self._today() if last is None else last + timedelta(days=1)
            wanted = PostFilter(grid_id=grid_id, role=post.facts.role)
            came = [
                each.facts.name
                for each in posts.list_posts(connection, wanted)
                if last is not None and same_post(each.facts, post.facts) and each.facts.since == on
            ]
        letter = hand_over_letter(
            estate,
            post,
            successor="、".join(came),
            on=on,
            community=community_of(self._context),
            printed=foot_of(self._context),
        )
        return letters_pdf(self._context, [letter], "打印移交清单", f"grid/{grid_id}")

    # ---- changing ---------------------------------------------------------------------------

    def add(self, draft: PostDraft) -> tuple[int, Changes]:
        """Put somebody on a post.

        Raises:
            InvalidInput: a rule is broken, or the person is on it already.
            NotFoundError: the grid or the person is gone.
        """
        self._context.require(Right.EDIT, "修改岗位人员")
        with self._context.writing(f"添加{role_of(draft.role).name} {draft.name}") as work:
            clean = self._checked(work, draft, None)
            post_id = posts.add_post(work.session, clean)
            self._count_on(work, clean.grid_id)
        return post_id, work.changes

    def update(self, post_id: int, draft: PostDraft, *, before: PostDraft) -> Changes:
        """Correct what is written of a post; who comes after somebody is handed over instead.

        Args:
            post_id: the post.
            draft: what it shall be.
            before: what was read.

        Raises:
            InvalidInput: a rule is broken, or the person is on it already.
            ConflictError: it was changed since `before` was read.
            NotFoundError: it, the grid or the person is gone.
        """
        self._context.require(Right.EDIT, "修改岗位人员")
        with self._context.writing(f"修改{role_of(draft.role).name} {draft.name}") as work:
            record = posts.get_record(work.session, post_id)
            present = self._seen(posts.get_post(work.connection, post_id)).facts
            if present != before:
                raise ConflictError("这条岗位记录刚被别人改过，请关闭后重新打开再改。")
            if draft.phone == before.phone:  # as it was seen, which may be masked
                draft = replace(draft, phone=record.phone)
            clean = self._checked(work, draft, post_id)
            posts.update_post(work.session, record, clean)
            for grid_id in {before.grid_id, clean.grid_id}:
                self._count_on(work, grid_id)
        return work.changes

    def end(self, post_ids: Sequence[int], on: date) -> Changes:
        """Let people leave their posts: `on` is the first day without them.

        Raises:
            UserError: the day is too far, or somebody came only after it or has left already.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.EDIT, "修改岗位人员")
        self._check_near(on)
        with self._context.writing(f"结束岗位 {len(post_ids)} 人") as work:
            for post_id in post_ids:
                self._leave(work, post_id, on)
        return work.changes

    def hand_over(self, post_id: int, new: HandOver) -> tuple[int, Changes]:
        """Let somebody take a post over: the day before `new.on` is the last of who has it.

        Returns:
            The post of the new one.

        Raises:
            InvalidInput: a rule is broken, or it is the same person.
            UserError: the day is too far, or who has the post came only after it.
            NotFoundError: the post or the person is gone.
        """
        self._context.require(Right.EDIT, "修改岗位人员")
        self._check_near(new.on)
        with self._context.writing(f"交接岗位给 {new.name}") as work:
            before = posts.get_post(work.connection, post_id).facts
            self._leave(work, post_id, new.on)
            clean = self._checked(work, _successor(before, new), None)
            if clean.name == before.name and clean.resident_id == before.resident_id:
                message = f"「{before.name}」就是现在在岗的人，请填写接任的人。"
                raise InvalidInput([FieldProblem(field="name", message=message)])
            new_id = posts.add_post(work.session, clean)
        return new_id, work.changes

    def enter_seats(self, entries: Sequence[SeatEntry], since: date) -> Changes:
        """Write the heads of many buildings down in one step.

        Who is head of a building already keeps the post and gets the number that was typed; another
        name takes the post over, none leaves it vacant.

        Raises:
            InvalidInput: a rule is broken; the sentence says of which building.
            UserError: the day has not come.
        """
        self._context.require(Right.EDIT, "修改岗位人员")
        check_day(since, self._today())
        present = {(seat.grid_id, seat.building): seat.head for seat in self.seats()}
        with self._context.writing(f"登记楼栋长 {len(entries)} 栋") as work:
            for entry in entries:
                place = clean_building(entry.building)
                self._enter_seat(work, entry, present.get((entry.grid_id, place)), since)
        return work.changes

    def remove(self, post_id: int) -> Changes:
        """Remove a post that was entered by mistake; one that is over is ended instead.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除岗位人员")
        name = self.get(post_id).facts.name
        with self._context.writing(f"删除岗位人员 {name}") as work:
            record = posts.get_record(work.session, post_id)
            grid_id = record.grid_id
            work.session.delete(record)
            self._count_on(work, grid_id)
        return work.changes

    # ---- inside -----------------------------------------------------------------------------

    def _enter_seat(
        self, work: "Writing", entry: SeatEntry, head: Post | None, since: date
    ) -> None:
        draft = PostDraft(
            grid_id=entry.grid_id,
            role=BUILDING_HEAD,
            name=entry.name,
            phone=entry.phone,
            building=entry.building,
            since=since,
        )
        try:
            if head is not None and head.facts.name == clean_post(draft).name:
                if draft.phone != head.facts.phone:  # else as it was seen, which may be masked
                    record = posts.get_record(work.session, head.id)
                    kept = replace(head.facts, phone=draft.phone)
                    clean = self._checked(work, kept, head.id)
                    posts.update_post(work.session, record, clean)
                return
            if head is not None:
                self._leave(work, head.id, since)
            if entry.name:
                posts.add_post(work.session, self._checked(work, draft, None))
        except InvalidInput as error:
            message = f"{address_text(entry.building)}：{error.problems[0].message}"
            raise InvalidInput([FieldProblem(field="seats", message=message)]) from None

    def _leave(self, work: "Writing", post_id: int, on: date) -> None:
        post = posts.get_post(work.connection, post_id)
        if post.facts.until is not None and is_over(post.facts, self._today()):
            raise UserError(
                f"「{post.facts.name}」{post.facts.until.isoformat()} 就已经离岗，"
                "要改日期请打开那条记录。"
            )
        row = posts.get_record(work.session, post_id)
        grids.end_officers(work.connection, [row], on)
        work.session.expire_all()
        self._count_on(work, post.facts.grid_id)

    def _checked(self, work: "Writing", draft: PostDraft, own_id: int | None) -> PostDraft:
        if draft.until is None or draft.until >= self._today():
            grids.get_record(work.session, draft.grid_id)
        clean = posts.linked(work.connection, clean_post(draft))
        problems = check_post(clean, self._today())
        known = [
            post.facts
            for post in posts.list_posts(work.connection, PostFilter(grid_id=clean.grid_id))
            if post.id != own_id
        ]
        if double_of(clean, known) is not None:
            message = (
                f"「{clean.name}」已经在这个岗位上，不能重复登记；请打开原来那条修改，或先办离岗。"
            )
            problems.append(FieldProblem(field="name", message=message))
        if problems:
            raise InvalidInput(problems)
        return clean

    def _count_on(self, work: "Writing", grid_id: int) -> None:
        """Count the grid's version on, so that a form that is open elsewhere sees the change."""
        record = work.session.get(GridRecord, grid_id)
        if record is not None:
            grids.count_on(work.session, record)

    def _check_near(self, on: date) -> None:
        if is_too_far(on, self._today()):
            raise UserError(far_message("日期", on, self._today()), field="on")

    def _seen(self, post: Post) -> Post:
        if self._context.may(Right.REVEAL):
            return post
        phone = post.facts.phone
        hidden = phone and masks_of(self._context).show_phone(phone)
        return replace(post, facts=replace(post.facts, phone=hidden))

    def _today(self) -> date:
        return self._context.clock().date()


def _successor(before: PostDraft, new: HandOver) -> PostDraft:
    return clean_post(
        replace(
            before,
            name=new.name,
            phone=new.phone,
            resident_id=new.resident_id,
            staff_id=new.staff_id,
            since=new.on,
            until=None,
            note=None,
        )
    )
