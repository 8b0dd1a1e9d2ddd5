"""Models from the model hub, where there is a network and the hub may be asked."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.model_route import RouteClosedError, is_disk_full, link_or_copy
from index.model_spec import HubCopy, ModelSpec
from index.progress import ProgressReport

_TIMEOUT = 3.0


def download_from_hub(
    downloads: Path, spec: ModelSpec, target: Path, report: ProgressReport
) -> None:
    """Download the model from the first hub repository that gives it.

    A download that breaks off is continued the next time, from what is left in `downloads`.

    Raises:
        RouteClosedError: None gives it: no network, no consent to its terms, no such revision.
        OSError: The disk is full.
    """
    # Read by the hub's library when it is imported, which must therefore come after.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    reasons = []
    for copy in spec.hub_copies:
        try:
            with _quiet():
                _download(copy, downloads / copy.revision[:8], spec, target, report)
            return
        except Exception as error:
            # The hub's library raises dozens of types from three libraries; all mean "not here".
            if is_disk_full(error):
                raise
            reasons.append(f"{copy.repository}: {type(error).__name__}")
    raise RouteClosedError("the model hub did not give it (" + "; ".join(reasons) + ")")


def _download(
    copy: HubCopy, downloads: Path, spec: ModelSpec, target: Path, report: ProgressReport
) -> None:
    from huggingface_hub import HfApi, hf_hub_download

    # A file download retries for 23 seconds when there is no network; this question does not.
    HfApi().model_info(copy.repository, revision=copy.revision, timeout=_TIMEOUT)
    report.start(f"downloading {spec.name}", spec.size, "bytes")
    for file in spec.files:
        path = hf_hub_download(
            copy.repository,
            file.path,
            revision=copy.revision,
            local_dir=downloads,
            etag_timeout=_TIMEOUT,
        )
        # Not moved: if a later file breaks off, the next run finds this one where it was.
        link_or_copy(Path(path), target / file.path)
        report.advance(file.size)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the hub's own bars and warnings off the screen: our report tells the progress."""
    from huggingface_hub.utils.tqdm import (
        are_progress_bars_disabled,
        disable_progress_bars,
        enable_progress_bars,
    )

    logger = logging.getLogger("huggingface_hub")
    level, bars_were_off = logger.level, are_progress_bars_disabled()
    disable_progress_bars()
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
        if not bars_were_off:
            enable_progress_bars()
