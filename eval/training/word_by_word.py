"""Learning to read a question and a passage word by word: `python -m eval.training.word_by_word`.

It is learnt for the embedding model of the settings, from the questions of `eval.training`, each
with the passage that answers it or with those that a search finds for it and that do not; and from
questions about other texts, with their own paragraph and with one near it in the same article. The
development questions, which nothing is learnt from, only show what it adds to what the networks
judge by the vectors.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from rich.progress import track
from sklearn.metrics import roc_auc_score
from torch import Tensor
from torch.nn import (
    GELU,
    Dropout,
    LayerNorm,
    Linear,
    Module,
    ModuleList,
    MultiheadAttention,
    Sequential,
)
from torch.nn.functional import binary_cross_entropy_with_logits

from assistant import (
    HEADS,
    MOST_OF_PASSAGE,
    MOST_OF_QUESTION,
    Asked,
    Assistant,
    Embedder,
    Question,
    Settings,
    Tokens,
    open_assistant,
    open_embedder,
    passages_found,
    word_by_word_file,
)
from eval.questions import load
from eval.training.material import Foreign, Learnt, foreign, material

_DEVELOPMENT = Path(__file__).parents[1] / "questions" / "dev"
_WIDTH = 128
_BLOCKS = 2
_EPOCHS = 8
_BATCH = 64
_SORTED = 20 * _BATCH
"""Pairs that are sorted by the length of their passage, so that little is padded."""
_RATE = 1e-3
_DECAY = 0.02
_NEAR = 4
"""How far down the list of what was found, or along an article, near misses are taken from."""
_UNSURE = 0.3
"""How much a passage counts that was found, but is not the one written about: it may answer too."""
_LESS_NEAR = 0.5
"""How much a near miss counts that was not the first to be found."""
_FOREIGN = 0.5
"""How much a pair about other texts counts."""
_AT_ONCE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question and a passage, by number; whether it answers, and how much the pair counts."""

    question: int
    passage: int
    answers: bool
    counts: float


class Reading(Module):
    """What `assistant.WordByWord` calculates, for learning."""

    def __init__(self, dimension: int) -> None:
        """Make a network that has learnt nothing."""
        super().__init__()
        self.question, self.passage = Linear(dimension, _WIDTH), Linear(dimension, _WIDTH)
        self.question_norm, self.passage_norm = LayerNorm(_WIDTH), LayerNorm(_WIDTH)
        self.blocks = ModuleList(_Block() for _ in range(_BLOCKS))
        self.share, self.out = Linear(_WIDTH, 1), Linear(_WIDTH, 1)
        self.out_norm = LayerNorm(_WIDTH)
        self.dropped, self.dropped_last = Dropout(0.2), Dropout(0.3)
        with torch.no_grad():
            # What is alike halfway is alike from the start.
            self.passage.weight.copy_(self.question.weight)

    def forward(self, questions: "Padded", passages: "Padded") -> Tensor:
        """Return the logarithm of the odds that each passage answers its question, (pairs,)."""
        asked = self.dropped(self.question_norm(self.question(questions.tokens)))
        said = self.dropped(self.passage_norm(self.passage(passages.tokens)))
        for block in self.blocks:
            asked = block(asked, ~questions.there, said, ~passages.there)
        shares = self.share(asked)[:, :, 0].masked_fill(~questions.there, -torch.inf).softmax(1)
        pooled = (shares.unsqueeze(2) * asked).sum(1)
        odds: Tensor = self.out(self.dropped_last(self.out_norm(pooled)))[:, 0]
        return odds


class _Block(Module):
    def __init__(self) -> None:
        super().__init__()
        self.across, self.within = (
            MultiheadAttention(_WIDTH, HEADS, dropout=0.1, batch_first=True) for _ in range(2)
        )
        self.feed = Sequential(
            Linear(_WIDTH, 2 * _WIDTH),
            GELU(approximate="tanh"),
            Dropout(0.2),
            Linear(2 * _WIDTH, _WIDTH),
        )
        self.across_norm, self.within_norm, self.feed_norm = (LayerNorm(_WIDTH) for _ in range(3))

    def forward(self, asked: Tensor, no_word: Tensor, said: Tensor, nothing_said: Tensor) -> Tensor:
        asking = self.across_norm(asked)
        asked = asked + self.across(asking, said, said, key_padding_mask=nothing_said)[0]
        within = self.within_norm(asked)
        asked = asked + self.within(within, within, within, key_padding_mask=no_word)[0]
        made: Tensor = asked + self.feed(self.feed_norm(asked))
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Padded:
    """Some texts: `tokens`, (texts, longest, dimension), and where there is one."""

    tokens: Tensor
    there: Tensor

    @classmethod
    def of(cls, texts: Sequence[Tokens], most: int) -> "Padded":
        """Return texts padded to the longest, of each `most` tokens at most."""
        cut = [torch.from_numpy(np.array(text[:most], np.float32)) for text in texts]
        lengths = torch.tensor([len(one) for one in cut])
        tokens = torch.nn.utils.rnn.pad_sequence(cut, batch_first=True)
        return cls(tokens=tokens, there=torch.arange(tokens.shape[1]) < lengths.unsqueeze(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A question: the number of the passage it is about, whether that answers, what was found."""

    passage: int
    answered: bool
    found: tuple[int, ...]


def main(
    foreign_files: Annotated[
        list[Path], typer.Option("--foreign", help="Questions about other texts, in SQuAD's form.")
    ],
) -> None:
    """Learn for the embedding model of the settings."""
    settings = Settings.load()
    embedder, searched = open_embedder(settings), open_assistant(settings)
    own = list(_numbered(searched))
    others = foreign(foreign_files)
    texts = [*(one.text for one, _ in own), *(text for text, _ in others.questions)]
    asked = list(_asked(embedder, texts))
    about = [
        About(
            passage=number,
            answered=one.answered,
            found=passages_found(searched, one.text, vectors, _NEAR + 1),
        )
        for (one, number), vectors in track(list(zip(own, asked, strict=False)), "asking")
    ]
    passages = searched.searcher.tokens()
    paragraphs = [("", text) for text in others.paragraphs]

    def drawn(chance: np.random.Generator) -> list[Pair]:
        far = _about_others(others, chance, first=len(own), paragraphs_from=len(passages))
        return [*_about_texts(about, chance), *far]

    reading = learn(
        [one.tokens[0] for one in asked], [*passages, *_tokens(embedder, paragraphs)], drawn
    )
    path = word_by_word_file(embedder.identity)
    path.parent.mkdir(exist_ok=True)
    weights = {name: value.numpy().astype(np.float16) for name, value in reading.items()}
    np.savez_compressed(path, allow_pickle=False, **weights)
    print(f"{len(own)} questions, and {len(others.questions)} others, for {embedder.identity}")
    _report(open_assistant(settings))


def learn(
    questions: Sequence[Tokens],
    passages: Sequence[Tokens],
    drawn: Callable[[np.random.Generator], Sequence[Pair]],
) -> Mapping[str, Tensor]:
    """Return the weights learnt from pairs, by name; `drawn` makes those of each round."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    reading = Reading(passages[0].shape[1])
    optimizer = torch.optim.AdamW(reading.parameters(), lr=_RATE, weight_decay=_DECAY)
    rounds = [_batched(drawn(chance), passages, chance) for _ in range(_EPOCHS)]
    steps = sum(map(len, rounds))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    for batch in track([batch for batches in rounds for batch in batches], "learning"):
        odds = reading(
            Padded.of([questions[pair.question] for pair in batch], MOST_OF_QUESTION),
            Padded.of([passages[pair.passage] for pair in batch], MOST_OF_PASSAGE),
        )
        right = torch.tensor([float(pair.answers) for pair in batch])
        counts = torch.tensor([pair.counts for pair in batch])
        losses = binary_cross_entropy_with_logits(odds, right, reduction="none")
        optimizer.zero_grad()
        (losses * counts).mean().backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
    return reading.state_dict()


def _numbered(searched: Assistant) -> Iterator[tuple[Learnt, int]]:
    for one in material(searched.documents):
        number = searched.searcher.number_of(one.document, one.address)
        if number is not None:
            yield one, number


def _asked(embedder: Embedder, texts: Sequence[str]) -> Iterator[Asked]:
    """Yield each question as it is searched with, one row each."""
    for start in track(range(0, len(texts), _AT_ONCE), "reading questions"):
        many = embedder.embed_asked(texts[start : start + _AT_ONCE])
        for row, tokens in enumerate(many.tokens):
            one = slice(row, row + 1)
            yield replace(many, as_is=many.as_is[one], moved=many.moved[one], tokens=(tokens,))


def _tokens(embedder: Embedder, passages: Sequence[tuple[str, str]]) -> Iterator[Tokens]:
    for start in track(range(0, len(passages), _AT_ONCE), "reading other texts"):
        yield from embedder.embed_tokens(passages[start : start + _AT_ONCE])


def _about_texts(about: Sequence[About], chance: np.random.Generator) -> Iterator[Pair]:
    """Yield each question with its passage and with one that was found and does not answer."""
    for row, one in enumerate(about):
        missed = [number for number in one.found if number != one.passage]
        if one.answered:
            yield Pair(question=row, passage=one.passage, answers=True, counts=1)
            counts = _UNSURE
        else:
            yield Pair(question=row, passage=one.found[0], answers=False, counts=1)
            yield Pair(question=row, passage=one.passage, answers=False, counts=_LESS_NEAR)
            counts = _LESS_NEAR
        if missed:
            drawn = missed[int(chance.integers(len(missed)))]
            yield Pair(question=row, passage=drawn, answers=False, counts=counts)


def _about_others(
    others: Foreign, chance: np.random.Generator, *, first: int, paragraphs_from: int
) -> Iterator[Pair]:
    """Yield each question with its paragraph and one near that, in any of their languages."""
    rows = {number: np.flatnonzero(others.numbers == number) for number in others.numbers.tolist()}
    steps = [step for step in range(-_NEAR, _NEAR + 1) if step]
    for row, (_, number) in enumerate(others.questions, start=first):
        near = [number + step for step in steps if number + step in rows]
        for paragraph, answers in ((number, True), (int(chance.choice(near)), False)):
            drawn = paragraphs_from + int(chance.choice(rows[paragraph]))
            yield Pair(question=row, passage=drawn, answers=answers, counts=_FOREIGN)


def _batched(
    pairs: Sequence[Pair], passages: Sequence[Tokens], chance: np.random.Generator
) -> list[list[Pair]]:
    """Return pairs in batches of passages of like length, in a random order."""
    shuffled = [pairs[number] for number in chance.permutation(len(pairs)).tolist()]
    batches: list[list[Pair]] = []
    for start in range(0, len(shuffled), _SORTED):
        like = sorted(
            shuffled[start : start + _SORTED], key=lambda pair: len(passages[pair.passage])
        )
        batches += [like[n : n + _BATCH] for n in range(0, len(like), _BATCH)]
    return [batches[number] for number in chance.permutation(len(batches)).tolist()]


def _report(asked: Assistant) -> None:
    """Print how well the development questions are told apart."""
    sets = load(_DEVELOPMENT)
    sides = [
        [asked.answer(Question(text=one.question)).answerable or 0.0 for one in side]
        for side in (sets.answerable, sets.unanswerable)
    ]
    right = np.repeat([True, False], [len(side) for side in sides])
    print(f"development questions: AUROC {roc_auc_score(right, np.concatenate(sides)):.3f}")


if __name__ == "__main__":
    typer.run(main)
