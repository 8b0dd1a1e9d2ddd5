"""The languages of the corpus, as files declare them."""

import re

LANGUAGES = ("nl", "fr", "de", "en")


def known_language(declared: str) -> str:
    """Return the language of a tag such as nl-BE, empty when it is none of the four."""
    code = re.split(r"[-_]", declared.strip().lower(), maxsplit=1)[0]
    return code if code in LANGUAGES else ""
