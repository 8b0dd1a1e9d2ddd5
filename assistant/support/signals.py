"""All that speaks for and against a statement being supported by quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.audience import Worded, swaps_audience
from assistant.support.coverage import coverage
from assistant.support.meaning import meaning
from assistant.support.names import missing_names, unquoted_capitals
from assistant.support.numbers import missing_numbers
from assistant.support.stance import Stance, stance
from index.embedder import Embedder


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What was compared.

    `numbers`, `names` and `audience` say that the statement has a number, a short form or known
    name, or a police level that its quotes have not. `covered` is the share of content words in
    quotes of the statement's language; `across` says that there are none such. `meaning` is the
    cosine with the nearest window of the quotes.
    """

    numbers: bool
    names: bool
    audience: bool
    stance: Stance
    covered: float
    across: bool
    meaning: float


def signals(statement: Worded, quotes: Sequence[Worded], embedder: Embedder) -> Signals:
    """Return how a statement compares with its quotes, of which there is at least one."""
    text, language = statement
    texts = [quote for quote, _ in quotes]
    own = [quote for quote, spoken in quotes if spoken == language]
    return Signals(
        numbers=bool(missing_numbers(statement, quotes)),
        names=bool(missing_names(text, texts) or unquoted_capitals(text, own, language)),
        audience=swaps_audience(statement, quotes),
        stance=stance(statement, quotes),
        covered=coverage(text, own, language) if own else 0.0,
        across=not own,
        meaning=meaning(text, texts, embedder),
    )
