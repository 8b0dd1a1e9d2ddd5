import pytest

from assistant import Settings, read_documents
from corpus import ReadDocument
from eval.drafts import Trial, bad_drafts, good_drafts, spread


@pytest.fixture(scope="module")
def trial() -> Trial:
    settings = Settings.load()
    return Trial(read_documents(settings), settings)


@pytest.mark.real
def test_what_the_plan_says_gets_through(trial: Trial, plan: ReadDocument) -> None:
    drafts = spread(list(good_drafts(plan)), 25)

    shown = [trial.shows(draft) for draft in drafts]

    assert len(shown) == 100
    assert sum(shown) >= 95


@pytest.mark.real
def test_nothing_that_was_made_wrong_gets_through(trial: Trial, plan: ReadDocument) -> None:
    drafts = spread(list(bad_drafts(list(good_drafts(plan)))), 6)

    assert len(drafts) >= 100
    assert [draft for draft in drafts if trial.shows(draft)] == []
