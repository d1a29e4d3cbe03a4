"""`start` of a job without devices: it is a function that takes `()` since Mirage 4.9.

Facts: mirage v4.11.1 lib/functoria/DSL.ml (`main` of a type that is no function gets a unit),
v4.8.2 lib/functoria/engine.ml (such a `start` was the value of a job itself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Related
from mirageport.mirage import row as rows
from mirageport.mirage.config import jobs, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Finding, Node
    from mirageport.mirage.config import Job

RULE = "start-unit"


def find(context: Context) -> Iterator[Finding]:
    """The jobs of config.ml whose `start` is no function: the file of that need not name anything
    of Mirage."""
    project = context.project
    if not context.is_config or release(context.pack.release) < release(context.rule(RULE).target):
        return
    for job in jobs(project):
        if job.file != context.name or job.result is None or job.types or job.deps != 0:
            continue
        for file in sources(project, job)[:1]:
            unikernel = Context(project, file)
            for binding in _bindings(unikernel, job)[-1:]:
                name, body = binding.child("pattern"), binding.child("body")
                if not binding.of("parameter") and unikernel.type_name(body) == "Lwt.t":
                    facts = rewriting("Let it take `()`", [(file, name.end, name.end, " ()")])
                    where = Related(file, name.start, name.end, "`start`")
                    yield context.finding(
                        context.rule(RULE), job.name, facts, name=job.functor, related=(where,)
                    )


def _bindings(context: Context, job: Job) -> list[Node]:
    """The definitions of `start` in the module of a job."""
    path = job.functor.partition(".")[2]
    row = rows.found(context.project, context.name, path) if path else None
    body = context.tree.root if not path else row.body if row is not None else None
    return [
        binding
        for definition in (body.of("value_definition") if body is not None else ())
        for binding in definition.of("let_binding")
        if context.text(binding.child("pattern")) == "start"
    ]
