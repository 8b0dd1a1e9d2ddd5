"""Learning a tower of the real default model, from a handful of questions."""

import numpy as np
import pytest

from assistant import SentenceTransformersEmbedder, Settings, open_embedder
from eval.training.as_it_was import learn_as_it_was
from eval.training.hidden import Halves, batches
from eval.training.tower import Task, changes_of, embed, learn_tower
from index.tower import QuestionTower

pytestmark = pytest.mark.real

_FIRST = 22
_ASKED = ["Wie pakt drugs aan?", "Wie controleert wapens?", "Waar rijdt men te snel?", "Hoe dan?"]
_TEXTS = ["Verkeer en snelheid.", "Drugs en verslaving.", "Illegale wapenhandel.", "Cybercrime."]


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformersEmbedder:
    return open_embedder(Settings(model="embeddinggemma-300m"))


def test_a_model_cut_in_halves_gives_the_vectors_of_the_whole(
    embedder: SentenceTransformersEmbedder,
) -> None:
    halves = Halves(embedder.model, _FIRST)
    hidden = halves.lower([embedder.prompted(text) for text in _ASKED])
    vectors = np.stack([halves.upper(halves.layers, one[None])[0].detach() for one in hidden])
    assert (vectors * embedder.embed_queries(_ASKED)).sum(axis=1).min() > 0.99


def test_questions_come_to_what_answers_them_and_ship_as_learnt(
    embedder: SentenceTransformersEmbedder,
) -> None:
    halves = Halves(embedder.model, _FIRST)
    asked = _ASKED * 40
    # Each is answered by the text after the one it is about: only learning can know that.
    answers = np.arange(len(asked)) % len(_TEXTS)
    units = embedder.embed_passages([("", text) for text in _TEXTS])
    hidden = halves.lower([embedder.prompted(text) for text in asked])
    rows = range(len(asked))
    task = Task(rows=rows, answers=answers, units=units, homes=np.arange(len(_TEXTS)))
    plain = task.loss(halves.upper(halves.layers, hidden[0][None]), [0])
    layers = learn_tower(halves, hidden, task, task)
    moved = embed(halves, layers, hidden, [0])[0]
    learnt = task.loss(halves.upper(list(layers), hidden[0][None]), [0])
    assert learnt.item() < plain.item()

    changes = changes_of(halves, layers) | {"scale": np.array([0.0, 1.0])}
    was = embedder.embed_queries(asked)
    changes["as_it_was"] = learn_as_it_was(embedder, changes, asked, was)
    told, shipped, _ = QuestionTower(embedder.model, changes)([embedder.prompted(asked[0])])
    vector = shipped[0].float().numpy()
    assert moved @ vector / np.linalg.norm(vector) > 0.99
    assert told[0].float().numpy() @ was[0] > 0.9


def test_a_batch_holds_questions_of_one_length(embedder: SentenceTransformersEmbedder) -> None:
    halves = Halves(embedder.model, _FIRST)
    hidden = halves.lower([embedder.prompted(text) for text in [*_ASKED, "Waarom niet morgen?"]])
    found = batches(hidden, range(len(hidden)), 2, np.random.default_rng(0))
    assert sorted(row for batch in found for row in batch) == list(range(len(hidden)))
    assert all(len({len(hidden[row]) for row in batch}) == 1 and len(batch) <= 2 for batch in found)
