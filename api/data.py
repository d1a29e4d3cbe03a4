"""The data files of the tool and of its packs: interfaces and rule pages. The one place below
`server/` that reads files, and only these."""

from __future__ import annotations

import re
import sys

from mirageport.api.view import ends, overlaid, release, view
from mirageport.ocaml.named import NamedTuple

_OCAML = "mirageport.ocaml"

COMPLETE = b"[@@@complete]"
"""What an interface has that lists everything."""


class Folder(NamedTuple):
    """A folder of data files that ship with the tool or with a pack. path: where it is."""

    path: str

    def read(self, name: str) -> bytes | None:
        """The content of a file by its path in the folder; None when there is none."""
        try:
            with open(f"{self.path}/{name}", "rb") as file:
                return file.read()
        except OSError:
            return None

    def names(self, inner: str = "") -> list[str]:
        """The names of the files in the folder, or in one inside it, sorted; empty where there is
        no such folder."""
        from os import listdir

        try:
            return sorted(listdir(f"{self.path}/{inner}"))
        except OSError:
            return []

    def inner(self, name: str) -> Folder:
        """A folder inside it."""
        return Folder(f"{self.path}/{name}")


class Interfaces(NamedTuple):
    """The interfaces of a library, a file a toplevel module, and the release that code is ported
    to. folder: where they are. before: where those of the release before are, and that release, in
    a pack that keeps the two apart. standard: whether they say only what changed of OCaml's
    standard library, which they stand on top of. as_written: they may have any layout."""

    folder: Folder
    target: str
    before: tuple[str, Folder] | None = None
    standard: bool = False
    as_written: bool = False

    def forms(self, name: str) -> list[tuple[str, bytes]]:
        """What the interface of a toplevel module such as V1_LWT was until the target, in the order
        of the releases: (the last release in which it was so, its text). The target's is the last;
        without one, the target has no such module."""
        found: list[tuple[str, bytes]] = []
        before = ""
        for ended in self.ends(name):
            text = self.at(ended, name, before)
            before = ended
            if text is not None:
                found.append((ended, text))
        now = self.at(self.target, name)
        if now is not None:
            same = bool(found) and found[-1][1] == now
            found[len(found) - same :] = [(self.target, now)]
        return found

    def ends(self, name: str) -> list[str]:
        """The releases before the target after which a toplevel module has another form."""
        if self.before is not None:
            return [self.before[0]]
        return ends(self.whole(name), self.target)

    def at(self, release: str, name: str, after: str | None = None) -> bytes | None:
        """The interface of a toplevel module such as V1_LWT as a release has it; None when it has
        none. after: as of `view`."""
        text = self._interface(self._folder(release), name)
        return view(text, release, self.target, after) if text is not None else None

    def whole(self, name: str) -> bytes:
        """The interface of a toplevel module with the items of all releases; empty when there is
        none."""
        return self._interface(self.folder, name) or b""

    def modules(self) -> frozenset[str]:
        """The names of the modules that have interfaces, of all releases."""
        files = self.folder.names() + (self.before[1].names() if self.before is not None else [])
        return frozenset(
            f"{file[0].upper()}{file[1:-4]}" for file in files if file.endswith(".mli")
        )

    @property
    def has_later(self) -> bool:
        """Whether the interfaces have anything that came after the target."""
        goal = release(self.target)
        texts = (self.folder.read(name) or b"" for name in self.folder.names())
        said = (said for text in texts for said in re.findall(rb'@since "(\d+(?:\.\d+)*)"', text))
        return any(release(each.decode()) > goal for each in said)

    def typed(self) -> tuple[str, ...]:
        """The modules of a person's interfaces whose module types may have other names later."""
        folder = self.before[1] if self.before is not None else self.folder
        texts = {name: folder.read(name) or b"" for name in folder.names() if self.as_written}
        return tuple(
            f"{name[0].upper()}{name[1:-4]}"
            for name, text in texts.items()
            if name.endswith(".mli") and b"module type" in text and b"[@@port" in text
        )

    def payloads(self, name: str, attribute: bytes) -> list[str]:
        """What the attributes of a name say in the interface of a toplevel module, as it stands in
        its file, in any release."""
        found: dict[str, None] = {}
        for folder in (self.folder, *(self.before[1:] if self.before is not None else ())):
            text = folder.read(f"{name[0].lower()}{name[1:]}.mli") or b""
            for piece in text.split(b"@" + attribute + b" ")[1:]:
                found[piece.partition(b"]")[0].decode("utf-8", "replace")] = None
        return [*found]

    def files(self, release: str) -> dict[str, bytes]:
        """The interfaces of a release, by the names of their files."""
        folder = self._folder(release)
        found = {
            name: self.at(release, f"{name[0].upper()}{name[1:-4]}")
            for name in folder.names()
            if name.endswith(".mli")
        }
        return {name: text for name, text in found.items() if text is not None}

    def _folder(self, release: str) -> Folder:
        apart = self.before is not None and release == self.before[0]
        return self.before[1] if self.before is not None and apart else self.folder

    def _interface(self, folder: Folder, name: str) -> bytes | None:
        own = folder.read(f"{name[0].lower()}{name[1:]}.mli") or folder.read(f"{name.lower()}.mli")
        if own is not None and self.as_written:
            from mirageport.api.layout import laid_out

            own = laid_out(own)
        if own is None or not self.standard:
            return own
        base = standard_library("Pervasives" if name == "Stdlib" else name)
        return overlaid(base.replace(COMPLETE, b""), own)


def standard_library(name: str) -> bytes:
    """The interface of a module of OCaml's standard library, such as List; empty when it has
    none of this name."""
    return packaged(_OCAML, "stdlib").read(f"{name[0].lower()}{name[1:]}.mli") or b""


def standard_modules() -> list[str]:
    """The names of the standard library's modules."""
    files = packaged(_OCAML, "stdlib").names()
    return [file[0].upper() + file[1 : -len(".mli")] for file in files]


def packaged(package: str, inner: str) -> Folder:
    """A folder of data files inside a loaded package."""
    path: str = sys.modules[package].__path__[0]
    return Folder(path.replace("\\", "/")).inner(inner)
