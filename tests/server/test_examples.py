"""The examples, ported by every client through the server: always the engine's result."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, changed, port
from mirageport.diagnostics.engine import check
from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.rule_page import LEFT, prose

from ..interfaces.compiler import ROOT
from ..packs import rule, unikernel, words
from .clients import CLIENTS
from .session import Session, applied, span

if TYPE_CHECKING:
    from pathlib import Path

    from mirageport.diagnostics.project import Project

    from .session import Json

EXAMPLES = ["beacon", "greeter", "library"]
FILES = ["config.ml", "unikernel.ml"]
# Before the code, so that a column counted in the wrong unit shows.
PREAMBLE = '(* caf\u00e9 \U0001d49e\U0001f42b *) let _ = "\u00e9\U0001f42b" ;; '


class Editor:
    """A client with the files of one unikernel open, which makes the edits it is given."""

    def __init__(self, client: str, folder: Path, texts: dict[str, str]) -> None:
        self.session = Session(client, MirageEngine())
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self._disk = texts

    async def open(self) -> None:
        for name, text in self._disk.items():
            (self.folder / name).write_text(text, newline="")
        await self.session.start(self.folder)
        for name in self._disk:
            uri = await self.session.open(self.folder / name)
            self.texts[uri] = self._disk[name]
            self.versions[uri] = 1

    async def diagnostics(self, uri: str) -> list[Json]:
        if self.session.server.session.client.pulls:
            params = {"textDocument": {"uri": uri}}
            answer = await self.session.request("textDocument/diagnostic", params)
            return list(answer["items"])
        return list(self.session.published(uri)[-1]["diagnostics"])

    async def make(self, action: Json) -> None:
        """Make an action's edit, first asking for it where it did not come along."""
        if "edit" not in action:
            action = await self.session.request("codeAction/resolve", action)
        for document in action["edit"].get("documentChanges", []):
            wanted = document["textDocument"]
            assert wanted["version"] == self.versions[wanted["uri"]]
        after = applied(self.texts, action["edit"], self.session.encoding)
        assert after != self.texts
        for uri, text in after.items():
            if text != self.texts[uri]:
                self.versions[uri] += 1
                await self.session.change(uri, self.versions[uri], {"text": text})
        self.texts = after

    async def first_fix(self) -> Json | None:
        """The first fix of the first finding that has one; suggestions are left alone."""
        for uri in self.texts:
            for item in await self.diagnostics(uri):
                if item["severity"] == HINT:
                    continue
                at = {"start": item["range"]["start"], "end": item["range"]["start"]}
                for action in await self.session.actions(uri, at, ["quickfix"]):
                    if item in action.get("diagnostics", []):
                        return action
        return None

    def now(self) -> dict[str, str]:
        return {uri.rpartition("/")[2]: text for uri, text in self.texts.items()}


HINT = 4


def texts_of(name: str) -> dict[str, str]:
    folder = ROOT / "examples" / name
    return {file: PREAMBLE + (folder / file).read_text() for file in FILES}


def project_of(texts: dict[str, str]) -> Project:
    return unikernel({file: text.encode() for file, text in texts.items()})


def as_texts(project: Project) -> dict[str, str]:
    return {file: project.source(file).data.decode() for file in project.names}


def run(test: Any) -> None:
    asyncio.run(test())


@pytest.mark.parametrize(
    ("client", "name"),
    [*((client, EXAMPLES[0]) for client in CLIENTS), *(("vscode", name) for name in EXAMPLES[1:])],
)
class TestEveryClient:
    def test_one_quick_fix_at_a_time(self, client: str, name: str, tmp_path: Path) -> None:
        async def test() -> None:
            editor = Editor(client, tmp_path, texts_of(name))
            await editor.open()
            for _ in range(100):
                action = await editor.first_fix()
                if action is None:
                    break
                await editor.make(action)
            # Where lines are broken is decided once, at the end of a port.
            whole = as_texts(port(project_of(texts_of(name)), WITH_REVIEW).project)
            now = editor.now()
            assert {file: words(now[file]) for file in now} == {
                file: words(whole[file]) for file in whole
            }

        run(test)

    def test_the_whole_unikernel_at_once(self, client: str, name: str, tmp_path: Path) -> None:
        async def test() -> None:
            editor = Editor(client, tmp_path, texts_of(name))
            await editor.open()
            uri = next(iter(editor.texts))
            (action,) = await editor.session.actions(uri, only=["source.mirageport.port"])
            await editor.make(action)
            assert editor.now() == as_texts(port(project_of(texts_of(name)), WITH_REVIEW).project)
            for each in editor.texts:
                assert {d["severity"] for d in await editor.diagnostics(each)} <= {HINT}

        run(test)

    def test_the_safe_fixes_of_each_file(self, client: str, name: str, tmp_path: Path) -> None:
        async def test() -> None:
            editor = Editor(client, tmp_path, texts_of(name))
            await editor.open()
            for _ in range(10):
                found = [
                    action
                    for uri in editor.texts
                    for action in await editor.session.actions(uri, only=["source.fixAll"])
                ]
                if not found:
                    break
                await editor.make(found[0])
            assert editor.now() == as_texts(port(project_of(texts_of(name)), SAFE_ONLY).project)

        run(test)


@pytest.mark.parametrize("name", ["beacon", "greeter"])
@pytest.mark.parametrize("client", CLIENTS)
def test_the_console_gives_way_in_both_files(client: str, name: str, tmp_path: Path) -> None:
    async def test() -> None:
        before = as_texts(port(project_of(texts_of(name)), WITH_REVIEW).project)
        editor = Editor(client, tmp_path, before)
        await editor.open()
        uri = next(uri for uri in editor.texts if uri.endswith("unikernel.ml"))
        (item,) = await editor.diagnostics(uri)
        assert item["code"] == "console-to-logs"
        at = {"start": item["range"]["start"], "end": item["range"]["start"]}
        (action,) = await editor.session.actions(uri, at, ["quickfix"])
        assert "isPreferred" not in action
        await editor.make(action)
        project = project_of(before)
        (finding,) = check(project, "unikernel.ml").findings
        edits = fixes(project, finding)[0].edits
        assert editor.now() == as_texts(changed(project, edits))

    run(test)


@pytest.mark.parametrize("client", CLIENTS)
def test_hover_shows_both_signatures(client: str, tmp_path: Path) -> None:
    async def test() -> None:
        text = PREAMBLE + "module Main (C : V1_LWT.CONSOLE) = struct let say c = C.log_s c end\n"
        editor = Editor(client, tmp_path, {"unikernel.ml": text})
        await editor.open()
        (uri,) = editor.texts
        (item,) = [d for d in await editor.diagnostics(uri) if d["code"] == "console-log-s"]
        params = {"textDocument": {"uri": uri}, "position": item["range"]["start"]}
        shown = await editor.session.request("textDocument/hover", params)
        assert shown["range"] == item["range"]
        value = shown["contents"]["value"]
        assert "val log_s : t -> string -> unit io" in value
        assert "val log : t -> string -> unit" in value
        assert prose(rule("console-log-s"), LEFT) in value
        assert "mirageport explain console-log-s" in value
        after = {**params, "position": span(0, 0, 0)["start"]}
        assert await editor.session.request("textDocument/hover", after) is None

    run(test)


@pytest.mark.parametrize("name", EXAMPLES)
async def test_a_port_is_shown_before_it_is_made(name: str, tmp_path: Path) -> None:
    editor = Editor("vscode", tmp_path, texts_of(name))
    await editor.open()
    uri = next(iter(editor.texts))
    command = {"command": "mirageport.preview", "arguments": [uri]}
    shown = await editor.session.request("workspace/executeCommand", command)
    page = (ROOT / "docs" / "editors" / "others.md").read_text("utf-8")
    members = {*shown, *shown["all"], *shown["files"][0], *shown["changes"][0]}
    assert [name for name in members if f"`{name}`" not in page] == []
    project = project_of(texts_of(name))
    ported = {"all": port(project, WITH_REVIEW), "safe": port(project, SAFE_ONLY)}

    before = {each["uri"]: each["before"] for each in shown["files"]}
    after = {each["uri"]: each["after"] for each in shown["files"]}
    assert before == {uri: text for uri, text in editor.texts.items() if uri in before}
    assert after.keys() == {(tmp_path / file).as_uri() for file in ported["all"].files}
    for which, one in ported.items():
        result = applied(editor.texts, shown[which]["edit"], editor.session.encoding)
        assert {uri.rpartition("/")[2]: text for uri, text in result.items()} == as_texts(
            one.project
        )
        if which == "all":
            assert result == {**editor.texts, **after}
        left = [f for report in one.left.values() for f in report.findings]
        assert sorted((each["rule"], each["message"]) for each in shown[which]["left"]) == sorted(
            (f.rule, f.message) for f in left if f.applicability != "suggestion"
        )
    found = {(f.rule, f.message) for file in FILES for f in check(project, file).findings}
    assert found.intersection((each["rule"], each["message"]) for each in shown["changes"])
    assert len(shown["changes"]) == ported["all"].applied
    for change in shown["changes"]:
        if (change["rule"], change["message"]) not in found:
            assert change["message"] == rule(change["rule"]).title, "it came with a later pass"
        assert change["title"], "what it does is said"
        assert change["applicability"] in WITH_REVIEW
        line = texts_of(name)[change["file"].rpartition("/")[2]].split("\n")[change["line"] - 1]
        assert change["column"] <= len(line) + 1


def test_a_unikernel_that_is_at_the_target_is_led_on_to_the_next(tmp_path: Path) -> None:
    arrived = as_texts(port(project_of(texts_of("beacon")), WITH_REVIEW).project)
    files = {file: text.encode() for file, text in arrived.items()}

    async def test() -> None:
        only = ["source.mirageport.portOn"]
        editor = Editor("vscode", tmp_path, arrived)
        await editor.open()
        uri = next(iter(editor.texts))
        (action,) = await editor.session.actions(uri, only=only)
        assert "Mirage 4.11" in action["title"]
        await editor.make(action)
        further = port(unikernel(files, target="4.11"), WITH_REVIEW).project
        assert editor.now() == as_texts(further)

    run(test)


def test_code_of_mirage_2_is_not_led_past_the_target(tmp_path: Path) -> None:
    async def test() -> None:
        editor = Editor("vscode", tmp_path, texts_of("beacon"))
        await editor.open()
        for uri in editor.texts:
            assert await editor.session.actions(uri, only=["source.mirageport.portOn"]) == []

    run(test)
