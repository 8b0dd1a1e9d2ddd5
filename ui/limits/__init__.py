"""How much: rates, sizes and patience."""
