"""The menu 安全: accounts, audit, privacy, backups and exchange with other computers."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

SAFETY_MENU: tuple[MenuLine | None, ...] = (
    (actions.OWN_PASSWORD, Late("accounts", "open_own_password")),
    (actions.ACCOUNTS, Late("accounts", "open_accounts")),
    (actions.SAFETY_RULES, Late("accounts", "open_safety_rules")),
    None,
    (actions.AUDITS, Late("audits", "open_audits")),
    (actions.BACKUPS, Late("backups.dialog", "open_backups")),
    (actions.EXCHANGE, Late("exchange", "open_exchange")),
    None,
    (actions.PRIVACY_REQUESTS, Late("privacy", "open_requests")),
    (actions.CONSENTS, Late("privacy", "open_consents")),
    (actions.RETENTION, Late("privacy", "open_retention")),
    (actions.MASKING, Late("masking_form", "open_masking")),
    None,
    (actions.DEFECT_REPORTS, Late("defect_reports", "open_defect_reports")),
)
