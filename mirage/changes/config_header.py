"""The first line of config.ml, which says for which releases it is.

It is `(* mirage >= 4.5.0 & < 4.9.0 *)`, at the first byte. Since 4.4.1 the tool refuses a config.ml
whose line excludes it, before it reads on. Facts: mirage v4.11.1 lib/functoria/tool.ml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.facts import rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding

RULE = "config-header"

_LINE = re.compile(rb"\(\* (mirage(?: >= (\d+(?:\.\d+)*))?(?: &)?(?: < (\d+(?:\.\d+)*))?) \*\)")


def find(context: Context) -> Iterator[Finding]:
    """A first line that excludes the target."""
    goal = release(context.library.interfaces.target)
    line = _LINE.match(context.source.data) if context.is_config else None
    if line is None:
        return
    low, high = (release(bound.decode()) if bound else () for bound in line.groups()[1:])
    if low[: len(goal)] <= goal and (not high or goal < high):
        return
    upper = ".".join(map(str, (*goal[:-1], goal[-1] + 1, 0)))
    new = f"mirage >= {'.'.join(map(str, goal))}.0 & < {upper}"
    edit = (context.name, *line.span(1), new)
    found = context.finding(
        context.rule(RULE), context.tree.root, rewriting(f"Write `{new}`", [edit]), new=new
    )
    yield found._replace(start=line.start(1), end=line.end(1))
