"""/metrics: for Prometheus."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from ui.watch.metrics import Metrics


def metrics_router(metrics: Metrics) -> APIRouter:
    """Return the route that gives the metrics."""
    routes = APIRouter(tags=["operations"])

    @routes.get("/metrics", response_class=PlainTextResponse)
    def read() -> Response:
        """Give the metrics in Prometheus' text format, to an admin."""
        return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return routes
