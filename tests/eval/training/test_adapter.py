import numpy as np
import pytest

from assistant import QuestionAdapter
from eval.training.adapter import learn_adapter
from eval.training.material import Vectors

_DIMENSION = 16
_PASSAGES = 5


def _units(random: np.random.Generator, count: int) -> Vectors:
    vectors = random.normal(size=(count, _DIMENSION)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


@pytest.fixture(scope="module")
def world() -> tuple[Vectors, Vectors, Vectors, QuestionAdapter]:
    """Units, a question near the *next* unit of each passage, foreign questions, the adapter."""
    random = np.random.default_rng(7)
    units, foreign = _units(random, 2 * _PASSAGES), _units(random, 64)
    passages = np.arange(400) % _PASSAGES
    misled = units[2 * ((passages + 1) % _PASSAGES)]
    questions = misled + 0.02 * random.normal(size=misled.shape).astype(np.float32)
    homes = np.arange(2 * _PASSAGES) // 2
    adapter = learn_adapter(questions, passages, units, homes, foreign)
    return units, questions[:_PASSAGES], foreign, adapter


def test_questions_come_to_the_passage_that_answers_them(
    world: tuple[Vectors, Vectors, Vectors, QuestionAdapter],
) -> None:
    units, questions, _, adapter = world
    plain = (questions @ units.T).argmax(axis=1) // 2
    moved = (adapter(questions) @ units.T).argmax(axis=1) // 2
    assert not (plain == np.arange(_PASSAGES)).any()
    assert moved.tolist() == list(range(_PASSAGES))


def test_foreign_questions_move_less_than_the_own(
    world: tuple[Vectors, Vectors, Vectors, QuestionAdapter],
) -> None:
    _, questions, foreign, adapter = world
    own = (adapter(questions) * questions).sum(axis=1).mean()
    stay = (adapter(foreign) * foreign).sum(axis=1).mean()
    assert stay > own
