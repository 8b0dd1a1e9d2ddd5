"""The closed choices a caller has; imports nothing, so that the command line starts at once."""

from typing import Literal

LanguageChoice = Literal["auto", "nl", "fr", "de", "en"]
AudienceChoice = Literal["federal", "local"]
GeneratorChoice = Literal["auto", "extractive", "llm"]

MAX_TOP_K = 50
ASK_TOP_K = 8
SEARCH_TOP_K = 10
