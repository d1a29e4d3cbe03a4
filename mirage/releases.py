"""The releases that a project is taken from and to, and those at which the tests compile our
interfaces."""

from __future__ import annotations

START = "2.9"
"""The last release of the line that projects come from."""

FIRST = "2.0"
"""The first release that the interfaces know of."""

TARGET = "3.0"
"""The release that they are ported to, unless another is asked for."""

TARGETS = {TARGET: True, "4.11": True}
"""The releases to port to, each with whether it can be chosen: the pack of every one is built and
tested alike."""

NEEDS = {"4.11": ("cmdliner-2",)}
"""The packs of libraries that a target needs in the release which the pack leads to (mirage v4.11.1
mirage.opam)."""

STEPS = {
    **dict.fromkeys(("rows", "clock", "time", "console"), "rows"),
    "keys": "keys",
    "config": "config.ml",
    **dict.fromkeys(("stack", "network", "connect"), "stack"),
    **dict.fromkeys(("key-value", "storage"), "stores"),
    **dict.fromkeys(("crypto", "random"), "crypto"),
    "results": "results",
    **dict.fromkeys(("module-types", "values", "runtime", "comments", "conflict"), "names"),
    "workflow": "files",
}
"""What the parts of a port are called, in the order in which a person looks at them."""


def build(target: str) -> tuple[str, ...]:
    """The commands that build a ported unikernel, and before, what they need on a machine of
    today; the last ones run in the folder of its config.ml (mirage v4.11.1 CHANGES.md)."""
    if target == TARGET:
        return ("mirage configure -t unix && make depend && make",)
    tools = f"opam install 'mirage>={target}' opam-monorepo"
    return tools, "mirage configure -t unix && make depends && make build"


def refusal(target: str) -> str:
    """What to say of a release that is asked for as the target; "" where it can be chosen."""
    if TARGETS.get(target):
        return ""
    chosen = ", ".join(target for target, ready in TARGETS.items() if ready)
    return f"there is no target {target}: the releases to port to are {chosen}"


def release_name(release: str) -> str:
    """What people call a release: `Mirage 3` for 3.0, `Mirage 4.11` for 4.11."""
    return f"Mirage {release.removesuffix('.0')}"


def span(since: str, until: str) -> str:
    """What people call the releases from one to another; "" stands for an open end."""
    return f"Mirage {since or FIRST} to {until}" if until else f"Mirage {since} or later"


def onward(target: str) -> str:
    """The next release after a target that can be chosen; "" where there is none."""
    after = list(TARGETS)[list(TARGETS).index(target) + 1 :]
    return next((each for each in after if TARGETS[each]), "")


def until(target: str) -> tuple[str, ...]:
    """The releases at which code may have been right that is ported to a target: where projects
    come from, the targets before, and the target itself."""
    return (START, *list(TARGETS)[: list(TARGETS).index(target) + 1])


def former(target: str) -> str:
    """What people call the releases that code is ported from, to a target."""
    return "Mirage 2" if target == TARGET else f"before {release_name(target)}"
