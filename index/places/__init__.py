"""Places that a query names, in whatever form: "SD 3 FP 1.4", "Kapitel 4", "note sept".

A query becomes tokens, tokens become the parts of a place with their numbers, and these one place
and what else they may mean; which passages stand there is for `index.standing` to find.
"""

from index.places.place import LAST, ONE_LIST, Block, Count, Place
from index.places.reading import place_in

__all__ = ["LAST", "ONE_LIST", "Block", "Count", "Place", "place_in"]
