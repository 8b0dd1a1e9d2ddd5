import numpy as np

from eval.training.networks import learn_networks


def test_inputs_of_any_scale_are_told_apart() -> None:
    random = np.random.default_rng(3)
    answered = np.arange(600) % 2 == 0
    rows = random.normal(size=(600, 6)).astype(np.float32)
    rows[:, 2] += np.where(answered, 2.0, -2.0)
    rows = rows * np.array([1, 100, 0.01, 1, 5, 1], np.float32) + 40
    networks = learn_networks(rows.astype(np.float32), answered)
    judged = np.array([networks(row) for row in rows])
    assert np.mean((judged > 0.5) == answered) > 0.95


def test_learning_twice_gives_the_same() -> None:
    rows = np.random.default_rng(4).normal(size=(64, 3)).astype(np.float32)
    answered = rows[:, 0] > 0
    first, second = (learn_networks(rows, answered) for _ in range(2))
    assert np.array_equal(first.inner, second.inner)
