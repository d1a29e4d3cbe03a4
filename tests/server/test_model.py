"""A model of an editor's session: whatever happens in whatever order, the server knows the same as
one that was started just now."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ..sizes import cases
from .clients import CLIENTS
from .session import Json, Session

FILES = ["config.ml", "a.ml", "lib/b.ml", "lib/config.ml", "lib/deep/c.mli", "other/d.ml"]
WORDS = ["old_safe", "old_pair", "old_review", "pair", "(* ", " *)", "((", "é", "\U0001f42b",
         "crash", "collapse", "\n", "\r\n", "\r", " ", "x"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
PATHS = st.sampled_from(FILES)
PLACES = st.integers(-1, 60)
Change = tuple[int, int, int, int, str, bool]
SETTINGS: list[Json] = [
    {"select": [], "ignore": []},
    {"ignore": ["fake-safe"]},
    {"select": ["fake-pair"]},
    {"select": ["no-such"], "review": True},
    {"ignore": "wrong"},
]
FILE_SETTINGS = ["", 'ignore = ["fake-review"]\n', "nonsense", 'select = ["fake-safe"]\n']


def units(text: str, encoding: str) -> list[tuple[str, int]]:
    """The characters of a text with the units each takes: the reference for positions."""
    return [(char, len(char.encode(f"{encoding}-le" if encoding != "utf-8" else encoding))
             // {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]) for char in text]  # fmt: skip


def offset(text: str, line: int, column: int, encoding: str) -> int:
    """The character at a position, clamped as the protocol says. Lines end at LF and CRLF: a CR
    alone is part of its line, as it is for the OCaml compiler and for Neovim and Emacs."""
    if line < 0:
        return 0
    lines = text.split("\n")
    if line >= len(lines):
        return len(text)
    start = sum(len(each) + 1 for each in lines[:line])
    own = lines[line]
    if line < len(lines) - 1 and own.endswith("\r"):
        own = own[:-1]
    taken = 0
    for index, (_char, width) in enumerate(units(own, encoding)):
        if taken + width > max(column, 0):
            return start + index
        taken += width
    return start + len(own)


class Editor(RuleBasedStateMachine):
    """Documents, disk and settings as the editor knows them, and the server beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="mirageport-model-")).resolve()
        self.open: dict[str, tuple[str, int]] = {}
        self.last_settings: Json = {}
        self.folders = [self.folder]

    @initialize(client=st.sampled_from(sorted(CLIENTS)))
    def start(self, client: str) -> None:
        self.client = client
        self.session = Session(client)
        self._run(self.session.start(*self.folders))

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.matches_a_fresh_session()
            answer = self._run(self.session.ask("shutdown", None))
            assert "error" not in answer
        for task in asyncio.all_tasks(self.loop):
            task.cancel()
        self._run(asyncio.sleep(0))
        self.loop.close()
        shutil.rmtree(self.folder)

    def _run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    # Documents

    @rule(name=PATHS, text=TEXTS, version=st.integers(0, 3))
    def open_or_reopen(self, name: str, text: str, version: int) -> None:
        self._run(self.session.open(self.folder / name, text, version))
        self.open[name] = (text, version)

    @precondition(lambda self: self.open)
    @rule(data=st.data(), changes=st.lists(
        st.tuples(PLACES, PLACES, PLACES, PLACES, TEXTS, st.booleans()), min_size=1, max_size=3),
        step=st.integers(0, 2))  # fmt: skip
    def change(
        self, data: Any, changes: list[tuple[int, int, int, int, str, bool]], step: int
    ) -> None:
        name = data.draw(st.sampled_from(sorted(self.open)))
        text, version = self.open[name]
        sent: list[Json] = []
        for first, column, last, end, new, whole in changes:
            if whole:
                sent.append({"text": new})
                text = new
                continue
            places = [(max(first, 0) % 4, max(column, 0)), (max(last, 0) % 4, max(end, 0))]
            first_place, last_place = ({"line": at[0], "character": at[1]} for at in places)
            span = {"start": first_place, "end": last_place}
            sent.append({"range": span, "text": new})
            here = sorted(offset(text, *place, self.session.encoding) for place in places)
            text = text[: here[0]] + new + text[here[1] :]
        self._run(self.session.change(self._uri(name), version + step, *sent))
        self.open[name] = (text, version + step)

    @precondition(lambda self: self.open)
    @rule(data=st.data(), text=TEXTS)
    def an_outdated_change_is_passed_over(self, data: Any, text: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.open)))
        version = self.open[name][1] - data.draw(st.integers(1, 3))
        self._run(self.session.change(self._uri(name), version, {"text": text}))

    @rule(name=PATHS, text=TEXTS)
    def a_change_of_what_is_not_open(self, name: str, text: str) -> None:
        if name not in self.open:
            self._run(self.session.change(self._uri(name), 9, {"text": text}))

    @rule(name=PATHS)
    def close(self, name: str) -> None:
        self._run(self.session.close(self._uri(name)))
        self.open.pop(name, None)

    @rule(name=PATHS, save=st.booleans())
    def save(self, name: str, save: bool) -> None:
        if name in self.open and save:
            self._write(name, self.open[name][0])
        params = {"textDocument": {"uri": self._uri(name)}}
        self._run(self.session.notify("textDocument/didSave", params))
        self._event([(name, 2)])

    # The disk

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def _event(self, events: list[tuple[str, int]]) -> None:
        changes = [{"uri": self._uri(name), "type": kind} for name, kind in events]
        self._run(self.session.notify("workspace/didChangeWatchedFiles", {"changes": changes}))

    @rule(name=PATHS, text=st.one_of(TEXTS, st.sampled_from(["\x00", "pair"])))
    def written_by_another(self, name: str, text: str) -> None:
        new = not (self.folder / name).exists()
        self._write(name, text)
        self._event([(name, 1 if new else 2)])

    @rule(name=PATHS)
    def deleted_by_another(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        self._event([(name, 3)])

    @rule(name=PATHS, new=PATHS)
    def renamed(self, name: str, new: str) -> None:
        source = self.folder / name
        if name == new or not source.exists() or new in self.open:
            return
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        source.rename(self.folder / new)
        if name in self.open:
            text, _version = self.open.pop(name)
            self._run(self.session.close(self._uri(name)))
            self._run(self.session.open(self.folder / new, text, 1))
            self.open[new] = (text, 1)
        self._event([(name, 3), (new, 1)])

    @rule(text=st.sampled_from(FILE_SETTINGS), name=st.sampled_from(["", "lib/"]))
    def settings_file(self, text: str, name: str) -> None:
        self._write(f"{name}mirageport.toml", text)
        self._event([(f"{name}mirageport.toml", 2)])

    # Settings, folders, requests

    @rule(chosen=st.sampled_from(SETTINGS))
    def configure(self, chosen: Json) -> None:
        self.last_settings = chosen
        self._run(
            self.session.notify(
                "workspace/didChangeConfiguration", {"settings": {"mirageport": chosen}}
            )
        )
        self._run(asyncio.sleep(0))
        self.session.answer("workspace/configuration", [chosen])
        for _ in range(3):
            self._run(asyncio.sleep(0))

    @rule(inner=st.booleans())
    def folders_change(self, inner: bool) -> None:
        wanted = [self.folder / "lib"] if inner else [self.folder]
        describe = [[{"uri": each.as_uri(), "name": each.name} for each in folders]
                    for folders in (wanted, self.folders)]  # fmt: skip
        if wanted == self.folders:
            return
        event = {"event": {"added": describe[0], "removed": describe[1]}}
        self._run(self.session.notify("workspace/didChangeWorkspaceFolders", event))
        self.folders = wanted

    @rule(name=PATHS, line=PLACES, column=PLACES)
    def ask(self, name: str, line: int, column: int) -> None:
        place = {"line": max(line, 0), "character": max(column, 0)}
        document = {"textDocument": {"uri": self._uri(name)}}
        self._run(self.session.request("textDocument/hover", {**document, "position": place}))
        span = {"start": {"line": 0, "character": 0}, "end": place}
        params = {**document, "range": span, "context": {"diagnostics": []}}
        for action in self._run(self.session.request("textDocument/codeAction", params)):
            if "edit" not in action:
                action = self._run(self.session.request("codeAction/resolve", action))
            if action.get("edit"):  # none where another file's analysis fails
                self._edits_are_sound(action["edit"])

    @rule()
    def cancel(self) -> None:
        self._run(self.session.notify("$/cancelRequest", {"id": 1}))
        self._run(self.session.notify("$/cancelRequest", {"id": "no-such"}))

    @rule()
    def report(self) -> None:
        params = {"command": "mirageport.report", "arguments": []}
        self._run(self.session.request("workspace/executeCommand", params))

    def _edits_are_sound(self, change: Json) -> None:
        """In the document, against its version, in order, and none over another."""
        documents = change.get("documentChanges") or [
            {"textDocument": {"uri": uri, "version": None}, "edits": edits}
            for uri, edits in change["changes"].items()
        ]
        for document in documents:
            name = str(Path(document["textDocument"]["uri"].removeprefix("file://")))
            name = name.removeprefix(f"{self.folder}/")
            if name in self.open:
                text, version = self.open[name]
                assert document["textDocument"]["version"] in (version, None)
            else:
                text = (self.folder / name).read_bytes().decode()
            done = 0
            for edit in document["edits"]:
                start, end = (
                    offset(text, place["line"], place["character"], self.session.encoding)
                    for place in (edit["range"]["start"], edit["range"]["end"])
                )
                assert done <= start <= end <= len(text)
                done = end

    # What has to hold

    @invariant()
    def texts_are_the_editor_s(self) -> None:
        if hasattr(self, "session"):
            files = self.session.server.session.workspace
            held = {
                name: files.unikernel(name).source(name).data.decode() for name in files.buffers
            }
            assert held == {str(self.folder / n): text for n, (text, _) in self.open.items()}

    @precondition(lambda self: self.open)
    @rule()
    def matches_a_fresh_session(self) -> None:
        fresh = Session(self.client)
        self._run(fresh.start(*self.folders, settings=self.last_settings,
                              options={"mirageport": self.last_settings}))  # fmt: skip
        for name, (text, version) in self.open.items():
            self._run(fresh.open(self.folder / name, text, version))
        for name in self.open:
            uri = self._uri(name)
            assert self._known(self.session, uri) == self._known(fresh, uri), name

    def _known(self, session: Session, uri: str) -> Any:
        if self.client == "vscode":
            document = {"textDocument": {"uri": uri}}
            return self._run(session.request("textDocument/diagnostic", document))["items"]
        return session.published(uri)[-1]["diagnostics"]


Editor.TestCase.settings = settings(max_examples=cases(20), stateful_step_count=20, deadline=None)
TestEditor = Editor.TestCase
