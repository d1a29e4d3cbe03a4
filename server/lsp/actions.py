"""An action whose edit is costly: made at once or on demand, as the client can take it.

A client that fetches no edits later, such as Eglot 1.9, gets them at once; in a long unikernel that
would take longer than anybody waits for a menu, so that it gets a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json


# By the name under which an edit can be asked for: the command that makes it.
_COMMANDS = {
    "fixAll": "mirageport.fixAll",
    "port": "mirageport.port",
    "rule": "mirageport.fixRule",
}


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
    uri = server.files.buffers[name].uri
    if server.client.resolves:
        action["data"] = {"what": what, "uri": uri, "rule": rule}
    elif server.client.applies and server.files.is_long(server.files.unikernel(name)):
        command = {"title": title, "command": _COMMANDS[what], "arguments": [uri, rule]}
        action["command"] = command
    else:
        action["edit"] = make(server, name, rule)
    return action
