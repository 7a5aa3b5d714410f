"""Run by Alembic: upgrades over the connection that was handed in, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
