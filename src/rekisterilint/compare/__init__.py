"""What changed for the data subject between two versions of a notice."""
