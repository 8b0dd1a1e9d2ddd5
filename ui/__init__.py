"""Every face of the assistant: chat, HTTP API, reader page, command line."""
