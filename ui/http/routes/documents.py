"""GET /documents and /documents/{id}: what the assistant answers from."""

from fastapi import APIRouter

from ui.http.desk import Desk
from ui.http.outline import document_reply, read_document_reply
from ui.http.reading import DocumentsReply, ReadDocumentReply
from ui.http.responses import problems
from ui.http.routes import PREFIX


def documents_router(desk: Desk) -> APIRouter:
    """Return the routes that describe documents."""
    routes = APIRouter(prefix=PREFIX, tags=["reading"])

    @routes.get("/documents", responses=problems(503))
    def documents() -> DocumentsReply:
        """List the documents."""
        read = desk.assistant().documents
        return DocumentsReply(documents=[document_reply(d, desk.public_url) for d in read])

    @routes.get("/documents/{document_id}", responses=problems(404, 422, 503))
    def document(document_id: str) -> ReadDocumentReply:
        """Describe a document and its section tree."""
        return read_document_reply(desk.assistant().document(document_id), desk.public_url)

    return routes
