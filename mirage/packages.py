"""Libraries and packages of a Mirage 2 config.ml as the one list of packages of Mirage 3.

Mirage 2 took two lists of names, findlib libraries to link and opam packages to install. Mirage 3
takes packages that know their libraries. Facts: functoria 2.0.1 `package`.
"""

from __future__ import annotations

from mirageport.ocaml.named import NamedTuple

# Libraries that live in a package of another name.
_PACKAGE_OF = {
    "rrd": "xapi-rrd",
    "conduit": "mirage-conduit",
    "tar": "tar-format",
    "mirage-bootvar": "mirage-bootvar-xen",
}

# Packages that have no library of their own name.
_WITHOUT_LIBRARY = frozenset(
    ["zarith-xen", "xapi-rrd", "mirage-conduit", "tar-format", "mirage-bootvar-xen", "mirage-git"]
)

# Libraries that were part of another and are packages of their own now (mirage v3.0.0,
# pkg/META.mirage-types-lwt).
_RENAMED = {"mirage-types.lwt": "mirage-types-lwt"}

# Libraries of the OCaml distribution: no package brings them.
DISTRIBUTION = frozenset(["str", "unix", "bigarray", "threads", "num", "dynlink", "camlp4"])

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


def _list(names: tuple[str, ...]) -> str:
    return "[" + "; ".join(f'"{name}"' for name in names) + "]"


def merge(libraries: list[str], packages: list[str]) -> Merged:
    """The one list for two. Order: packages as they stood, then packages guessed for libraries
    that none of them owns."""
    packages = list(dict.fromkeys(packages))
    groups: dict[str, list[str]] = {}
    for library in dict.fromkeys([_RENAMED.get(name, name) for name in libraries]):
        groups.setdefault(library.partition(".")[0], []).append(library)
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
    return Merged(tuple(entries), tuple(warnings))


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
