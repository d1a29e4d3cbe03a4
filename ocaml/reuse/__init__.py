"""What spares work: between two keystrokes, for definitions nobody asks about, at the start.

Each piece stays while it is worth its lines on files of real size; docs/performance.md says what it
is worth.
"""
