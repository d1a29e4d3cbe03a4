"""Libraries and packages of a Mirage 2 config.ml as the one list of packages of Mirage 3.

Mirage 2 took two lists of names, findlib libraries to link and opam packages to install. Mirage 3
takes packages that know their libraries. Facts: functoria 2.0.1 `package`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Libraries that live in a package of another name.
_PACKAGE_OF = {
    "rrd": "xapi-rrd",
    "conduit": "mirage-conduit",
    "tar": "tar-format",
    "mirage-bootvar": "mirage-bootvar-xen",
}

# Packages that have no library of their own name.
_WITHOUT_LIBRARY = frozenset(
    ["zarith-xen", "xapi-rrd", "mirage-conduit", "tar-format", "mirage-bootvar-xen"]
)

# Libraries whose camlp4 syntax derived functions of a type, and the ppx that does (ppx_sexp_conv
# 0.9.0 and its siblings).
DERIVERS = {
    "sexplib": "ppx_sexp_conv",
    "bin_prot": "ppx_bin_prot",
    "comparelib": "ppx_compare",
    "fieldslib": "ppx_fields_conv",
    "variantslib": "ppx_variants_conv",
}

# Libraries that were part of another and are packages of their own now, or parts of another name
# (mirage v3.0.0, pkg/META.mirage-types-lwt; irmin 1.0.0; git 1.10.0; mirage-conduit 2.3.0; nocrypto
# 0.5.4; cstruct 2.3.1).
_RENAMED = {
    "cstruct.syntax": "cstruct.ppx",
    "mirage-types.lwt": "mirage-types-lwt",
    **{f"irmin.{part}": f"irmin-{part}" for part in ("mirage", "git", "mem", "fs", "http", "unix")},
    **{f"git.{part}": f"git-{part}" for part in ("mirage", "unix", "http")},
    "conduit.mirage-xen": "conduit.mirage",
    "nocrypto.xen": "nocrypto.mirage",
    **{f"{name}.syntax": ppx for name, ppx in DERIVERS.items()},
}

# Packages that brought such a library, and the one that does now.
_PACKAGE_RENAMED = {"mirage-git": "git-mirage", "mirage-irmin": "irmin-mirage"}

# A syntax extension of camlp4 is a part of a library: only the library is left of it.
_SYNTAX = ".syntax"

# Libraries of the OCaml distribution: no package brings them.
DISTRIBUTION = frozenset(["str", "unix", "bigarray", "threads", "num", "dynlink", "camlp4"])

# Those that nothing else links, so that a package has to ask for them.
_LINKED = frozenset(["str", "num", "dynlink"])
_ANY_PACKAGE = "ocamlfind"

# How long a list may be in one line, which has its name and what takes it as well.
_LONG = 60

UNLINKED = "unlinked-before"
GUESSED = "opam-name-guessed"
OF_DISTRIBUTION = "distribution-library"


class Entry(NamedTuple):
    """One package. sublibs: its sub-libraries. libraries: the libraries to link in place of those
    of its own name; None when the name says it all."""

    name: str
    sublibs: tuple[str, ...] = ()
    libraries: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        """The call of `package` in OCaml."""
        if self.libraries is not None:
            return f'package ~ocamlfind:{_list(self.libraries)} "{self.name}"'
        if self.sublibs:
            return f'package ~sublibs:{_list(self.sublibs)} "{self.name}"'
        return f'package "{self.name}"'


class Merged(NamedTuple):
    """The packages in order, and what a person should look at as (warning, name)."""

    entries: tuple[Entry, ...]
    warnings: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The list in OCaml."""
        return f"[{'; '.join(entry.text for entry in self.entries)}]"


def laid_out(entries: Sequence[str], line: str, roomy: bool = False) -> str:
    """A list of packages in OCaml: in one line, or one package a line where that is long. line: the
    end of a line with the blanks that the line around the list begins with. roomy: whether blanks
    stand inside its brackets. Only the list itself counts, so that it is laid out the same whatever
    else becomes of its line."""
    text = "; ".join(entries)
    if len(text) > _LONG:
        return "".join(["[", *[f"{line}  {entry};" for entry in entries], line, "]"])
    return f"[ {text} ]" if roomy else f"[{text}]"


def _list(names: tuple[str, ...]) -> str:
    return "[" + "; ".join(f'"{name}"' for name in names) + "]"


def merge(libraries: list[str], packages: list[str]) -> Merged:
    """The one list for two. Order: packages as they stood, then packages guessed for libraries
    that none of them owns."""
    linked = [library_now(name) for name in libraries]
    packages = list(dict.fromkeys(_PACKAGE_RENAMED.get(name, name) for name in packages))
    groups: dict[str, list[str]] = {}
    for library in dict.fromkeys(linked):
        groups.setdefault(library.partition(".")[0], []).append(library)
    # A part that is a package of its own now is what its former package was named for.
    moved = [name for name in dict.fromkeys(linked) if name not in libraries and name in groups]
    packages += [name for name in moved if name not in packages and "." not in name]
    owned: dict[str, list[str]] = {}
    orphans = []
    for root in groups:
        owner = _owner(root, packages)
        if owner is None:
            orphans.append(root)
        else:
            owned.setdefault(owner, []).append(root)
    entries, warnings = [], []
    for package in packages:
        roots = owned.get(package, [])
        if not roots and package in _moved_from(libraries):
            continue  # only parts of it were linked, and they moved elsewhere
        entries.append(_entry(package, roots, groups))
        if not roots and package not in _WITHOUT_LIBRARY:
            warnings.append((UNLINKED, package))
    for root in orphans:
        if root in DISTRIBUTION:
            warnings.append((OF_DISTRIBUTION, root))
            continue
        name = _PACKAGE_OF.get(root, root)
        entries.append(_entry(name, [root], groups))
        warnings.append((GUESSED, name))
    extra = tuple(root for root in orphans if root in _LINKED)
    return Merged(tuple(_linking(entries, extra)), tuple(warnings))


def library_now(name: str) -> str:
    """What a library of a Mirage 2 config.ml is called with Mirage 3."""
    return _RENAMED.get(name, name.removesuffix(_SYNTAX))


def _moved_from(libraries: list[str]) -> set[str]:
    """The packages that libraries have left for one of their own."""
    return {
        name.partition(".")[0] for name in libraries if "." not in _RENAMED.get(name, "none.left")
    }


def _linking(entries: list[Entry], libraries: tuple[str, ...]) -> list[Entry]:
    """The entries, the first of which links libraries of the distribution as well."""
    if not libraries:
        return entries
    if not entries:
        return [Entry(_ANY_PACKAGE, libraries=libraries)]
    first = entries[0]
    own = first.libraries
    if own is None:
        own = tuple(f"{first.name}.{part}" for part in first.sublibs) or (first.name,)
    return [first._replace(sublibs=(), libraries=(*own, *libraries)), *entries[1:]]


def _owner(root: str, packages: list[str]) -> str | None:
    if root in packages:
        return root
    other = _PACKAGE_OF.get(root)
    return other if other in packages else None


def _entry(package: str, roots: list[str], groups: dict[str, list[str]]) -> Entry:
    if roots == [package]:
        sublibs = [name[len(package) + 1 :] for name in groups[package] if name != package]
        return Entry(package, tuple(sublibs))
    if roots:
        return Entry(package, libraries=tuple(name for root in roots for name in groups[root]))
    return Entry(package, libraries=() if package in _WITHOUT_LIBRARY else None)
