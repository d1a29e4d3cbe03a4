"""An action whose edit is costly: made at once or on demand, as the client can take it.

A client that fetches no edits later, such as Eglot 1.9, gets them at once; in a long unikernel that
would take longer than anybody waits for a menu, so that it gets a command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session


# By the name under which an edit can be asked for: the command that makes it.
_COMMANDS = {
    "fixAll": "mirageport.fixAll",
    "port": "mirageport.port",
    "rule": "mirageport.fixRule",
}


def costly(
    session: Session,
    name: str,
    title: str,
    kind: str,
    what: str,
    make: Callable[[Session, str, str], Json],
    rule: str = "",
) -> Json:
    """A code action for the document `name`.

    what: the name under which the edit can be asked for later. make: called with the session,
    `name` and `rule`, gives the edit.
    """
    action: Json = {"title": title, "kind": kind}
    uri = session.workspace.buffers[name].uri
    if session.client.resolves:
        action["data"] = {"what": what, "uri": uri, "rule": rule}
    elif session.client.applies and session.workspace.is_long(session.workspace.unikernel(name)):
        command = {"title": title, "command": _COMMANDS[what], "arguments": [uri, rule]}
        action["command"] = command
    else:
        action["edit"] = make(session, name, rule)
    return action
