"""What holds of every text, from its bytes to its fixes."""
