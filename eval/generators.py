"""Who words the answers that are measured."""

from typing import Literal

Generators = Literal["auto", "extractive", "llm"]
"""A language model where there is one, never one, or always one."""
