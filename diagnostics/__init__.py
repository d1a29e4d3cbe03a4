"""What is wrong: findings and the rules that make them."""
