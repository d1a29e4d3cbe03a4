"""The files around a unikernel's code: scripts, recipes, build services and documentation."""
