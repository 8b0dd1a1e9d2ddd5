"""The reader page: a whole document with an anchor at every address and the quote highlighted."""
