"""Runs migrations on the connection that ``persistence.migrate`` hands over."""

from alembic import context

from sdpd_desktop.persistence.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
# The caller opened the transaction: all revisions go in together, or none.
context.run_migrations()
