"""Jobs of Mirage 1.0's config.ml: functors by name, each with its list of drivers.

`register` takes a name and jobs that are applied to devices since 1.1. Facts: mirage v3.0.0,
lib/mirage.mli; the old form as public config.ml files of 2013 have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.tree import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node

JOBS = "jobs-with-drivers"
_CONSOLE = "Driver.console"


def find(context: Context) -> Iterator[Finding]:
    """`Job.register [ "Unikernel.Main", [Driver.console] ]`."""
    for use, found in context.ruled(JOBS):
        listed = use.arguments[0] if len(use.arguments) == 1 else None
        whole = unwrapped(listed).named_children if listed is not None else []
        jobs = [_job(context, member, use.qualifier == "Mirage.Job") for member in whole]
        edits = []
        if use.call is not None and jobs and all(jobs):
            functor = context.string(unwrapped(whole[0]).named_children[0])
            path = "Mirage.register" if use.qualifier == "Mirage.Job" else "register"
            edits = [context.replace(use.node, f'{path} "{functor.partition(".")[0].lower()}"')]
            edits += [context.replace(*each) for each in zip(whole, jobs, strict=True)]
        facts = rewriting("Register the jobs by a name, applied to their consoles", edits)
        yield context.used(found, use, facts)


def _job(context: Context, member: Node, qualified: bool) -> str:
    """A pair of a functor's name and its consoles as a job of today; "" for any other driver, which
    only the person knows the device of."""
    parts = unwrapped(member).named_children
    if len(parts) != 2 or parts[0].kind != "string" or parts[1].kind != "list_expression":
        return ""
    drivers = [context.text(driver) for driver in parts[1].named_children]
    if any(driver.removeprefix("Mirage.") != _CONSOLE for driver in drivers):
        return ""
    chain = " @-> ".join([*("console" for _ in drivers), "job"])
    values = "".join(" $ default_console" for _ in drivers)
    job = f"foreign {context.text(parts[0])} ({chain}){values}"
    return f"Mirage.({job})" if qualified else job
