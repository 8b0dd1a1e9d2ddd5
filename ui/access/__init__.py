"""Who may: keys, tokens and headers that say who calls, and the one rule they all pass."""
