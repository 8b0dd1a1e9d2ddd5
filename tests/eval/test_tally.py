from eval.measures import MEASURES
from eval.tally import By
from tests.eval.made import answered, result


def test_measure_is_the_mean_of_its_questions() -> None:
    value = result().value("dev", "answer correct")

    assert value is not None
    assert (value.n, value.value) == (2, 0.5)
    assert value.low <= value.value <= value.high


def test_faithfulness_is_over_statements_of_all_answers() -> None:
    value = result(h1=answered()).value("dev", "faithfulness")

    assert value is not None
    assert (value.n, value.value) == (4, 1.0)


def test_measure_is_broken_down_by_language_type_and_theme() -> None:
    found = result()

    groups = {
        (v.by, v.group): v.value
        for v in found.values
        if v.measure == "answer correct" and v.by not in (By.ALL, By.GENERATOR)
    }
    assert groups == {
        (By.LANGUAGE, "nl"): 1.0,
        (By.LANGUAGE, "fr"): 0.0,
        (By.TYPE, "number"): 1.0,
        (By.TYPE, "fact"): 0.0,
        (By.THEME, "2/1"): 1.0,
        (By.THEME, "3"): 0.0,
    }


def test_points_of_curves_are_not_broken_down() -> None:
    found = [v.by for v in result().values if MEASURES[v.measure].curve]

    assert set(found) == {By.ALL}


def test_median_is_the_middle_of_the_latencies() -> None:
    value = result().value("dev", "median latency")

    assert value is not None
    assert (value.n, value.value) == (2, 50.0)
