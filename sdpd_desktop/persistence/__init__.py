"""The database: schema, transactions, journal, migrations and backups. All of SQLAlchemy."""
