"""What is lost with a file that no build reads any more: nothing, where it may be deleted.

Facts: ocamlbuild 0.14 (`_tags`), jbuilder 1.0, mirage v3.10.8 lib/mirage.ml, which built with
ocamlbuild alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.mirage.workflow.file_names import MERLIN, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.mirage.workflow.workflow_file import WorkflowFile

# Tags that say how the compiler checks and what it keeps, or what dune does by itself.
_FLAGS = re.compile(
    rb"-?(w|warn|warn_error|color|inline|unboxed_types)\(.*\)|-syntax\(.*\)|-?(annot|bin_annot|debug|"
    rb"hygiene|keep_locs|not_hygienic|optimize|principal|profile|safe_string|short_paths|"
    rb"strict_sequence|thread|traverse|warn_\w+)"
)
_TAG = re.compile(rb"[-\w]+(?:\([^()]*\))?")
_PACKAGES = re.compile(rb"package\(([^()]*)\)|pkg_([-\w.]+)")
# Libraries with a part of this name rewrite code before it is compiled.
_REWRITERS = ("ppx", "syntax", "deriving")
_NAMES = re.compile(rb"\(names?\s+([^()]+)\)")


def lost(file: WorkflowFile) -> list[str]:
    """What a file says that config.ml and dune do not, each as it is written there."""
    if file.language == MERLIN:
        return []
    if file.language == TAGS:
        return list(dict.fromkeys(_tags(file)))
    built = [name for names in _NAMES.findall(file.data) for name in names.split()]
    return [name.decode("utf-8", "replace") for name in built if name not in (b"main", b"config")]


def _tags(file: WorkflowFile) -> Iterator[str]:
    for line in file.data.splitlines():
        tags = line.partition(b"#")[0].rpartition(b":")[2]
        for tag in _TAG.findall(tags):
            packages = _PACKAGES.fullmatch(tag)
            if packages:
                names = (packages[1] or packages[2]).decode("utf-8", "replace")
                yield from (each for each in re.split(r"[\s,]+", names) if _unnamed(file, each))
            elif not _FLAGS.fullmatch(tag):
                yield tag.decode("utf-8", "replace")


def _unnamed(file: WorkflowFile, library: str) -> bool:
    """Whether nothing of config.ml links a library, and it came with nothing that Mirage links."""
    package, _, part = library.partition(".")
    linked = file.rule("pkg-default-packages").options["packages"].split()
    dropped = file.rule("pkg-renamed-4").options["dropped"].split()
    known = package in file.known.strings or package in linked or package in dropped
    return bool(library) and (not known or any(word in part for word in _REWRITERS))
