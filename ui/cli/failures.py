"""How the command line fails: two lines on standard error and exit code 1."""

import sys


def report(error: Exception) -> int:
    """Print what went wrong and what mends it; return the exit code."""
    from assistant import PlanwijzerError

    if isinstance(error, PlanwijzerError):
        lines = (error.message, error.fix)
    else:
        lines = (
            f"Something unexpected went wrong ({type(error).__name__}: {error}).",
            "Please report this with the command you gave.",
        )
    for line in lines:
        print(" ".join(line.split()), file=sys.stderr)
    return 1
