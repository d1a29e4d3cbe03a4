"""An action whose edit is costly: made at once or on demand, as the client can take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json


def costly(
    server: Server,
    name: str,
    title: str,
    kind: str,
    what: str,
    make: Callable[[Server, str, str], Json],
    rule: str = "",
) -> Json:
    """A code action for the document `name`.

    what: the name under which the edit can be asked for later. make: called with the server,
    `name` and `rule`, gives the edit.
    """
    action: Json = {"title": title, "kind": kind}
    if server.client.resolves:
        action["data"] = {"what": what, "uri": server.files.buffers[name].uri, "rule": rule}
    else:
        action["edit"] = make(server, name, rule)
    return action
