"""Files around a unikernel's code, by their names: an editor's buffer and a file on disk are the
same."""

from __future__ import annotations

SHELL, MAKE, YAML, DOCKER, MARKDOWN = "shell", "make", "yaml", "docker", "markdown"
IGNORED, MERLIN, TAGS, OPAM, XL = "gitignore", "merlin", "tags", "opam", "xl"

# By the whole name of a file; then by how it begins, and by how it ends.
NAMES = {
    "makefile": MAKE,
    "gnumakefile": MAKE,
    ".travis.yml": YAML,
    ".gitlab-ci.yml": YAML,
    ".drone.yml": YAML,
    "appveyor.yml": YAML,
    "circle.yml": YAML,
    "dockerfile": DOCKER,
    ".gitignore": IGNORED,
    ".merlin": MERLIN,
    "_tags": TAGS,
    "opam": OPAM,
}
BEGINNINGS = {"makefile.": MAKE, "dockerfile.": DOCKER}
ENDINGS = {
    ".sh": SHELL,
    ".bash": SHELL,
    ".mk": MAKE,
    ".dockerfile": DOCKER,
    ".opam": OPAM,
    ".xl": XL,
    ".xl.in": XL,
}
# Folders whose YAML files are those of a build service.
SERVICES = ("/.github/workflows/", "/.circleci/")


def basename(name: str) -> str:
    """The last part of a file's name, whatever the separator."""
    return name.replace("\\", "/").rpartition("/")[2]


def folder_of(name: str) -> str:
    """What stands before the last part of a file's name, with its separator; "" for none."""
    return name[: len(name) - len(basename(name))]


def module_name(name: str) -> str:
    """The module that an OCaml file or its interface is, by its name alone: `lib/unikernel.ml` is
    `Unikernel`."""
    stem = basename(name).partition(".")[0]
    return stem[:1].upper() + stem[1:]


def ocamlified(name: str) -> str:
    """The name under which Mirage 3 builds a unikernel (functoria 2.0.1, `Name.ocamlify`)."""
    kept = (c for c in name.replace("-", "_") if c == "_" or (c.isascii() and c.isalnum()))
    return "".join(kept)


def module_bytes(name: str) -> bytes:
    """The same as the text of a program has it. A file's name need not be text: what no text can
    hold becomes a question mark, which no module's name holds."""
    return module_name(name).encode("utf-8", "replace")


# Documents that say how to build what is here. Others may tell what was: a blog, a list of changes.
DOCUMENTS = ("readme", "install", "building", "contributing", "hacking", "tutorial")


def language(name: str) -> str:
    """The language of a file of the workflow; "" for every other file."""
    base = basename(name).lower()
    found = NAMES.get(base, "")
    if base.startswith(DOCUMENTS) and base.endswith((".md", ".markdown")):
        return MARKDOWN
    if found or "." not in base:
        return found
    for beginning, kind in BEGINNINGS.items():
        if base.startswith(beginning):
            return kind
    for ending, kind in ENDINGS.items():
        if base.endswith(ending):
            return kind
    path = "/" + name.replace("\\", "/")
    if base.endswith((".yml", ".yaml")) and any(folder in path for folder in SERVICES):
        return YAML
    return ""
