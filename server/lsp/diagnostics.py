"""Diagnostics: sent to clients that wait for them, handed out to clients that ask."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.diagnostics.finding import ERROR, HINT, INFORMATION, SUGGESTION, WARNING
from mirageport.ocaml.named import NamedTuple
from mirageport.server.home import page
from mirageport.server.lsp import read
from mirageport.server.lsp.convert import (
    Json,
    Written,
    name_of,
    span,
    uri_of,
    written_span,
)
from mirageport.server.lsp.work import Outdated, paced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mirageport.diagnostics.finding import Finding, Notice, Related
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.client import Client
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel

SOURCE = "mirageport"

_SEVERITIES = {ERROR: 1, WARNING: 2, INFORMATION: 3, HINT: 4}
_TAGS = {"unnecessary": 1, "deprecated": 2}

# How many different messages are kept as JSON.
_REMEMBERED = 2000

# Diagnostics wait for further input for at most so long.
_PATIENCE = 0.25  # seconds


class _Published(NamedTuple):
    """The diagnostics that the client last got for a document, as JSON, and their number."""

    items: str
    number: int


class Asked(NamedTuple):
    """A document whose diagnostics a client asks for. previous: the number of the result that it
    has."""

    uri: str
    previous: object


OPTIONS = types.DiagnosticOptions(
    identifier=SOURCE, inter_file_dependencies=True, workspace_diagnostics=True
)


def asked(params: Any) -> Asked:
    """Read the parameters of such a request. Raises one of `read.MALFORMED`."""
    return Asked(read.document(params), params.get("previousResultId"))


async def pull(session: Session, asked: Asked) -> Written:
    """The diagnostics of a document, for a client that asks."""
    name, found = name_of(asked.uri), session.diagnostics
    if name not in session.workspace.buffers:
        return found.pulled(asked, found.unopened(name))
    return found.pulled(asked, await session.work(name, lambda: found.items(name)))


class AskedAll(NamedTuple):
    """The files whose diagnostics a client that asks for all has already, by their URIs, with the
    numbers of these results."""

    previous: dict[str, str]


def asked_all(params: Any) -> AskedAll:
    """Read the parameters of a request for all diagnostics. Raises one of `read.MALFORMED`."""
    known = params.get("previousResultIds") or []
    return AskedAll({read.string(each["uri"]): read.string(each["value"]) for each in known})


async def pull_all(session: Session, asked: AskedAll) -> Written:
    """The diagnostics of the files that nobody has open. As the protocol has it, the request stays
    open until there is something that the client has not got."""
    found = session.diagnostics
    found.ask_for_all()
    while not (news := found.news(asked.previous)):
        await found.until_news()
    return Written('{"items": [', ", ".join(news), "]}")


class Diagnostics:
    """The diagnostics of the open documents and of the files beside them: what the client has, and
    what has to be sent."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._published: dict[str, _Published] = {}
        self._waiting: dict[str, bool] = {}  # name -> whether the document itself was edited
        self._since = 0.0
        self._numbers = 0
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._written: dict[tuple[object, ...], str] = {}  # the content of a diagnostic -> its JSON
        self._beside: dict[str, str] = {}  # of files that nobody has open: name -> URI
        self._asks_for_all = False
        self._has_news = asyncio.Event()

    def touch(self, name: str, *, edited: bool = False) -> None:
        """The findings of an open document may have changed. Those of an
        edited document are always sent; those of another one only when they differ."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting[name] = edited or self._waiting.get(name, False)

    def touch_all(self, names: Iterable[str]) -> None:
        """The findings of these open documents may have changed."""
        for name in names:
            self.touch(name)

    def publish(self) -> None:
        """Send what changed, the edited documents first, as long as no further input is waiting."""
        if not self._waiting:
            return
        for name in sorted(self._waiting, key=lambda name: not self._waiting[name]):
            if self._session.pending() and time.monotonic() - self._since < _PATIENCE:
                return
            if name in self._waiting and self._found(name):
                self._update(name, self._waiting.pop(name))

    def _found(self, name: str) -> bool:
        """Whether the findings of a document can be published at once; those of a long file are
        looked for in the background, and published then."""
        files = self._session.workspace
        if name not in files.buffers or (self._session.client.pulls and self._waiting[name]):
            return True
        unikernel = files.unikernel(name)
        if name in unikernel.reports or not files.is_long(unikernel):
            return True
        if name not in self._under_way:
            self._under_way[name] = asyncio.ensure_future(self._find(name))
        return False

    async def _find(self, name: str) -> None:
        try:
            await self._session.work(name, lambda: self.items(name))
        except Outdated:
            pass
        except BaseException:  # cancelled by the person, or a defect: not tried again
            self._waiting.pop(name, None)
            raise
        finally:
            del self._under_way[name]
        self.publish()

    def stop(self) -> None:
        """End the search for findings: the session is over."""
        for task in self._under_way.values():
            task.cancel()

    def opened(self, name: str) -> None:
        """A document was opened: a client that asks for it is no longer sent what its file says."""
        if not self._asks_for_all and (uri := self._beside.pop(name, "")):
            if self._session.client.pulls:
                self._send(uri, None, "[]")

    def clear(self, name: str, uri: str) -> None:
        """A document was closed. While others of its unikernel are open its file still counts."""
        self._waiting.pop(name, None)
        for unikernel in self._session.workspace.unikernels():
            if name in self._published and name in unikernel.sources:
                if self._session.client.pulls and not self._asks_for_all:
                    del self._published[name]  # it forgets what it asked for, and is sent it
                else:
                    self._beside[name] = uri
                self._session.pauses.put_off(unikernel)
                return
        self._published.pop(name, None)
        if not self._session.client.pulls:
            self._send(uri, None, "[]")
        self._drop_beside()

    def items_beside(self, unikernel: Unikernel) -> dict[str, str]:
        """The diagnostics of the files of a unikernel that the client does not ask for one by one,
        by name. One that asks for all does not ask for each that is open: Visual Studio Code only
        does for those with a tab."""
        buffers = self._session.workspace.buffers
        names = [
            name
            for name in unikernel.every
            if name not in buffers
            or (self._asks_for_all and (name in self._beside or name not in self._published))
        ]
        return {name: self.items(name) for name in paced(names)}

    def publish_beside(self, found: Mapping[str, str]) -> None:
        """Publish what changed in such files."""
        for name, items in found.items():
            known = self._published.get(name)
            if items != (known.items if known else "[]"):
                self._numbers += 1
                self._published[name] = _Published(items, self._numbers)
                uri = self._beside.setdefault(name, uri_of(name))
                if not self._asks_for_all:
                    self._send(uri, None, items)
        self._drop_beside()

    def _drop_beside(self) -> None:
        """Forget the files that have no open document beside them any more."""
        current = {name for each in self._session.workspace.unikernels() for name in each.sources}
        for name in self._beside.keys() - current:
            uri = self._beside.pop(name)
            self._published.pop(name, None)
            if not self._asks_for_all:
                self._send(uri, None, "[]")
        self._has_news.set()

    def unopened(self, name: str) -> str:
        """The diagnostics of a file that nobody has open, as far as they are known."""
        return self._published[name].items if name in self._beside else "[]"

    def ask_for_all(self) -> None:
        """The client asks for the diagnostics of files that nobody has open: they are sent to it no
        longer."""
        if not self._asks_for_all:
            self._asks_for_all = True
            for uri in self._beside.values():
                self._send(uri, None, "[]")

    def news(self, previous: Mapping[str, str]) -> list[str]:
        """What a client has not got of the files that nobody has open, as JSON. previous: the
        numbers of the results that it has, by URI."""
        found, known = [], {name_of(uri): (uri, number) for uri, number in previous.items()}
        buffers = self._session.workspace.buffers
        for name, uri in self._beside.items():
            items, number = self._published[name]
            its_uri, its_number = known.pop(name, (uri, ""))
            if its_number != str(number):
                version = buffers[name].version if name in buffers else None
                found.append(_of_file(its_uri, version, items, number))
        removed = [uri for name, (uri, _) in known.items() if name not in buffers]
        return [*found, *(_of_file(uri, None, "[]") for uri in removed)]

    async def until_news(self) -> None:
        """Wait until the files that nobody has open may say something else."""
        self._has_news.clear()
        await self._has_news.wait()

    def _update(self, name: str, edited: bool) -> None:
        buffer = self._session.workspace.buffers.get(name)
        if buffer is None:
            return
        if self._session.client.pulls:
            self._request_refresh(name, edited)
            return
        items = self.items(name)
        known = self._published.get(name)
        if edited or known is None or known.items != items:
            self._published[name] = _Published(items, 0)
            self._send(buffer.uri, buffer.version, items)

    def _request_refresh(self, name: str, edited: bool) -> None:
        """A client that pulls asks about an edited document itself, and about others when it is
        asked to."""
        known = self._published.get(name)
        if not edited and known is not None and known.items != self.items(name):
            self._waiting.clear()
            self._session.connection.ask(types.WORKSPACE_DIAGNOSTIC_REFRESH, None)

    def _send(self, uri: str, version: int | None, items: str) -> None:
        number = "" if version is None else f', "version": {version}'
        params = Written(f'{{"uri": {json.dumps(uri)}{number}, "diagnostics": ', items, "}")
        self._session.connection.send_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def pulled(self, asked: Asked, items: str) -> Written:
        """The answer to a client that asks, with the diagnostics of a document or without, where it
        has them already."""
        name = name_of(asked.uri)
        if name in self._session.workspace.buffers:
            self._beside.pop(name, None)
        known = self._published.get(name)
        if known is None or known.items != items:
            self._numbers += 1
            known = self._published[name] = _Published(items, self._numbers)
        number = str(known.number)
        if asked.previous == number:
            return Written(f'{{"kind": "unchanged", "resultId": "{number}"}}')
        return Written(f'{{"kind": "full", "resultId": "{number}", "items": ', items, "}")

    def items(self, name: str) -> str:
        """The diagnostics of an open document as a JSON array, in the order of the text."""
        report = self._session.workspace.report(name)
        unikernel = self._session.workspace.unikernel(name)
        source = unikernel.source(name)
        found = [self._item(unikernel, source, finding) for finding in paced(report.findings)]
        found += [
            json.dumps(_notice(unikernel, notice, self._session.client))
            for notice in report.notices
        ]
        return f"[{', '.join(found)}]"

    def _item(self, unikernel: Unikernel, source: Source, finding: Finding) -> str:
        """One finding as JSON. Findings that differ in their place alone share all other text."""
        if finding.related:
            return json.dumps(self.item(unikernel, finding))
        key = (finding.rule, finding.message, finding.severity, finding.applicability, finding.tags)
        written = self._written.get(key)
        if written is None:
            if len(self._written) > _REMEMBERED:
                self._written.clear()
            written = self._written[key] = json.dumps(self._content(unikernel, finding))[1:]
        where = written_span(source, finding.start, finding.end, self._session.client.encoding)
        return f'{{"range": {where}, {written}'

    def item(self, unikernel: Unikernel, finding: Finding) -> Json:
        """One finding as a diagnostic."""
        where = span(
            unikernel.source(finding.file),
            finding.start,
            finding.end,
            self._session.client.encoding,
        )
        return {"range": where, **self._content(unikernel, finding)}

    def _content(self, unikernel: Unikernel, finding: Finding) -> Json:
        """All of a diagnostic but its range, with as much as the client takes."""
        client = self._session.client
        item: Json = {
            "severity": _severity(finding),
            "code": finding.rule,
            "source": SOURCE,
            "message": finding.message,
        }
        if client.descriptions and (address := page(finding.rule)):
            item["codeDescription"] = {"href": address}
        tags = [_TAGS[tag] for tag in finding.tags if _TAGS[tag] in client.tags]
        if tags:
            item["tags"] = tags
        if client.related and finding.related:
            item["relatedInformation"] = self._related(unikernel, finding.related)
        if client.data:
            item["data"] = {"applicability": finding.applicability, "category": finding.category}
        return item

    def _related(self, unikernel: Unikernel, places: tuple[Related, ...]) -> list[Json]:
        buffers = self._session.workspace.buffers
        encoding = self._session.client.encoding
        found = []
        for place in places:
            uri = buffers[place.file].uri if place.file in buffers else uri_of(place.file)
            where = span(unikernel.source(place.file), place.start, place.end, encoding)
            found.append({"location": {"uri": uri, "range": where}, "message": place.message})
        return found


def _of_file(uri: str, version: int | None, items: str, number: int | None = None) -> str:
    """A file's part of what all files say, as JSON; without a number it is not asked for again."""
    result = "" if number is None else f', "resultId": "{number}"'
    head = f'"uri": {json.dumps(uri)}, "version": {json.dumps(version)}{result}'
    return f'{{"kind": "full", {head}, "items": {items}}}'


def _severity(finding: Finding) -> int:
    """A suggestion is never more than a hint."""
    return _SEVERITIES[HINT if finding.applicability == SUGGESTION else finding.severity]


def _notice(unikernel: Unikernel, notice: Notice, client: Client) -> Json:
    where = span(unikernel.source(notice.file), notice.start, notice.end, client.encoding)
    return {
        "range": where,
        "severity": _SEVERITIES[INFORMATION],
        "source": SOURCE,
        "message": notice.message,
    }
