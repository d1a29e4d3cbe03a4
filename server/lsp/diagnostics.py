"""Diagnostics: sent to clients that wait for them, handed out to clients that ask."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.diagnostics.finding import ERROR, HINT, INFORMATION, SUGGESTION, WARNING
from mirageport.ocaml.named import NamedTuple
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
    from collections.abc import Callable

    from mirageport.diagnostics.finding import Finding, Notice, Related
    from mirageport.mirage.project import Project
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.client import Client

SOURCE = "mirageport"
PAGES = "https://github.com/mirageport/mirageport/blob/main/diagnostics/rules/"

_SEVERITIES = {ERROR: 1, WARNING: 2, INFORMATION: 3, HINT: 4}
_TAGS = {"unnecessary": 1, "deprecated": 2}

# How many different messages are kept as JSON.
_REMEMBERED = 2000

# However busy the client is, it hears something this often.
_PATIENCE = 0.25  # seconds


class _Asked(NamedTuple):
    uri: str
    previous: object  # the number of the result that the client has


def _asked(params: Any) -> _Asked:
    return _Asked(read.document(params), params.get("previousResultId"))


class _Given(NamedTuple):
    """What the client was last told about a document, as JSON, and under which number."""

    items: str
    number: int


class Diagnostics:
    """What each open document's client knows, and what it must be told."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._given: dict[str, _Given] = {}
        self._waiting: dict[str, bool] = {}  # name -> whether the document itself was edited
        self._since = 0.0
        self._numbers = 0
        self._under_way: dict[str, asyncio.Future[None]] = {}
        self._written: dict[tuple[object, ...], str] = {}  # what is said -> its JSON

    def touch(self, name: str, *, edited: bool = False) -> None:
        """The findings of an open document may have changed. An edited document's client is
        always told; of another one only when its findings are not what they were."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting[name] = edited or self._waiting.get(name, False)

    def touch_all(self) -> None:
        """The findings of every open document may have changed."""
        for name in self._server.files.buffers:
            self.touch(name)

    def settle(self, pending: Callable[[], bool]) -> None:
        """Tell what there is to tell, the edited documents first, as long as nothing is pending."""
        if not self._waiting:
            return
        for name in sorted(self._waiting, key=lambda name: not self._waiting[name]):
            if pending() and time.monotonic() - self._since < _PATIENCE:
                return
            if name in self._waiting and self._found(name):
                self._tell(name, self._waiting.pop(name))

    def _found(self, name: str) -> bool:
        """Whether the findings of a document can be published at once; those of a long file are
        looked for in the background, and published then."""
        files = self._server.files
        if name not in files.buffers or (self._server.client.pulls and self._waiting[name]):
            return True
        home = files.home(name)
        if name in home.reports or not files.is_long(home):
            return True
        if name not in self._under_way:
            self._under_way[name] = asyncio.ensure_future(self._find(name))
        return False

    async def _find(self, name: str) -> None:
        try:
            await self._server.work(name, lambda: self.items(name))
        except Outdated:
            pass
        except BaseException:  # cancelled by the person, or a defect: not tried again
            self._waiting.pop(name, None)
            raise
        finally:
            del self._under_way[name]
        self.settle(self._server.inbox.pending)

    def stop(self) -> None:
        """End the search for findings: the session is over."""
        for task in self._under_way.values():
            task.cancel()

    def clear(self, name: str, uri: str) -> None:
        """A document was closed."""
        self._waiting.pop(name, None)
        self._given.pop(name, None)
        if not self._server.client.pulls:
            self._publish(uri, None, "[]")

    def _tell(self, name: str, edited: bool) -> None:
        buffer = self._server.files.buffers.get(name)
        if buffer is None:
            return
        if self._server.client.pulls:
            self._announce(name, edited)
            return
        items = self.items(name)
        known = self._given.get(name)
        if edited or known is None or known.items != items:
            self._given[name] = _Given(items, 0)
            self._publish(buffer.uri, buffer.version, items)

    def _announce(self, name: str, edited: bool) -> None:
        """A client that pulls asks about an edited document itself; of others it must be told."""
        known = self._given.get(name)
        if not edited and known is not None and known.items != self.items(name):
            self._waiting.clear()
            self._server.protocol.ask(types.WORKSPACE_DIAGNOSTIC_REFRESH, None)

    def _publish(self, uri: str, version: int | None, items: str) -> None:
        number = "" if version is None else f', "version": {version}'
        params = Written(f'{{"uri": {json.dumps(uri)}{number}, "diagnostics": ', items, "}")
        self._server.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def offer_pull(self) -> None:
        """Answer requests for diagnostics."""
        options = types.DiagnosticOptions(
            identifier=SOURCE, inter_file_dependencies=True, workspace_diagnostics=False
        )

        async def pull(asked: _Asked) -> Written:
            name = name_of(asked.uri)
            if name not in self._server.files.buffers:
                return self._pulled(asked, "[]")
            return self._pulled(asked, await self._server.work(name, lambda: self.items(name)))

        self._server.answer(types.TEXT_DOCUMENT_DIAGNOSTIC, _asked, pull, options)

    def _pulled(self, asked: _Asked, items: str) -> Written:
        name = name_of(asked.uri)
        known = self._given.get(name)
        if known is None or known.items != items:
            self._numbers += 1
            known = self._given[name] = _Given(items, self._numbers)
        number = str(known.number)
        if asked.previous == number:
            return Written(f'{{"kind": "unchanged", "resultId": "{number}"}}')
        return Written(f'{{"kind": "full", "resultId": "{number}", "items": ', items, "}")

    def items(self, name: str) -> str:
        """The diagnostics of an open document as a JSON array, in the order of the text."""
        report = self._server.files.report(name)
        project = self._server.files.home(name).project
        source = project.source(name)
        found = [self._item(project, source, finding) for finding in paced(report.findings)]
        found += [
            json.dumps(_notice(project, notice, self._server.client)) for notice in report.notices
        ]
        return f"[{', '.join(found)}]"

    def _item(self, project: Project, source: Source, finding: Finding) -> str:
        """One finding as JSON. What it says is written once, for all places that say the same."""
        if finding.related:
            return json.dumps(self.item(project, finding))
        key = (finding.rule, finding.message, finding.severity, finding.applicability, finding.tags)
        written = self._written.get(key)
        if written is None:
            if len(self._written) > _REMEMBERED:
                self._written.clear()
            written = self._written[key] = json.dumps(self._said(project, finding))[1:]
        where = written_span(source, finding.start, finding.end, self._server.client.encoding)
        return f'{{"range": {where}, {written}'

    def item(self, project: Project, finding: Finding) -> Json:
        """One finding as a diagnostic."""
        where = span(
            project.source(finding.file), finding.start, finding.end, self._server.client.encoding
        )
        return {"range": where, **self._said(project, finding)}

    def _said(self, project: Project, finding: Finding) -> Json:
        """All of a diagnostic but its range, with as much as the client takes."""
        client = self._server.client
        item: Json = {
            "severity": _severity(finding),
            "code": finding.rule,
            "source": SOURCE,
            "message": finding.message,
        }
        if client.descriptions:
            item["codeDescription"] = {"href": page(finding.rule)}
        tags = [_TAGS[tag] for tag in finding.tags if _TAGS[tag] in client.tags]
        if tags:
            item["tags"] = tags
        if client.related and finding.related:
            item["relatedInformation"] = self._related(project, finding.related)
        if client.data:
            item["data"] = {"applicability": finding.applicability, "category": finding.category}
        return item

    def _related(self, project: Project, places: tuple[Related, ...]) -> list[Json]:
        buffers = self._server.files.buffers
        encoding = self._server.client.encoding
        found = []
        for place in places:
            uri = buffers[place.file].uri if place.file in buffers else uri_of(place.file)
            where = span(project.source(place.file), place.start, place.end, encoding)
            found.append({"location": {"uri": uri, "range": where}, "message": place.message})
        return found


def _severity(finding: Finding) -> int:
    """A suggestion is never more than a hint."""
    return _SEVERITIES[HINT if finding.applicability == SUGGESTION else finding.severity]


def page(rule: str) -> str:
    """The address of a rule's page."""
    return f"{PAGES}{rule}.md"


def _notice(project: Project, notice: Notice, client: Client) -> Json:
    where = span(project.source(notice.file), notice.start, notice.end, client.encoding)
    return {
        "range": where,
        "severity": _SEVERITIES[INFORMATION],
        "source": SOURCE,
        "message": notice.message,
    }
