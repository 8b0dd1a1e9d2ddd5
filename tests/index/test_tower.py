"""The tower of questions over the real default model; what is learnt is made up here."""

import numpy as np
import pytest

from assistant.settings import Settings
from index.embedder import Vectors
from index.model_catalogue import CATALOGUE, DEFAULT_MODEL
from index.model_store import installed
from index.sentence_transformers_embedder import SentenceTransformersEmbedder
from index.tower import Changes, QuestionTower

pytestmark = pytest.mark.real

_QUESTIONS = [
    "wie?",
    "Wat moet de lokale politie doen aan drugs?",
    "Quels sont les objectifs contre le trafic d'armes dans une zone de police rurale ?",
]


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformersEmbedder:
    spec = CATALOGUE[DEFAULT_MODEL]
    return SentenceTransformersEmbedder(spec, installed(spec, Settings.load().cache))


def _changes(strength: float) -> Changes:
    chance = np.random.default_rng(0)
    width, rank, heads = 768, 4, 256
    return {
        "20.self_attn.v_proj.A": chance.normal(size=(width, rank)).astype(np.float16),
        "20.self_attn.v_proj.B": (strength * chance.normal(size=(rank, heads))).astype(np.float16),
        # The vector as changed, as it is.
        "as_it_was": np.eye(2 * width + 1, width, dtype=np.float16),
        "scale": np.array([0.1, 0.9], np.float16),
    }


def _moved(embedder: SentenceTransformersEmbedder, strength: float, texts: list[str]) -> Vectors:
    tower = QuestionTower(embedder.model, _changes(strength))
    return np.asarray(tower([embedder.prompted(text) for text in texts])[1].numpy())


def test_no_change_moves_nothing(embedder: SentenceTransformersEmbedder) -> None:
    plain = embedder.embed_queries(_QUESTIONS)
    assert (_moved(embedder, 0.0, _QUESTIONS) * plain).sum(axis=1).min() > 0.995


def test_a_change_moves_questions_and_leaves_the_model_alone(
    embedder: SentenceTransformersEmbedder,
) -> None:
    before = embedder.embed_queries(_QUESTIONS)
    moved = _moved(embedder, 0.5, _QUESTIONS)
    assert (moved * before).sum(axis=1).max() < 0.99
    np.testing.assert_array_equal(embedder.embed_queries(_QUESTIONS), before)


def test_questions_of_unlike_length_do_not_disturb_each_other(
    embedder: SentenceTransformersEmbedder,
) -> None:
    together = _moved(embedder, 0.5, _QUESTIONS)
    alone = np.concatenate([_moved(embedder, 0.5, [text]) for text in _QUESTIONS])
    assert (together * alone).sum(axis=1).min() > 0.995


def test_nothing_is_moved_however_long_the_questions(
    embedder: SentenceTransformersEmbedder,
) -> None:
    # Longer than the window of a layer that sees only what is near, and than one row.
    long = " ".join(f"Wat doet politiezone {number} tegen drugshandel?" for number in range(60))
    texts = [_QUESTIONS[0], long, *_QUESTIONS[1:], long[: len(long) // 2]]
    plain = np.concatenate([embedder.embed_queries([text]) for text in texts])
    assert (_moved(embedder, 0.0, texts) * plain).sum(axis=1).min() > 0.995


def test_as_it_was_is_told_by_the_map(embedder: SentenceTransformersEmbedder) -> None:
    changes = _changes(0.5)
    prompted = [embedder.prompted(text) for text in _QUESTIONS]
    as_it_was, moved, _ = QuestionTower(embedder.model, changes)(prompted)
    np.testing.assert_allclose(as_it_was.numpy(), moved.numpy(), atol=1e-5)
    halfway = {**changes, "as_it_was": np.roll(changes["as_it_was"], 768, axis=0)}
    other = QuestionTower(embedder.model, halfway)(prompted)[0]
    assert (other * moved).sum(1).max() < 0.9


def test_what_ships_tells_about_what_a_question_was(
    embedder: SentenceTransformersEmbedder,
) -> None:
    asked = embedder.embed_asked(_QUESTIONS)
    was = embedder.embed_queries(_QUESTIONS)
    assert ((asked.as_is * was).sum(axis=1) > (asked.moved * was).sum(axis=1)).all()
    np.testing.assert_allclose(np.linalg.norm(asked.as_is, axis=1), 1, atol=1e-5)


def test_the_scale_is_the_learnt_one(embedder: SentenceTransformersEmbedder) -> None:
    scale = QuestionTower(embedder.model, _changes(0.5)).scale
    assert scale.read(0.9) == pytest.approx(1.0, abs=1e-3)


def test_tokens_are_those_below_the_change(embedder: SentenceTransformersEmbedder) -> None:
    prompted = [embedder.prompted(text) for text in _QUESTIONS]
    tower = QuestionTower(embedder.model, _changes(0.5))

    asked, told = tower(prompted)[2], tower.halfway(prompted)

    for one, other in zip(asked, told, strict=True):
        assert one.shape == other.shape == (len(one), 768)
        np.testing.assert_allclose(one.astype(float), other.astype(float), atol=0.2)
        np.testing.assert_allclose(one.astype(float).std(axis=1), 1, atol=0.05)
    assert len({len(one) for one in asked}) == len(_QUESTIONS)


def test_tokens_of_passages_do_not_disturb_each_other(
    embedder: SentenceTransformersEmbedder,
) -> None:
    passages = [("Drugs", text) for text in _QUESTIONS] * 20

    together = embedder.embed_tokens(passages)
    alone = embedder.embed_tokens(passages[:1])[0]

    for again in together[:: len(_QUESTIONS)]:
        likeness = (again.astype(float) * alone.astype(float)).sum() / alone.size
        assert likeness > 0.98
