"""The routes of the API, one module each."""

PREFIX = "/api/v1"
