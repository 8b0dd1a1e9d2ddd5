"""OpenAI's chat protocol over the assistant, so that clients which speak it work as they are."""

MODEL = "planwijzer"
"""The one model there is."""

PREFIX = "/v1"
