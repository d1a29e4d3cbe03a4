"""How far a port has come: the model, and how it is shown."""
