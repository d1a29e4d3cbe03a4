"""What an interface was and is: a library's interfaces by release, and what became of an item."""
