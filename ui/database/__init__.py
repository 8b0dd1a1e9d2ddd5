"""The server's own database: API keys, and the log of answers. SQLite, or PostgreSQL by URL."""
