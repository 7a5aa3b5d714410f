"""Equipment of a team (装备), who has it, and its drills (演练)."""

from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.equipment import (
    USUAL_ITEMS,
    Drill,
    DrillDraft,
    Equipment,
    EquipmentDraft,
    Issue,
    IssueDraft,
)
from linli.domain.equipment_lists import drill_register, issue_register
from linli.domain.equipment_rules import (
    check_drill,
    check_equipment,
    check_issue,
    clean_drill,
    clean_equipment,
    clean_issue,
)
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import equipment, team_members, teams

if TYPE_CHECKING:
    from linli.storage.database import Writing


class EquipmentService:
    """What a clerk does with equipment and drills; each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, team_id: int) -> list[Equipment]:
        """Return what a team has."""
        self._context.require(Right.READ, "查看装备")
        with self._context.db.reading() as connection:
            return equipment.list_equipment(connection, team_id)

    def issues(self, team_id: int, *, out_only: bool = False) -> list[Issue]:
        """Return what members were given, the last first; only what is out if wanted."""
        self._context.require(Right.READ, "查看装备")
        with self._context.db.reading() as connection:
            return equipment.list_issues(connection, team_id, out_only=out_only)

    def drills(self, team_id: int) -> list[Drill]:
        """Return the drills of a team, the last first."""
        self._context.require(Right.READ, "查看演练")
        with self._context.db.reading() as connection:
            return equipment.list_drills(connection, team_id)

    def usual_items(self, part: str = "") -> list[str]:
        """Return names of things to offer while one is typed."""
        self._context.require(Right.READ, "查看装备")
        return [item for item in USUAL_ITEMS if part.strip() in item]

    # ---- things -----------------------------------------------------------------------------

    def add(self, draft: EquipmentDraft) -> tuple[int, Changes]:
        """Add a thing of a team.

        Raises:
            InvalidInput: a rule is broken, or the team has it already.
            NotFoundError: the team is gone.
        """
        self._context.require(Right.EDIT, "修改装备")
        clean = clean_equipment(draft)
        with self._context.writing(f"添加装备 {clean.item}") as work:
            teams.get_record(work.session, clean.team_id)
            self._check(work, clean, None)
            equipment_id = equipment.add_equipment(work.session, clean)
        return equipment_id, work.changes

    def update(self, equipment_id: int, draft: EquipmentDraft, *, version: int) -> Changes:
        """Save a changed thing.

        Raises:
            InvalidInput: a rule is broken, or more is out than there would be.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改装备")
        clean = clean_equipment(draft)
        with self._context.writing(f"修改装备 {clean.item}") as work:
            record = equipment.equipment_record(work.session, equipment_id, version)
            self._check(work, clean, equipment_id)
            equipment.update_equipment(work.session, record, clean)
        return work.changes

    def remove(self, equipment_id: int) -> Changes:
        """Remove a thing that was entered by mistake and never given out.

        Raises:
            UserError: it was given out.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除装备")
        with self._context.db.reading() as connection:
            item = equipment.get_equipment(connection, equipment_id)
            issues = equipment.list_issues(connection, item.facts.team_id)
        if any(issue.facts.equipment_id == equipment_id for issue in issues):
            raise UserError(
                f"{item.facts.item}有领用记录，不能删除；不再用的请把数量改成 0，写明原因。"
            )
        with self._context.writing(f"删除装备 {item.facts.item}") as work:
            work.session.delete(equipment.equipment_record(work.session, equipment_id))
        return work.changes

    # ---- issuing ----------------------------------------------------------------------------

    def issue(self, drafts: list[IssueDraft]) -> tuple[list[int], Changes]:
        """Give things out, to one or to many, in one step.

        Raises:
            InvalidInput: a rule is broken, or there are not enough.
            NotFoundError: the thing or a member is gone.
        """
        self._context.require(Right.EDIT, "登记装备领用")
        ids = []
        with self._context.writing(f"发放装备 {len(drafts)} 人") as work:
            for draft in drafts:
                clean = clean_issue(draft)
                team_members.get_record(work.session, clean.member_id)
                item = equipment.get_equipment(work.connection, clean.equipment_id)
                problems = check_issue(clean, item, self._today())
                if problems:
                    raise InvalidInput(problems)
                ids.append(equipment.add_issue(work.session, clean))
        return ids, work.changes

    def take_back(self, issue_ids: list[int], day: date) -> Changes:
        """Write down that things came back.

        Raises:
            InvalidInput: the day is before they were given, or not yet come.
            NotFoundError: one is gone.
        """
        self._context.require(Right.EDIT, "登记装备归还")
        with self._context.writing(f"归还装备 {len(issue_ids)} 件次") as work:
            for issue_id in issue_ids:
                record = equipment.issue_record(work.session, issue_id)
                draft = IssueDraft(
                    equipment_id=record.equipment_id,
                    member_id=record.member_id,
                    quantity=record.quantity,
                    issued_on=date.fromisoformat(record.issued_on),
                    returned_on=day,
                    note=record.note,
                )
                item = equipment.get_equipment(work.connection, draft.equipment_id)
                problems = check_issue(draft, item, self._today(), own=draft.quantity)
                if problems:
                    raise InvalidInput(problems)
                equipment.update_issue(work.session, record, draft)
        return work.changes

    # ---- drills -----------------------------------------------------------------------------

    def add_drill(self, draft: DrillDraft) -> tuple[int, Changes]:
        """Record a drill.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the team is gone.
        """
        self._context.require(Right.EDIT, "登记演练")
        clean = self._checked_drill(draft)
        with self._context.writing(f"登记演练 {clean.topic}") as work:
            teams.get_record(work.session, clean.team_id)
            drill_id = equipment.add_drill(work.session, clean)
        return drill_id, work.changes

    def update_drill(self, drill_id: int, draft: DrillDraft, *, version: int) -> Changes:
        """Save a changed drill.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "登记演练")
        clean = self._checked_drill(draft)
        with self._context.writing(f"修改演练 {clean.topic}") as work:
            record = equipment.drill_record(work.session, drill_id, version)
            equipment.update_drill(work.session, record, clean)
        return work.changes

    def remove_drill(self, drill_id: int) -> Changes:
        """Remove a drill that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除演练")
        with self._context.writing("删除演练 1 次") as work:
            work.session.delete(equipment.drill_record(work.session, drill_id))
        return work.changes

    # ---- paper ------------------------------------------------------------------------------

    def register(self, team_id: int, title: str, *, out_only: bool = False) -> Register:
        """Return who has what, to print and to be signed."""
        self._context.require(Right.READ, "查看装备")
        issues = self.issues(team_id, out_only=out_only)
        return issue_register(self.list_all(team_id), issues, title=title)

    def drill_register(self, team_id: int, title: str) -> Register:
        """Return the drills of a team to print, the first first."""
        self._context.require(Right.READ, "查看演练")
        return drill_register(self.drills(team_id)[::-1], title=title)

    def _check(self, work: "Writing", draft: EquipmentDraft, own_id: int | None) -> None:
        items = equipment.list_equipment(work.connection, draft.team_id)
        issued = next((item.issued for item in items if item.id == own_id), 0)
        problems = check_equipment(draft, issued)
        if any(item.facts.item == draft.item and item.id != own_id for item in items):
            message = f"这支队伍已经登记了「{draft.item}」，请修改原来那条的数量。"
            problems.append(FieldProblem(field="item", message=message))
        if problems:
            raise InvalidInput(problems)

    def _checked_drill(self, draft: DrillDraft) -> DrillDraft:
        clean = clean_drill(draft)
        problems = check_drill(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()
