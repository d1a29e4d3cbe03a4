"""What each command of the command line does, a module each, and what they share."""
