"""`python -m ui.cli` is `planwijzer`."""

from ui.cli.app import main

main()
