"""The server's behaviour towards each client, in one process."""

from __future__ import annotations

import asyncio
import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from mirageport.server import home
from mirageport.server.lsp.engine import MirageEngine

from .clients import CLIENTS
from .session import Session, applied, edit, span

if TYPE_CHECKING:
    from collections.abc import Coroutine

# An accented letter and one outside the Basic Multilingual Plane before the flagged word.
HARD = 'let x = "é\U0001f42b" in old_safe (* old_safe é\U0001f42b *)\n'
COLUMN = {"utf-8": 20, "utf-16": 17, "utf-32": 16}

FIRST = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "config.ml").write_text("pair\n")
    (tmp_path / "unikernel.ml").write_text("old_safe\n")
    return tmp_path


async def items_of(session: Session, uri: str) -> list[dict[str, Any]]:
    """The diagnostics of a document, by whichever way this client gets them."""
    if session.server.session.client.pulls:
        params = {"textDocument": {"uri": uri}}
        found: list[dict[str, Any]] = (await session.request("textDocument/diagnostic", params))[
            "items"
        ]
        return found
    return list(session.published(uri)[-1]["diagnostics"])


@pytest.mark.parametrize("client", CLIENTS)
class TestEveryClient:
    def test_columns_in_the_agreed_encoding(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            result = await session.start(folder)
            assert result["capabilities"]["positionEncoding"] == session.encoding
            uri = await session.open(folder / "unikernel.ml", HARD)
            start = COLUMN[session.encoding]
            assert [i["range"] for i in await items_of(session, uri)] == [span(0, start, start + 8)]

        run(test())

    def test_edits_in_the_agreed_encoding(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", HARD)
            start = COLUMN[session.encoding]
            await session.change(uri, 2, edit(0, start, start + 3, "\U0001f42bold"))
            units = {"utf-8": 4, "utf-16": 2, "utf-32": 1}[session.encoding]
            moved = span(0, start + units, start + units + 8)
            items = await items_of(session, uri)
            assert [item["range"] for item in items] == [moved]
            await session.change(uri, 3, edit(0, start, start + units + 8, ""))
            assert await items_of(session, uri) == []

        run(test())

    def test_push_or_pull_but_never_both(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            result = await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            pulls = "diagnosticProvider" in result["capabilities"]
            assert pulls == (client == "vscode")
            assert bool(session.published(uri)) != pulls

        run(test())

    def test_quick_fix_lands_where_it_should(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", HARD)
            column = COLUMN[session.encoding]
            (action,) = await session.actions(uri, span(0, column, column), ["quickfix"])
            assert action["title"] == "Use new_safe"
            assert action["isPreferred"] is True
            assert action["diagnostics"] == await items_of(session, uri)
            text = applied({uri: HARD}, action["edit"], session.encoding)[uri]
            assert text == HARD.replace("old_safe", "new_safe", 1)

        run(test())

    def test_quick_fixes_anywhere_on_the_line(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            text = f"let a = 1\n{HARD}let b = 2\n"
            uri = await session.open(folder / "unikernel.ml", text)
            for column in (0, 5, COLUMN[session.encoding] + 20, 999):
                for kinds in (["quickfix"], None):
                    offered = await session.actions(uri, span(1, column, column), kinds)
                    assert offered[0]["title"] == "Use new_safe", column
                    assert any("Ignore" in each["title"] for each in offered) == (kinds is None)
            for line in (0, 2):
                assert await session.actions(uri, span(line, 3, 3), ["quickfix"]) == []

        run(test())

    def test_the_hover_adds_to_the_message(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "(* \U0001f42b *) old_pair x\n")
            items = await items_of(session, uri)
            params = {"textDocument": {"uri": uri}, "position": items[0]["range"]["start"]}
            answer = await session.request("textDocument/hover", params)
            text = answer["contents"]["value"]
            assert answer["range"] == items[0]["range"]
            assert items[0]["message"] not in text
            assert "-(* \U0001f42b *) old_pair x\n+(* \U0001f42b *) new_pair x" in text
            assert "It also changes config.ml." in text
            assert "mirageport explain fake-pair" in text

        run(test())

    def test_port_of_all_files(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair é\nold_twice\n", version=7)
            config = (folder / "config.ml").as_uri()
            (action,) = await session.actions(uri, only=["source.mirageport.port"])
            assert ("edit" in action) == (not session.server.session.client.resolves)
            assert None not in action.get("data", {}).values(), "Neovim drops a null and its key"
            if "edit" not in action:
                action = await session.request("codeAction/resolve", action)
            changes = action["edit"]["documentChanges"]
            versions = {c["textDocument"]["uri"]: c["textDocument"]["version"] for c in changes}
            assert versions == {uri: 7, config: None}
            texts = {uri: "old_pair é\nold_twice\n", config: "pair\n"}
            assert applied(texts, action["edit"], session.encoding) == {
                uri: "new_pair é\nnew_safe\n",
                config: "done\n",
            }

        run(test())

    def test_diagnostics_hold_what_the_client_takes_and_no_null(
        self, client: str, folder: Path
    ) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_safe old_pair\n")
            first, second = await items_of(session, uri)
            assert (first["source"], first["code"], first["severity"]) == (
                "mirageport",
                "fake-safe",
                1,
            )
            assert first["tags"] == [2]
            assert "codeDescription" not in first, "there is no page to open"
            assert ("data" in first) == (client in ("vscode", "neovim-0.11"))
            assert None not in first.get("data", {}).values()
            assert ("relatedInformation" in second) == (not client.startswith("eglot"))

        run(test())


@pytest.mark.parametrize("client", CLIENTS)
class TestEveryClientsFiles:
    def test_several_workspace_folders(self, client: str, tmp_path: Path) -> None:
        async def test() -> None:
            folders = [tmp_path / name for name in ("one", "two é")]
            for folder, text in zip(folders, ("pair\n", "nothing\n"), strict=True):
                (folder / "lib").mkdir(parents=True)
                (folder / "config.ml").write_text(text)
            session = Session(client)
            await session.start(*folders)
            found = []
            for folder in folders:
                uri = await session.open(folder / "lib" / "a.ml", "old_pair\n")
                found.append([item["code"] for item in await items_of(session, uri)])
            assert found == [["fake-pair"], []]

        run(test())

    def test_settings_reach_the_server(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            wanted = {"ignore": ["fake-safe"], "serverPath": "~/x", "offerInstall": True}
            await session.start(folder, options={"mirageport": wanted}, settings=wanted)
            uri = await session.open(folder / "unikernel.ml", "old_safe old_review\n")
            assert [item["code"] for item in await items_of(session, uri)] == ["fake-review"]
            section = {"settings": {"mirageport": {**wanted, "ignore": []}}}
            await session.notify("workspace/didChangeConfiguration", section)
            session.answer("workspace/configuration", [section["settings"]["mirageport"]])
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert len(await items_of(session, uri)) == 2
            assert session.sent("window/showMessage") == []

        run(test())

    def test_an_open_file_is_renamed(self, client: str, folder: Path) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            old = await session.open(folder / "config.ml")
            assert len(await items_of(session, uri)) == 1
            new = (folder / "config.ml").rename(folder / "other.ml")
            change = {"files": [{"oldUri": old, "newUri": new.as_uri()}]}
            await session.notify("workspace/didRenameFiles", change)
            await session.close(old)
            await session.open(new)
            events = [{"uri": old, "type": 3}, {"uri": new.as_uri(), "type": 1}]
            await session.notify("workspace/didChangeWatchedFiles", {"changes": events})
            assert await items_of(session, uri) == [], "no config.ml says pair any more"
            new.rename(folder / "config.ml")
            change = {"files": [{"oldUri": new.as_uri(), "newUri": old}]}
            await session.close(new.as_uri())
            await session.notify("workspace/didRenameFiles", change)
            assert len(await items_of(session, uri)) == 1

        run(test())

    def test_a_folder_is_deleted(self, client: str, folder: Path) -> None:
        async def test() -> None:
            (folder / "lib").mkdir()
            (folder / "lib" / "more.ml").write_text("old_manual\n")
            session = Session(client)
            told = (await session.start(folder))["capabilities"]["workspace"]["fileOperations"]
            assert ("didDelete" in told and "didRename" in told) == (client == "vscode")
            uri = await session.open(folder / "unikernel.ml", "old_safe\n")
            command = {"command": "mirageport.report", "arguments": [uri]}
            before = await session.request("workspace/executeCommand", command)
            (folder / "lib" / "more.ml").unlink()
            (folder / "lib").rmdir()
            change = {"files": [{"uri": (folder / "lib").as_uri()}]}
            await session.notify("workspace/didDeleteFiles", change)
            after = await session.request("workspace/executeCommand", command)
            assert [len(each["findings"]) for each in (before, after)] == [2, 1]
            assert len(await items_of(session, uri)) == 1

        run(test())


class TestDiagnostics:
    def test_link_and_related_place_in_another_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(home, "HOME", "https://example.org/us/mirageport")

        async def test() -> None:
            session = Session("vscode")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            (item,) = await items_of(session, uri)
            assert item["codeDescription"]["href"] == (
                "https://example.org/us/mirageport/blob/main/mirage/rules/fake-pair.md"
            )
            assert item["relatedInformation"] == [
                {
                    "location": {
                        "uri": (folder / "config.ml").as_uri(),
                        "range": span(0, 0, 4),
                    },
                    "message": "declared here",
                }
            ]
            assert item["data"] == {"applicability": "review", "category": "fake"}

        run(test())

    def test_suggestion_is_a_hint_and_unreadable_text_is_told(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_hint ((\n")
            hint, notice = session.published(uri)[-1]["diagnostics"]
            assert (hint["severity"], notice["severity"]) == (4, 3)
            assert notice["message"] == "cannot read the syntax here"

        run(test())

    def test_every_edit_is_answered_with_its_version(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            await session.change(uri, 2, edit(0, 0, 0, " "))
            await session.change(uri, 3, edit(0, 0, 1, ""))
            assert [p["version"] for p in session.published(uri)] == [1, 2, 3]

        run(test())

    def test_a_burst_is_answered_once(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            session.engine.calls.clear()
            session.inbox.waiting = True
            for version in range(2, 30):
                await session.change(uri, version, edit(0, 0, 0, "x"))
            session.inbox.waiting = False
            await session.change(uri, 30, edit(0, 0, 28, ""))
            assert [p["version"] for p in session.published(uri)] == [1, 30]
            assert session.engine.calls == ["check unikernel.ml"]

        run(test())

    def test_an_unending_burst_is_answered_in_time(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            session.inbox.waiting = True
            await session.change(uri, 2, edit(0, 0, 0, "x"))
            await asyncio.sleep(0.3)
            await session.change(uri, 3, edit(0, 0, 0, "x"))
            assert [p["version"] for p in session.published(uri)] == [1, 3]

        run(test())

    def test_other_buffers_hear_of_changed_findings_only(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            config = await session.open(folder / "config.ml")
            assert session.rules(uri) == ["fake-pair"]
            session.forget()
            await session.change(config, 2, edit(0, 0, 0, "x "))
            moved = session.published(uri)
            assert len(moved) == 1, "the related place moved"
            await session.change(config, 3, edit(0, 6, 6, " tail"))
            assert session.published(uri) == moved
            await session.change(config, 4, edit(0, 0, 11, ""))
            assert session.rules(uri) == []

        run(test())

    def test_a_pulling_client_is_told_to_ask_again(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("vscode")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            config = await session.open(folder / "config.ml")
            pull = {"textDocument": {"uri": uri}}
            before = await session.request("textDocument/diagnostic", pull)
            await session.change(config, 2, edit(0, 4, 4, " tail"))
            assert session.sent("workspace/diagnostic/refresh") == []
            again = {**pull, "previousResultId": before["resultId"]}
            assert await session.request("textDocument/diagnostic", again) == {
                "kind": "unchanged",
                "resultId": before["resultId"],
            }
            await session.change(config, 3, edit(0, 0, 4, ""))
            assert len(session.sent("workspace/diagnostic/refresh")) == 1
            after = await session.request("textDocument/diagnostic", again)
            assert (after["kind"], after["items"]) == ("full", [])
            assert after["resultId"] != before["resultId"]

        run(test())

    def test_closing_clears(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            await session.close(uri)
            assert session.published(uri)[-1] == {"uri": uri, "diagnostics": []}
            assert await session.actions(uri) == []

        run(test())

    def test_a_crashing_rule_costs_one_line(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "crash old_safe\n")
            await session.change(uri, 2, edit(0, 0, 0, " "))
            lines = [line for line in session.logs() if "shaky-rule" in line]
            assert len(lines) == 1
            assert "bad day" in lines[0]
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_a_failing_analysis_costs_one_line_and_the_session_goes_on(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "collapse old_safe\n")
            assert session.rules(uri) == []
            await session.change(uri, 2, edit(0, 0, 9, ""))
            assert session.rules(uri) == ["fake-safe"]
            assert len([line for line in session.logs() if "the analysis failed" in line]) == 1

        run(test())


class TestActions:
    def test_every_way_of_a_finding_and_no_preference_but_for_safe(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_review old_hint old_manual\n")
            found = await session.actions(uri, span(0, 0, 30), ["quickfix"])
            assert [a["title"] for a in found] == [
                "Use new_review",
                "Use other_review",
                "Use new_hint",
            ]
            assert not any("isPreferred" in action for action in found)

        run(test())

    def test_a_failing_rewriter_costs_its_own_fixes(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "broken old_safe old_hint\n")
            found = await session.actions(uri, only=["quickfix"])
            assert [action["title"] for action in found] == ["Use new_hint"]
            assert any("no fix for fake-safe" in line for line in session.logs())

        run(test())

    def test_those_at_the_cursor_come_before_others_of_its_line(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            text = "old_safe ... old_twice\nold_hint\n"
            uri = await session.open(folder / "unikernel.ml", text)
            for column, titles in ((8, ["new_safe", "old_safe"]), (13, ["old_safe", "new_safe"])):
                found = await session.actions(uri, span(0, column, column), ["quickfix"])
                assert [action["title"] for action in found] == [f"Use {each}" for each in titles]
            lines = {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}
            assert len(await session.actions(uri, lines, ["quickfix"])) == 2

        run(test())

    def test_all_of_one_rule(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            text = "old_review old_safe old_review\n"
            uri = await session.open(folder / "unikernel.ml", text)
            found = await session.actions(uri, span(0, 0, 0), ["quickfix"])
            action = found[-1]
            assert action["title"] == "Fix all: fake-review in this file (2)"
            resolved = await session.request("codeAction/resolve", action)
            assert applied({uri: text}, resolved["edit"], "utf-8")[uri] == (
                "new_review old_safe new_review\n"
            )

        run(test())

    @pytest.mark.parametrize(
        ("only", "kind"),
        [
            (["source.fixAll"], "source.fixAll"),
            (["source.fixAll.mirageport"], "source.fixAll.mirageport"),
            (["source"], "source.fixAll.mirageport"),
            (None, "source.fixAll.mirageport"),
        ],
    )
    def test_fix_all_under_the_kind_asked_for(
        self, folder: Path, only: list[str] | None, kind: str
    ) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder)
            text = "old_twice old_review (* old_safe *)\nold_safe old_hint\n"
            uri = await session.open(folder / "unikernel.ml", text)
            found = await session.actions(uri, span(9, 0, 0), only)
            (action,) = (a for a in found if a["kind"] == kind)
            assert applied({uri: text}, action["edit"], "utf-16")[uri] == (
                "new_safe old_review (* old_safe *)\nnew_safe old_hint\n"
            )

        run(test())

    @pytest.mark.parametrize("client", ["eglot-1.9", "neovim-0.11"])
    def test_all_of_a_rule_under_a_kind_of_its_own(self, folder: Path, client: str) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            text = "old_review old_safe old_review\n"
            uri = await session.open(folder / "unikernel.ml", text)
            kind = "source.fixAll.mirageport.fake-review"
            (action,) = await session.actions(uri, span(0, 0, 0), [kind])
            assert action["kind"] == kind
            if client != "eglot-1.9":
                action = await session.request("codeAction/resolve", action)
            assert applied({uri: text}, action["edit"], session.encoding)[uri] == (
                "new_review old_safe new_review\n"
            )
            for other in ("fake-twice", "no-rule", ""):
                assert await session.actions(uri, only=[f"source.fixAll.mirageport.{other}"]) == []

        run(test())

    def test_other_kinds_get_nothing(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            assert await session.actions(uri, only=["source.fixAll.other", "refactor"]) == []

        run(test())

    def test_a_moving_cursor_gets_quick_fixes_alone(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("vscode")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            found = await session.actions(uri, FIRST, trigger=2)
            assert [action["kind"] for action in found] == ["quickfix"]

        run(test())

    def test_nothing_to_fix_nothing_offered(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_manual old_hint\n")
            assert await session.actions(uri, only=["source"]) == []
            (folder / "more.ml").write_text("old_safe\n")
            await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
            (port,) = await session.actions(uri, only=["source"])
            assert port["kind"] == "source.mirageport.port", "another file has work left"

        run(test())

    def test_review_setting_widens_fix_all(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder, options={"mirageport": {"review": True}})
            uri = await session.open(folder / "unikernel.ml", "old_review\n")
            (action,) = await session.actions(uri, only=["source.fixAll"])
            assert applied({uri: "old_review\n"}, action["edit"], "utf-16")[uri] == "new_review\n"

        run(test())

    def test_resolving_what_needs_no_resolving_changes_nothing(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            unknown = {"title": "t", "data": 3}
            assert await session.request("codeAction/resolve", unknown) == unknown
            uri = await session.open(folder / "unikernel.ml")
            (action,) = await session.actions(uri, only=["quickfix"])
            assert await session.request("codeAction/resolve", action) == action

        run(test())


class TestCommands:
    def test_port_asks_the_client_to_apply(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            command = {"command": "mirageport.port", "arguments": [{"uri": uri}]}
            asked = asyncio.ensure_future(session.request("workspace/executeCommand", command))
            await session.until("workspace/applyEdit")
            (request,) = session.sent("workspace/applyEdit")
            assert applied({uri: "old_safe\n"}, request["edit"], "utf-8")[uri] == "new_safe\n"
            assert session.answer("workspace/applyEdit", {"applied": True})
            assert await asked == {"applied": True}

        run(test())

    def test_all_of_one_rule(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            text = "old_safe old_review old_review\n"
            uri = await session.open(folder / "unikernel.ml", text)
            command = {"command": "mirageport.fixRule", "arguments": [uri, "fake-review"]}
            asked = asyncio.ensure_future(session.request("workspace/executeCommand", command))
            await session.until("workspace/applyEdit")
            (request,) = session.sent("workspace/applyEdit")
            made = applied({uri: text}, request["edit"], "utf-8")[uri]
            assert made == "old_safe new_review new_review\n"
            assert session.answer("workspace/applyEdit", {"applied": True})
            assert await asked == {"applied": True}

        run(test())

    @pytest.mark.parametrize("client", CLIENTS)
    def test_a_port_is_shown_while_it_lasts(self, folder: Path, client: str) -> None:
        async def test() -> None:
            session = Session(client)
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            (action,) = await session.actions(uri, only=["source.mirageport.port"])
            await session.request("codeAction/resolve", action)
            tokens = [each["token"] for each in session.sent("window/workDoneProgress/create")]
            steps = [(p["token"], p["value"]["kind"]) for p in session.sent("$/progress")]
            if client == "eglot-1.9":
                assert (tokens, steps) == ([], [])
            else:
                assert steps == [(tokens[0], "begin"), (tokens[0], "end")]

        run(test())

    def test_progress_nobody_wants_to_see_holds_nothing_up(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.7")
            session.agrees = False
            await session.start(folder)
            await session.open(folder / "unikernel.ml", "fine\n")
            command = {"command": "mirageport.port"}
            answer = await session.request("workspace/executeCommand", command)
            assert answer == {"applied": False, "reason": "nothing to fix"}
            assert session.sent("$/progress") == []

        run(test())

    @pytest.mark.parametrize("refusal", ["error", "result", "silent"])
    def test_a_refused_edit_is_told_as_such(self, folder: Path, refusal: str) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder)
            await session.open(folder / "unikernel.ml")
            command = {"command": "mirageport.port"}
            asked = asyncio.ensure_future(session.request("workspace/executeCommand", command))
            await session.until("workspace/applyEdit")
            said = {"applied": False, **({"failureReason": "no"} if refusal == "result" else {})}
            error = {"code": -32603, "message": "no"} if refusal == "error" else None
            assert session.answer("workspace/applyEdit", said, error)
            reason = "the editor made no edit" if refusal == "silent" else "no"
            assert await asked == {"applied": False, "reason": reason}

        run(test())

    @pytest.mark.parametrize(
        "command", ["mirageport.port", "mirageport.fixAll", "mirageport.fixRule"]
    )
    def test_nothing_to_do_is_said(self, folder: Path, command: str) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            answer = await session.request("workspace/executeCommand", {"command": command})
            assert answer == {"applied": False, "reason": "open a file of the unikernel first"}
            await session.open(folder / "unikernel.ml", "fine\n")
            answer = await session.request("workspace/executeCommand", {"command": command})
            assert answer == {"applied": False, "reason": "nothing to fix"}

        run(test())

    def test_report_lists_what_is_left_in_every_file(self, folder: Path) -> None:
        async def test() -> None:
            (folder / "more.ml").write_text("let é = 1 in old_manual\n")
            session = Session()
            await session.start(folder)
            await session.open(folder / "unikernel.ml")
            command = {"command": "mirageport.report", "arguments": []}
            found = (await session.request("workspace/executeCommand", command))["findings"]
            assert [(Path(f["file"]).name, f["line"], f["column"], f["rule"]) for f in found] == [
                ("more.ml", 1, 14, "fake-manual"),
                ("unikernel.ml", 1, 1, "fake-safe"),
            ]

        run(test())

    def test_explain_gives_a_rule_or_the_rules(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            command = {"command": "mirageport.explain", "arguments": ["fake-safe"]}
            found = await session.request("workspace/executeCommand", command)
            assert (found["rule"], found["title"]) == ("fake-safe", "Old safe")
            assert "Why safe is no more." in found["page"]
            for arguments in cast("list[list[Any]]", [[], ["no-such-rule"], [{"uri": 3}]]):
                command = {"command": "mirageport.explain", "arguments": arguments}
                rules = (await session.request("workspace/executeCommand", command))["rules"]
                assert [rule["rule"] for rule in rules][:2] == ["fake-hint", "fake-manual"]

        run(test())

    def test_report_lists_what_is_done(self, tmp_path: Path) -> None:
        async def test() -> None:
            text = '(* é🐫 *) let f (module C : V1_LWT.CONSOLE) c = C.log_s c "é"\n'
            (tmp_path / "unikernel.ml").write_text(text)
            session = Session("neovim-0.11", MirageEngine())
            await session.start(tmp_path)
            uri = await session.open(tmp_path / "unikernel.ml")
            command = {"command": "mirageport.report", "arguments": [uri]}
            found = await session.request("workspace/executeCommand", command)
            assert (len(found["done"]), len(found["findings"])) == (0, 2)
            ported = text.replace("V1_LWT.CONSOLE", "Mirage_types_lwt.CONSOLE")
            await session.change(uri, 2, {"text": ported.replace("log_s", "log")})
            found = await session.request("workspace/executeCommand", command)
            assert found["findings"] == []
            assert [(place["line"], place["column"]) for place in found["done"]] == [
                (1, ported.index("Mirage_types") + 1),
                (1, ported.index("C.log") + 1),
            ]
            assert found["done"][0]["code"] == ported.replace("log_s", "log").strip()

        run(test())


class TestHover:
    def test_markdown(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", HARD)
            at = {"line": 0, "character": COLUMN["utf-8"] + 3}
            params = {"textDocument": {"uri": uri}, "position": at}
            answer = await session.request("textDocument/hover", params)
            assert answer["range"] == span(0, 20, 28)
            text = answer["contents"]["value"]
            assert answer["contents"]["kind"] == "markdown"
            assert text.startswith("**Old safe**\n\n```ocaml\n(* Mirage 2 *)\n")
            assert (
                "val old_safe : new\n```\n\nWhy safe is no more.\n\n**Safe fix**: Use new_safe\n"
                in text
            )
            assert f"```diff\n-{HARD}+{HARD.replace('old_safe', 'new_safe', 1)}```" in text
            assert text.endswith("`mirageport explain fake-safe`")

        run(test())

    def test_plain_text_and_silence_elsewhere(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_manual x\n")
            params = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
            contents = (await session.request("textDocument/hover", params))["contents"]
            assert contents["kind"] == "plaintext"
            assert not {"*", "`"} & set(contents["value"])
            params["position"] = {"line": 0, "character": 11}
            assert await session.request("textDocument/hover", params) is None

        run(test())


class TestSettings:
    def test_editor_settings_hold_at_once(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.7")
            await session.start(folder, options={"ignore": ["fake-safe"]})
            uri = await session.open(folder / "unikernel.ml", "old_safe old_review\n")
            assert session.rules(uri) == ["fake-review"]
            settings = {"settings": {"mirageport": {"select": ["fake-safe"], "serverPath": "x"}}}
            await session.notify("workspace/didChangeConfiguration", settings)
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_settings_are_fetched_where_possible(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.11")
            await session.start(folder, settings={"ignore": ["fake-safe"]})
            uri = await session.open(folder / "unikernel.ml", "old_safe\n")
            assert session.rules(uri) == []
            await session.notify("workspace/didChangeConfiguration", {"settings": None})
            assert session.answer("workspace/configuration", [{"ignore": []}])
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_wrong_settings_are_shown_and_unknown_rules_logged(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.7")
            await session.start(folder, options={"mirageport": {"ignore": "fake-safe"}})
            (message,) = session.sent("window/showMessage")
            assert "'ignore' must be a list" in message["message"]
            await session.notify(
                "workspace/didChangeConfiguration", {"settings": {"ignore": ["nonsense"]}}
            )
            said = "the editor's settings: no rule or category is called 'nonsense'"
            assert any(said in line for line in session.logs())
            wrong = {"mirageport": {"ignroe": ["fake-safe"], "serverPath": "/bin/mirageport"}}
            await session.notify("workspace/didChangeConfiguration", {"settings": wrong})
            (_, message) = session.sent("window/showMessage")
            assert message["message"] == (
                "the editor's settings: unknown key 'ignroe'; did you mean 'ignore'?"
            )

        run(test())

    def test_settings_file_and_its_mistakes(self, folder: Path) -> None:
        async def test() -> None:
            file = folder / "mirageport.toml"
            file.write_text('ignore = ["fake-safe"]\n')
            session = Session("vscode")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            assert await items_of(session, uri) == []
            file.write_text("ignore = [\n")
            event = {"changes": [{"uri": file.as_uri(), "type": 2}]}
            await session.notify("workspace/didChangeWatchedFiles", event)
            await session.notify("workspace/didChangeWatchedFiles", event)
            assert len(await items_of(session, uri)) == 1
            (message,) = session.sent("window/showMessage")
            assert "mirageport.toml: is not valid TOML" in message["message"]

        run(test())


class TestDisk:
    def test_registrations(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("vscode")
            await session.start(folder)
            asked = [
                registration["method"]
                for params in session.sent("client/registerCapability")
                for registration in params["registrations"]
            ]
            assert asked == [
                "workspace/didChangeWatchedFiles",
                "workspace/didChangeConfiguration",
            ]
            silent = Session("neovim-0.11")
            await silent.start(folder)
            assert silent.sent("client/registerCapability") == []

        run(test())

    def test_changed_deleted_and_created_files_are_seen(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            assert session.rules(uri) == ["fake-pair"]
            config = folder / "config.ml"
            for kind, text, expected in [
                (2, "other text\n", []),
                (2, "pair again\n", ["fake-pair"]),
                (3, None, []),
                (1, "a pair\n", ["fake-pair"]),
            ]:
                if text is None:
                    config.unlink()
                else:
                    config.write_text(text)
                event = {"changes": [{"uri": config.as_uri(), "type": kind}]}
                await session.notify("workspace/didChangeWatchedFiles", event)
                assert session.rules(uri) == expected, (kind, text)

        run(test())

    def test_what_stands_around_a_unikernel_is_watched(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("eglot-1.9")
            await session.start(folder)
            (params,) = session.sent("client/registerCapability")
            watchers = params["registrations"][0]["registerOptions"]["watchers"]
            patterns = [watcher["globPattern"].removeprefix("**/") for watcher in watchers]
            names = ("a.ml", "Makefile", ".travis.yml", "a.opam", "build.sh", "mirageport.toml")
            for name in names:
                assert any(fnmatch.fnmatchcase(name, each) for each in patterns), name
            uri = await session.open(folder / "unikernel.ml", "fine\n")
            makefile = folder / "Makefile"
            makefile.write_text("old_safe\n")
            event = {"changes": [{"uri": makefile.as_uri(), "type": 1}]}
            await session.notify("workspace/didChangeWatchedFiles", event)
            command = {"command": "mirageport.report", "arguments": [uri]}
            found = (await session.request("workspace/executeCommand", command))["findings"]
            assert [Path(each["file"]).name for each in found] == ["Makefile"]

        run(test())

    def test_renamed_files_and_folders_are_seen(self, folder: Path) -> None:
        async def test() -> None:
            inner = folder / "lib"
            inner.mkdir()
            session = Session("vscode")
            result = await session.start(folder)
            told = result["capabilities"]["workspace"]["fileOperations"]
            assert set(told) >= {"didRename", "didDelete", "didCreate"}
            uri = await session.open(inner / "a.ml", "old_pair\n")

            async def rename(old: Path, new: Path) -> list[str]:
                old.rename(new)
                files = {"files": [{"oldUri": old.as_uri(), "newUri": new.as_uri()}]}
                await session.notify("workspace/didRenameFiles", files)
                return [item["code"] for item in await items_of(session, uri)]

            assert await items_of(session, uri)
            assert await rename(folder / "config.ml", folder / "other.ml") == []
            assert await rename(folder / "other.ml", folder / "config.ml") == ["fake-pair"]
            aside = folder.with_name(folder.name + " aside")
            assert await rename(folder, aside) == []
            assert await rename(aside, folder) == ["fake-pair"]

        run(test())

    def test_deleted_and_created_files_are_seen(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.11")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            config = folder / "config.ml"
            files = {"files": [{"uri": config.as_uri()}]}
            config.unlink()
            await session.notify("workspace/didDeleteFiles", files)
            assert session.rules(uri) == []
            config.write_text("pair\n")
            await session.notify("workspace/didCreateFiles", files)
            assert session.rules(uri) == ["fake-pair"]

        run(test())

    def test_a_renamed_document_leaves_nothing_behind(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("vscode")
            await session.start(folder)
            old, new = folder / "unikernel.ml", folder / "unikernel2.ml"
            uri = await session.open(old)
            # As editors do it: the file, then the document, then word of it.
            old.rename(new)
            await session.close(uri)
            moved = await session.open(new)
            files = {"files": [{"oldUri": uri, "newUri": moved}]}
            await session.notify("workspace/didRenameFiles", files)
            command = {"command": "mirageport.report", "arguments": [moved]}
            found = (await session.request("workspace/executeCommand", command))["findings"]
            assert [Path(each["file"]).name for each in found] == ["unikernel2.ml"]

        run(test())

    def test_a_save_looks_at_the_disk_for_clients_that_do_not_watch(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "old_pair\n")
            (folder / "config.ml").write_text("nothing\n")
            await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
            assert session.rules(uri) == []

        run(test())

    def test_several_workspace_folders(self, tmp_path: Path) -> None:
        async def test() -> None:
            folders = [tmp_path / name for name in ("one", "two")]
            for folder, text in zip(folders, ("pair\n", "nothing\n"), strict=True):
                (folder / "lib").mkdir(parents=True)
                (folder / "config.ml").write_text(text)
            session = Session()
            await session.start(*folders)
            one, two = [
                await session.open(folder / "lib" / "a.ml", "old_pair\n") for folder in folders
            ]
            assert (session.rules(one), session.rules(two)) == (["fake-pair"], [])

        run(test())

    def test_folders_come_and_go(self, folder: Path) -> None:
        async def test() -> None:
            inner = folder / "lib"
            inner.mkdir()
            session = Session()
            await session.start(inner)
            uri = await session.open(inner / "a.ml", "old_pair\n")
            assert session.rules(uri) == [], "config.ml is outside every workspace folder"
            added = [{"uri": folder.as_uri(), "name": "all"}]
            event = {"event": {"added": added, "removed": []}}
            await session.notify("workspace/didChangeWorkspaceFolders", event)
            assert session.rules(uri) == ["fake-pair"]

        run(test())


class TestBadInput:
    def test_changes_nobody_can_make(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            closed = (folder / "closed.ml").as_uri()
            await session.change(closed, 1, edit(0, 0, 0, "x"))
            await session.close(closed)
            uri = await session.open(folder / "unikernel.ml", "old_safe\n", version=5)
            await session.change(uri, 4, edit(0, 0, 8, ""))
            logs = "\n".join(session.logs())
            assert "closed.ml: change ignored: the document is not open" in logs
            assert "closed.ml: close ignored" in logs
            assert "made to version 4, which came before 5" in logs
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_positions_outside_the_text_are_clamped(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "a\n")
            far = {"start": {"line": 90, "character": 7}, "end": {"line": 95, "character": 0}}
            await session.change(uri, 2, {"range": far, "text": "old_safe"})
            (item,) = session.published(uri)[-1]["diagnostics"]
            assert item["range"] == span(1, 0, 8)

        run(test())

    def test_half_a_surrogate_pair_keeps_its_place(self, folder: Path) -> None:
        async def test() -> None:
            session = Session("neovim-0.7")
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml", "\ud83d old_safe\n")
            (item,) = session.published(uri)[-1]["diagnostics"]
            assert item["range"] == span(0, 2, 10)

        run(test())

    def test_whole_text_replaced(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            await session.change(uri, 2, {"text": "old_review"}, edit(0, 0, 3, "\nold"))
            (item,) = session.published(uri)[-1]["diagnostics"]
            assert item["range"] == span(1, 0, 10)

        run(test())

    def test_a_malformed_request_is_answered(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            answer = await session.ask("textDocument/hover", {"textDocument": 3})
            assert answer["error"]["code"] == -32602
            uri = await session.open(folder / "unikernel.ml")
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_other_files_are_left_alone(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "notes.txt", "old_safe\n")
            assert session.published(uri) == []

        run(test())

    def test_a_document_of_another_scheme_stands_alone(self, folder: Path) -> None:
        async def test() -> None:
            session = Session()
            await session.start(folder)
            uri = "vscode-vfs://host/x/unikernel.ml"
            document = {
                "uri": uri,
                "languageId": "ocaml",
                "version": 1,
                "text": "old_safe old_pair\n",
            }
            await session.notify("textDocument/didOpen", {"textDocument": document})
            assert session.rules(uri) == ["fake-safe"]

        run(test())

    def test_unreadable_neighbours_are_logged_once(self, folder: Path) -> None:
        async def test() -> None:
            (folder / "latin.ml").write_bytes(b"let caf\xe9 = 1\n")
            (folder / "binary.ml").write_bytes(b"a\0b")
            (folder / "dangling.ml").symlink_to(folder / "nowhere.ml")
            session = Session()
            await session.start(folder)
            uri = await session.open(folder / "unikernel.ml")
            await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
            logs = session.logs()
            assert not [line for line in logs if "latin.ml" in line]
            assert len([line for line in logs if "binary.ml: left out: has a NUL" in line]) == 1
            assert session.rules(uri) == ["fake-safe"]

        run(test())
