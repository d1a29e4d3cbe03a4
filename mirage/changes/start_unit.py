"""`start` of a job: without devices it is a function that takes `()` since Mirage 4.9, and what it
gives is a promise of unit since 4.5.1.

Facts: mirage v4.11.1 lib/functoria/DSL.ml (`main` of a type that is no function gets a unit),
v4.8.2 lib/functoria/engine.ml (such a `start` was the value of a job itself), v4.5.1 lib/mirage.ml
(the type that the generated main gives to `start`; before, it dropped what came back).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Related
from mirageport.mirage import row as rows
from mirageport.mirage.config import jobs, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.kinds import Finding, Node
    from mirageport.mirage.config import Job

RULE = "start-unit"
_BEFORE = ("let_expression", "sequence_expression", "fun_expression", "parenthesized_expression")


def find(context: Context) -> Iterator[Finding]:
    """The jobs of config.ml whose `start` is no function: the file of that need not name anything
    of Mirage."""
    project = context.project
    if not context.is_config:
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


def logged(context: Context, start: int, given: str) -> Rewrite | None:
    """The fix of a `start` that gives a result: its error is logged.

    start: where config.ml names the functor; given: what it gives a promise of. None where
    the last call of `start` is not the one place that the result comes from.
    """
    module, _, name = given.removeprefix("(unit, ").removesuffix(") result").rpartition(".")
    for job in jobs(context.project) if module and name.endswith("error") else ():
        for file in sources(context.project, job)[:1] if job.name.start == start else ():
            unikernel = Context(context.project, file)
            for binding in _bindings(unikernel, job)[-1:]:
                last = _last(unikernel, binding.child("body"))
                called = last.kind == "application_expression"
                if called or unikernel.text(last.child("operator")) == "@@":
                    logs = f'Logs.err (fun m -> m "%a" {module}.pp_{name} e)'
                    text = f"Lwt.map (function Ok () -> () | Error e -> {logs}) @@ "
                    return rewriting("Log its error", [unikernel.insert(last.start, text)])
    return None


def _last(context: Context, body: Node) -> Node:
    """What a function does last."""
    while body.kind in _BEFORE or context.text(body.child("operator")) == ">>=":
        body = body.child("body") or body.child("right") or body.child("expression")
    return body


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
