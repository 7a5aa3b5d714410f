"""Every mapped record: whoever imports this module knows all tables and what refers to them.

A schema of its own for each area keeps the modules short; a reference from one to another is found
only when both are loaded.
"""

from linli.storage import (  # noqa: F401 - add their tables
    case_file_schema,
    case_paper_schema,
    case_report_schema,
    case_schema,
    dispatch_schema,
    duty_schema,
    event_schema,
    grid_schema,
    guide_schema,
    hours_schema,
    journal_schema,
    limit_schema,
    notice_schema,
    post_schema,
    reception_schema,
    register_schema,
    roster_schema,
    sweep_schema,
    trust_schema,
    venue_schema,
    walk_schema,
    worker_schema,
)
from linli.storage.schema import Base

METADATA = Base.metadata
"""All tables."""
