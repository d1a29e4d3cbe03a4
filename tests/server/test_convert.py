"""URIs and positions: what a client says and what is meant on this disk."""

from __future__ import annotations

import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mirageport.server.lsp.convert import name_of, uri_of

# Any bytes make a file name on a POSIX disk, but for two.
NAMES = st.binary(min_size=1, max_size=12).filter(lambda name: not set(name) & {0, 0x2F})


@given(st.lists(NAMES, min_size=1, max_size=4))
@example([b"caf\xe9.ml"])
@example([b"C:", b"a.ml"])
@example([b"a b;c?d#e%41.ml"])
def test_every_path_survives_the_way_there_and_back(parts: list[bytes]) -> None:
    path = os.path.normpath(os.fsdecode(b"/" + b"/".join(parts)))
    uri = uri_of(path)
    assert uri.isascii()
    assert name_of(uri) == path


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("file:///a/b.ml", "/a/b.ml"),
        ("FILE:///a/b.ml", "/a/b.ml"),
        ("file:/a/b.ml", "/a/b.ml"),
        ("file://localhost/a/b.ml", "/a/b.ml"),
        ("file:///a/x/../b.ml", "/a/b.ml"),
        ("file:///a/%2e%2e/b.ml", "/b.ml"),
        ("file:///\ud83d.ml", "/?.ml"),
        ("file:///a%20b.ml?version=1#2", "/a b.ml"),
    ],
)
def test_uris_of_this_disk(uri: str, name: str) -> None:
    assert name_of(uri) == name


@pytest.mark.parametrize(
    "uri",
    [
        "file://server/share/a.ml",
        "file:////server/share/a.ml",
        "file:///%2Fserver/share/a.ml",
        "file:///a%00b.ml",
        "file://[::1/a.ml",
        "file://",
        "file:",
        "file:a.ml",
        "untitled:a.ml",
        "untitled:\ud83d",
        "vscode-vfs://host/a.ml",
        "/etc/a.ml",
        "",
    ],
)
def test_uris_of_no_file_on_this_disk(uri: str) -> None:
    assert not os.path.isabs(name_of(uri))
