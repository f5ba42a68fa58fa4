"""Pages that a program fills in: what an author wrote in them, apart from the program."""
