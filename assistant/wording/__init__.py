"""The assistant's own words in the four languages; quotes are never part of them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer import Reason
from corpus import Audience, Kind, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's sentences.

    `introductions` lead in what the plan says, by kind of evidence, `one_goal` a goal alone,
    `other` what another document says and `note` what a context note says; `mentioned` leads in
    all `{count}` mentions of something, `mentioned_among` the first `{shown}` of more. They may
    have the places `{place}`, `{title}` and `{original}`, which `original` fills where the quote is
    in another language;
    `misquoted` tells the `{differences}` of a quotation from the text.
    `written` leads in an answer that a language model worded from `{title}`, `silent` and
    `unsupported` say why it did not. `versions` name the standing of a quote's version, `reading`
    shows one, `languages` name the four languages. `no_goals` says that a `{theme}` sets none for
    `{level}`, only for `{other}`, which `levels` name.
    """

    introductions: dict[Kind, str]
    one_goal: str
    other: str
    note: str
    mentioned: str
    mentioned_among: str
    misquoted: str
    original: str
    written: str
    silent: str
    unsupported: str
    versions: dict[Standing, str]
    reading: str
    languages: dict[str, str]
    refusals: dict[Reason, str]
    no_goals: str
    levels: dict[Audience, str]


@cache
def wording(language: str) -> Wording:
    """Return the words of a language (nl, fr, de or en)."""
    path = Path(__file__).with_name(f"{language}.toml")
    texts = tomllib.loads(path.read_text("utf-8"))
    return Wording(
        introductions={kind: texts["introductions"][kind.value] for kind in Kind},
        one_goal=texts["introductions"]["one_goal"],
        other=texts["documents"]["other"],
        note=texts["documents"]["note"],
        mentioned=texts["documents"]["mentioned"],
        mentioned_among=texts["documents"]["mentioned_among"],
        misquoted=texts["documents"]["misquoted"],
        original=texts["documents"]["original"],
        written=texts["written"]["checked"],
        silent=texts["written"]["silent"],
        unsupported=texts["written"]["unsupported"],
        reading=texts["versions"]["reading"],
        versions={standing: texts["versions"][standing.value] for standing in Standing},
        languages=texts["languages"],
        refusals={reason: texts["refusals"][reason.value] for reason in Reason},
        no_goals=texts["goals"]["none"],
        levels={level: texts["goals"][level.value] for level in (Audience.FEDERAL, Audience.LOCAL)},
    )
