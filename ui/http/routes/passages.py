"""GET /passages/{passage_id}: one passage and its neighbours."""

from typing import Annotated

from fastapi import APIRouter, Query

from assistant import Library, Passage
from ui.http.choices import LanguageChoice
from ui.http.desk import Desk
from ui.http.present import Presenter
from ui.http.reading import ReadPassageReply
from ui.http.replies import PassageReply
from ui.http.responses import problems
from ui.http.routes import PREFIX

_LANGUAGE = Query(description="Language of the label's words; auto is that of the document.")


def passages_router(desk: Desk) -> APIRouter:
    """Return the route that reads passages."""
    routes = APIRouter(prefix=PREFIX, tags=["reading"])

    @routes.get("/passages/{passage_id}", responses=problems(404, 422, 503))
    def passage(
        passage_id: str, language: Annotated[LanguageChoice, _LANGUAGE] = "auto"
    ) -> ReadPassageReply:
        """Read a passage, with the passages just before and after it."""
        assistant = desk.assistant()
        return read_passage(assistant, desk.presenter(assistant), passage_id, language)

    return routes


def read_passage(
    library: Library, presenter: Presenter, passage_id: str, language: LanguageChoice
) -> ReadPassageReply:
    """Return a passage with its neighbours, places worded in a language or each in its own.

    Raises:
        NotFoundError: There is none of this id.
    """
    found = library.passage(passage_id)
    chosen = presenter.own_language(found) if language == "auto" else language

    def reply(neighbour: Passage | None) -> PassageReply | None:
        return presenter.passage(neighbour, chosen) if neighbour else None

    before, after = library.neighbours(passage_id)
    return ReadPassageReply(
        **dict(presenter.passage(found, chosen)), previous=reply(before), next=reply(after)
    )
