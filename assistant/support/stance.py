"""Whether a statement denies, obliges or generalises what its quotes do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.audience import Worded
from assistant.support.lexicon import Cue, cue
from corpus import sentences

_WEAK = frozenset((Cue.RECOMMENDATION, Cue.PERMISSION))
_TOLD = (
    Cue.NEGATION,
    Cue.OBLIGATION,
    Cue.PERMISSION,
    Cue.RECOMMENDATION,
    Cue.ACCOMPLISHED,
    Cue.UNIVERSAL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What differs between a statement and its quotes.

    `denies`: the statement negates more often than its quotes; `affirms`: a quote negates and the
    statement does not; `obliges`: it obliges where quotes only recommend or allow; `allows`: it
    allows where quotes oblige; `claims`: it says done what no quote says done; `generalises`: it
    says all or only, and no quote does.
    """

    denies: bool
    affirms: bool
    obliges: bool
    allows: bool
    claims: bool
    generalises: bool


def stance(statement: Worded, quotes: Sequence[Worded]) -> Stance:
    """Return how a statement's stance differs from that of its quotes taken together."""
    said = _cues([statement])
    quoted = _cues(quotes)
    only_said, only_quoted = said - quoted, quoted - said
    return Stance(
        denies=Cue.NEGATION in only_said or _negates_more(statement, quotes),
        affirms=Cue.NEGATION in only_quoted,
        obliges=Cue.OBLIGATION in only_said and bool(_WEAK & quoted) and not _WEAK & said,
        allows=Cue.PERMISSION in only_said and Cue.OBLIGATION in quoted,
        claims=Cue.ACCOMPLISHED in only_said,
        generalises=Cue.UNIVERSAL in only_said,
    )


def _negates_more(statement: Worded, quotes: Sequence[Worded]) -> bool:
    """Whether a statement negates more often than each sentence in its language that does."""
    language = statement[1]
    said = (
        (text[start:end], language)
        for text, own in quotes
        if own == language
        for start, end in sentences(text)
    )
    return 0 < max(map(_negations, said), default=0) < _negations(statement)


def _negations(worded: Worded) -> int:
    text, language = worded
    return len(cue(Cue.NEGATION, language).findall(_plain(text, language)))


def _cues(texts: Sequence[Worded]) -> frozenset[Cue]:
    return frozenset(
        kind
        for kind in _TOLD
        for text, language in texts
        if cue(kind, language).search(_plain(text, language))
    )


def _plain(text: str, language: str) -> str:
    """Return a text without negations that deny nothing ("not only")."""
    return cue(Cue.DENIES_NOTHING, language).sub(" ", text)
