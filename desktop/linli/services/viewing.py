"""Looking at a ledger that cannot be written (只能查看): a full disk, a folder that is read-only.

The sign-in is not on record, since nothing can be; nor is anything else, so whatever has to be
(printing, exporting, showing a number) is refused like every write. Searching and reading go on.
"""

from linli.errors import StorageProblem
from linli.paths import DataDir
from linli.services import keys
from linli.services.context import Clock, Context


def look_at(
    data_dir: DataDir, key: bytes, account: str, clock: Clock, problem: StorageProblem
) -> Context:
    """Open a ledger only to look at it, for an account whose password was right.

    An account whose password is due has to wait until it can be changed, and a ledger of an older
    version until it can be brought up.

    Args:
        data_dir: where it lies.
        key: what it is encrypted with.
        account: who wants in.
        clock: tells the time.
        problem: why it cannot be written.

    Raises:
        StorageProblem: `problem`, where even that cannot be; or a newer version.
        UserError: the account may not sign in any more.
    """
    from linli.storage import accounts, migrations, viewing

    database = viewing.view(data_dir.database, key, problem)
    try:
        version = migrations.version_of(database)
        migrations.check_known(version)
        actor = accounts.find(database, account) if version == migrations.VERSION else None
        due = actor is None or keys.password_is_due(database, actor.account_id, clock())
    except BaseException:
        database.close()
        raise
    if actor is None or due:
        database.close()
        raise problem
    return Context(database, actor, clock, data_dir)
