"""Files around a unikernel's code, by their names: an editor's buffer and a file on disk are the
same."""

from __future__ import annotations

from mirageport.ocaml.file_names import basename

SHELL, MAKE, YAML, DOCKER, MARKDOWN = "shell", "make", "yaml", "docker", "markdown"
VAGRANT = "vagrant"
IGNORED, MERLIN, TAGS, OPAM, XL = "gitignore", "merlin", "tags", "opam", "xl"
DUNE, SAVED = "dune", "saved arguments"

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
    "vagrantfile": VAGRANT,
    ".gitignore": IGNORED,
    ".merlin": MERLIN,
    "_tags": TAGS,
    "opam": OPAM,
    "dune": DUNE,
    "jbuild": DUNE,
    ".mirage.config": SAVED,
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


def ocamlified(name: str) -> str:
    """The name under which Mirage 3 builds a unikernel (functoria 2.0.1, `Name.ocamlify`)."""
    kept = (c for c in name.replace("-", "_") if c == "_" or (c.isascii() and c.isalnum()))
    return "".join(kept)


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


# Without one of these words in its bytes nothing in such a file has to do with Mirage 2.
TRIGGERS = (
    b"mirage",
    b"mir-",
    b"OCAML_VERSION",
    b"camlp4",
    b"lwt.syntax",
    b"nocrypto.xen",
    b"tcpip.channel",
    b"irmin.",
    b"git.",
    b"main.native",
    b"FLAGS",
    b"LIBS",
    b"PKGS",
    b" -C ",
    b"--ip",
    b" run",
    b'"channel"',
)


def concerned(name: str, data: bytes, described: bool) -> bool:
    """Whether such a file may hold something that a port to Mirage 3 is about. described: whether
    there is a config.ml; without one only the opam file of a library may."""
    if not described and language(name) != OPAM:
        return False
    return any(word in data for word in TRIGGERS)


def concerned_later(name: str, data: bytes, described: bool) -> bool:
    """The same of a port to a later release: what is missing may be what is wrong."""
    return described or language(name) == OPAM
