from eval.metrics.found import found


def test_each_evidence_has_its_own_verdict_in_order() -> None:
    passages = ["1. Er komen *drie* centra", "dat kost veel"]

    assert found(passages, ["kost veel", "kost weinig", "er komen drie"]) == [True, False, True]


def test_nothing_is_found_when_there_are_no_passages() -> None:
    assert found([], ["drie"]) == [False]
