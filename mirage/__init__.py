"""The knowledge: what each Mirage version offers, and how a unikernel's files hang together."""
