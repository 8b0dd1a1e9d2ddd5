"""The gate opens for the assistant as it is, and each planted fault shuts it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import assistant.choose
from assistant import Settings, open_assistant
from eval.asker import Asker, System
from eval.baseline import Baseline, baseline_of, read_baseline, save_baseline
from eval.collect import collect
from eval.gate import faults
from eval.in_process import InProcess, system_of
from eval.journal import Journal
from eval.outcome import Outcome, Reply
from eval.questions import QuestionSets
from eval.run import SHIPPED, load_sets, result_of
from eval.task import tasks
from tests.eval.made import answered, refused, result

_MANY, _FEW = 20, 6


def test_gate_is_open_when_nothing_changed() -> None:
    assert faults(result(), baseline_of(result())) == ()


def test_gate_names_the_measure_that_fell_and_by_how_much() -> None:
    good = result(a2=answered("De zonechef volgt de uitvoering op."))

    found = faults(result(a1=refused(), a2=refused()), baseline_of(good))

    assert (
        "dev, answer correct: 100.0% → 0.0%, 100.0 points worse; its interval allows 0.0" in found
    )


def test_gate_is_shut_when_a_measure_is_gone() -> None:
    silent = {name: refused() for name in ("a1", "c1/1", "c1/2")}

    assert any("is not measured any more" in f for f in faults(result(**silent), _baseline()))


def test_gate_is_shut_when_questions_are_gone() -> None:
    fewer = result()
    fewer = replace(fewer, records=fewer.records[1:])

    assert "dev: 6 questions were asked, 7 in the baseline" in faults(fewer, _baseline())


def test_gate_is_shut_when_the_model_is_another() -> None:
    other = result()
    other = replace(other, about=replace(other.about, model="n"))

    assert any(fault.startswith("model:") for fault in faults(other, _baseline()))


def test_baseline_comes_back_as_it_was(tmp_path: Path) -> None:
    save_baseline(_baseline(), tmp_path / "baseline.json")

    assert read_baseline(tmp_path / "baseline.json") == _baseline()


def _baseline() -> Baseline:
    return baseline_of(result())


Altered = Callable[[Reply], Reply]


def shuffled_citations(reply: Reply) -> Reply:
    """Every number leads to the quote of the next one, or to another quote where there is one."""
    if len(reply.citations) < 2:
        return reply
    numbers = [c.number for c in reply.citations]
    moved = zip(reply.citations, [*numbers[1:], numbers[0]], strict=True)
    return replace(reply, citations=tuple(replace(c, number=n) for c, n in moved))


def off_by_one(reply: Reply) -> Reply:
    moved = (
        replace(c, char_start=c.char_start + 1, char_end=c.char_end + 1) for c in reply.citations
    )
    return replace(reply, citations=tuple(moved))


def from_memory(reply: Reply) -> Reply:
    known = "De lokale politie krijgt elk jaar zesduizend nieuwe inspecteurs."
    said = tuple(replace(s, text=known) for s in reply.statements)
    return replace(reply, statements=said)


def dropped(reply: Reply) -> Reply:
    return Reply(status="not_in_corpus", reason="no_evidence", language=reply.language)


@pytest.fixture(scope="module")
def questions() -> Mapping[str, QuestionSets]:
    """A part of the development set that has every kind of question."""
    whole = load_sets([SHIPPED / "dev"])["dev"]
    by_language = [q for lang in ("nl", "fr") for q in whole.answerable if q.lang == lang]
    dutch = sum(q.lang == "nl" for q in by_language)
    return {
        "dev": QuestionSets(
            answerable=(*by_language[: _MANY // 2], *by_language[dutch : dutch + _MANY // 2]),
            unanswerable=whole.unanswerable[:_MANY],
            conversations=whole.conversations[:_FEW],
            lookups=whole.lookups[:_FEW],
            hostile=whole.hostile[: 2 * _FEW],
        )
    }


@pytest.fixture(scope="module")
def real() -> tuple[Asker, System]:
    settings = Settings.load()
    opened = open_assistant(settings)
    return InProcess(opened), system_of(opened, settings)


Run = Callable[[], tuple[Outcome, ...]]


@pytest.fixture(scope="module")
def ask_all(
    questions: Mapping[str, QuestionSets],
    real: tuple[Asker, System],
    tmp_path_factory: pytest.TempPathFactory,
) -> Run:
    """Ask the real assistant every question of the part."""

    def asked() -> tuple[Outcome, ...]:
        asker, system = real
        with Journal(tmp_path_factory.mktemp("run") / "journal.jsonl") as journal:
            return collect(
                tasks(questions),
                (),
                asker,
                journal=journal,
                system=system.digest,
                jobs=2,
                done=lambda: None,
            )

    return asked


@pytest.fixture(scope="module")
def recorded(ask_all: Run) -> tuple[Outcome, ...]:
    return ask_all()


Judge = Callable[[Sequence[Outcome]], tuple[str, ...]]


@pytest.fixture(scope="module")
def judge(
    questions: Mapping[str, QuestionSets],
    real: tuple[Asker, System],
    recorded: tuple[Outcome, ...],
) -> Judge:
    """Hold outcomes against the baseline of the assistant as it is."""
    _, system = real
    baseline = baseline_of(result_of(questions, recorded, system, {}, 1.0))
    return lambda outcomes: faults(result_of(questions, outcomes, system, {}, 1.0), baseline)


def altered(
    outcomes: Sequence[Outcome], alter: Altered, *, language: str = ""
) -> tuple[Outcome, ...]:
    return tuple(
        replace(one, reply=alter(one.reply)) if language in ("", one.reply.language) else one
        for one in outcomes
    )


@pytest.mark.real
def test_gate_is_open_for_the_assistant_asked_again(ask_all: Run, judge: Judge) -> None:
    assert judge(ask_all()) == ()


@pytest.mark.real
@pytest.mark.parametrize(
    ("alter", "said"),
    [
        pytest.param(shuffled_citations, "dev, faithfulness:", id="a shuffled citation"),
        pytest.param(
            off_by_one, "a quote is not verbatim at its offsets", id="an offset off by one"
        ),
        pytest.param(from_memory, "dev, faithfulness:", id="an answer from memory"),
    ],
)
def test_gate_is_shut_by(
    alter: Altered, said: str, recorded: tuple[Outcome, ...], judge: Judge
) -> None:
    found = judge(altered(recorded, alter))

    assert any(said in fault for fault in found), found


@pytest.mark.real
@pytest.mark.parametrize("alter", [shuffled_citations, off_by_one, from_memory])
def test_gate_is_shut_when_one_answer_has_the_fault(
    alter: Altered, recorded: tuple[Outcome, ...], judge: Judge
) -> None:
    several = next(one for one in recorded if len(one.reply.citations) > 1)
    spoilt = [replace(one, reply=alter(one.reply)) if one is several else one for one in recorded]

    assert judge(spoilt)


@pytest.mark.real
def test_gate_is_shut_by_a_dropped_language(recorded: tuple[Outcome, ...], judge: Judge) -> None:
    found = judge(altered(recorded, dropped, language="fr"))

    assert any(fault.startswith("dev, hit@5, fr:") for fault in found), found
    assert not any(", nl:" in fault for fault in found), found


@pytest.mark.real
def test_gate_is_shut_by_a_disabled_refusal(
    ask_all: Run, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assistant.choose, "refusal", lambda *_: None)

    found = judge(ask_all())

    assert any(fault.startswith("dev, unanswerable refused:") for fault in found), found


@pytest.mark.real
def test_hits_of_an_answer_are_those_of_the_search(
    questions: Mapping[str, QuestionSets],
    real: tuple[Asker, System],
    recorded: tuple[Outcome, ...],
) -> None:
    asker, _ = real
    asked = {q.id: q.question for q in questions["dev"].answerable}

    others = [
        one.id
        for one in recorded
        if one.id in asked and asker.search(asked[one.id]).hits != one.reply.hits
    ]

    assert others == []
