"""The same ledger in another role."""

from dataclasses import replace

from linli.domain.accounts import Role
from linli.services.container import Services, open_services


def as_role(services: Services, role: Role) -> Services:
    """Return all services on the same ledger, worked with by somebody of another role."""
    context = services.context
    actor = replace(context.actor, role=role)
    return open_services(replace(context, actor=actor))
