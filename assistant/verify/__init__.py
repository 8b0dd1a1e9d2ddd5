"""Whether a quotation, or a reference to a place, is right: checked against the documents."""
