"""The hall's facts (大厅信息), pictures, and what features remember."""

from typing import Any

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.settings import HallFacts, SafetyRules
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.storage import photos, settings


class SettingsService:
    """What the community sets once and everything else uses."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def hall(self) -> HallFacts:
        """Return the hall's facts."""
        with self._context.db.reading() as connection:
            return settings.get_hall(connection)

    def save_hall(self, facts: HallFacts) -> Changes:
        """Save the hall's facts.

        Raises:
            InvalidInput: if the community has no name, or a common number is incomplete.
        """
        self._context.require(Right.SETTINGS, "修改大厅信息")
        problems = []
        if not facts.community.strip():
            problems.append(FieldProblem(field="community", message="没有填写社区名称，请填写。"))
        for line in facts.common_numbers:
            if not line.name.strip() or not line.number.strip():
                said = (
                    f"常用电话「{line.name}{line.number}」不完整，请补全名称和号码，或删去这一行。"
                )
                problems.append(FieldProblem(field="common_numbers", message=said))
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改大厅信息") as work:
            settings.save_hall(work.connection, facts)
        return work.changes

    def safety(self) -> SafetyRules:
        """Return the rules of passwords and of locking."""
        with self._context.db.reading() as connection:
            return settings.get_safety(connection)

    def save_safety(self, rules: SafetyRules) -> Changes:
        """Save the rules of passwords and of locking; a present password stays as it is.

        Raises:
            InvalidInput: if a figure is out of its bounds.
        """
        self._context.require(Right.SETTINGS, "修改安全规则")
        problems = rules.problems()
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：安全规则") as work:
            settings.save_safety(work.connection, rules)
        return work.changes

    def add_photo(self, content: bytes) -> str:
        """Keep a JPEG or PNG picture and return the digest by which it is named.

        Raises:
            UserError: if it is no such picture or too large.
        """
        self._context.require(Right.EDIT, "添加照片")
        smaller, media_type = photos.prepare(content)
        with self._context.writing("添加照片") as work:
            return photos.add_photo(work.connection, smaller, media_type)

    def photo(self, digest: str) -> bytes | None:
        """Return a kept picture, or None."""
        self._context.require(Right.READ, "查看照片")
        with self._context.db.reading() as connection:
            return photos.find_photo(connection, digest)

    def value(self, key: str, default: Any = None) -> Any:
        """Return what was kept under `key`, or `default`."""
        self._context.require(Right.READ, "查看设置")
        with self._context.db.reading() as connection:
            found = settings.find_value(connection, key)
        return default if found is None else found

    def save_value(self, key: str, value: Any, *, action: str = "修改设置") -> Changes:
        """Keep a value that JSON can hold under `key`; `action` names the undo step."""
        self._context.require(Right.SETTINGS, "修改设置")
        with self._context.writing(action) as work:
            settings.save_value(work.connection, key, value)
        return work.changes
