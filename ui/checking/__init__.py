"""A checked draft as a page, a table and on the command line."""
