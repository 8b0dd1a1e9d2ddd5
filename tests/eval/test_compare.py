from eval.compare import by_measure, changes
from tests.eval.made import OTHER, answered, refused, result


def test_nothing_changes_between_a_run_and_itself() -> None:
    found = changes(result(), result())

    assert found
    assert all(change.mean == 0 and not change.significant for change in found)


def test_change_is_the_mean_over_paired_questions() -> None:
    found = by_measure(changes(result(), result(a2=answered(OTHER))))

    correct = found["dev", "answer correct"]
    assert (correct.n, correct.before, correct.after, correct.mean) == (2, 0.5, 1.0, 0.5)
    assert correct.better


def test_fewer_refusals_are_better_for_answerable_and_worse_for_unanswerable() -> None:
    found = by_measure(changes(result(), result(a2=answered(OTHER), u1=answered())))

    assert found["dev", "answerable refused"].better
    assert not found["dev", "unanswerable refused"].better


def test_measure_is_left_out_when_one_run_has_no_value_of_it() -> None:
    silent = result(a1=refused(), **{"c1/1": refused(), "c1/2": refused()})

    assert ("dev", "faithfulness") not in by_measure(changes(result(), silent))
