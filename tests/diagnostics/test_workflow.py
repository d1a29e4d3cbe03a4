"""Commands in the files around the code: which are mirage's, and what becomes of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import Choice, check
from mirageport.mirage.workflow.file_names import language

from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

CONFIG = b'open Mirage\nlet () = register "hall" []\n'


def _project(name: str, text: str, config: bytes = CONFIG) -> Project:
    return unikernel({name: text.encode(), "config.ml": config})


def _told(name: str, text: str, config: bytes = CONFIG) -> list[tuple[str, str]]:
    project = _project(name, text, config)
    data = project.source(name).data
    return [(f.rule, data[f.start : f.end].decode()) for f in check(project, name).findings]


def _ported(name: str, text: str, config: bytes = CONFIG) -> str:
    result = port(_project(name, text, config), WITH_REVIEW).project
    return result.source(name).data.decode()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("build.sh", "shell"),
        ("ci/setup.bash", "shell"),
        ("Makefile", "make"),
        ("src/makefile", "make"),
        ("Makefile.user", "make"),
        ("rules.mk", "make"),
        (".travis.yml", "yaml"),
        (".github/workflows/ci.yml", "yaml"),
        ("C:\\x\\.circleci\\config.yml", "yaml"),
        ("docs/any.yml", ""),
        ("Dockerfile", "docker"),
        ("Dockerfile.test", "docker"),
        ("README.md", "markdown"),
        ("docs/Install.markdown", "markdown"),
        ("CHANGES.md", ""),
        ("blog/2014-02-26.md", ""),
        (".gitignore", "gitignore"),
        (".merlin", "merlin"),
        ("_tags", "tags"),
        ("jbuild", "dune"),
        ("opam", "opam"),
        ("hall.opam", "opam"),
        ("hall.xl", "xl"),
        ("unikernel.ml", ""),
        ("config.ml", ""),
        ("sh", ""),
    ],
)
def test_files_are_known_by_name(name: str, found: str) -> None:
    assert language(name) == found


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("Makefile", "a:\n\t@mirage configure --xen\n", "a:\n\t@mirage configure -t xen\n"),
        (
            "Makefile",
            "CONFIGURE := mirage configure --unix\n",
            "CONFIGURE := mirage configure -t unix\n",
        ),
        (
            "Makefile",
            "a:\n\tmirage configure -f src/config.ml $(FLAGS) -t $(MODE) \\\n\t  --no-opam\n",
            "a:\n\tcd src && mirage configure $(FLAGS) -t $(MODE)\n",
        ),
        (
            ".travis.yml",
            "script:\n  - 'cd src && mirage configure --xen'\n",
            "script:\n  - 'cd src && mirage configure -t xen'\n",
        ),
        ("circle.yml", "run: mirage configure --unix\n", "run: mirage configure -t unix\n"),
        (
            ".github/workflows/a.yml",
            "  run: |\n    mirage configure --xen -t xen\n",
            "  run: |\n    mirage configure -t xen\n",
        ),
        (
            "Dockerfile",
            "RUN opam exec -- mirage configure --unix && \\\n    make depend && make\n",
            "RUN opam exec -- mirage configure -t unix && \\\n    make depend && make\n",
        ),
        (
            "Dockerfile",
            "RUN mirage configure -f src/config.ml\n",
            "RUN cd src && mirage configure\n",
        ),
        (
            "README.md",
            "Run `mirage configure --xen`:\n\n    $ mirage configure --xen\n    --xen it says\n",
            "Run `mirage configure -t xen`:\n\n    $ mirage configure -t xen\n    --xen it says\n",
        ),
        (
            "README.md",
            "```sh\nmirage configure --unix\n```\n```ocaml\nmirage configure --unix\n```\n",
            "```sh\nmirage configure -t unix\n```\n```ocaml\nmirage configure --unix\n```\n",
        ),
        ("a.sh", "mirage configure --network=a \r\n", "mirage configure --interface=a \r\n"),
        (
            "a.sh",
            "mirage configure --file=my\\ dir/config.ml\n",
            "(cd 'my dir' && mirage configure)\n",
        ),
        (
            "a.sh",
            "mirage configure -t xen --a-ip 192.0.2.1 --a-netmask 255.255.0.0\n",
            "mirage configure -t xen --a-ipv4 192.0.2.1/16\n",
        ),
        (
            "a.sh",
            "mirage configure --ip=192.0.2.1 --gateways=192.0.2.2,192.0.2.3 --netmask=255.0.0.0\n",
            "mirage configure --ipv4 192.0.2.1/8 --ipv4-gateway 192.0.2.2\n",
        ),
        (
            "a.sh",
            "mirage configure && mirage build\n",
            "mirage configure && make depend && mirage build\n",
        ),
        (
            "a.sh",
            "mirage configure\nmake -C src -j4 all V=1\n",
            "mirage configure\nmake -C src -j4 V=1 depend\nmake -C src -j4 all V=1\n",
        ),
        (
            ".travis.yml",
            'env:\n  - MODE=xen\n    FLAGS="--ip 192.0.2.1\n'
            '    --netmask 255.255.0.0 --network 0"\n'
            "    LAST=1\n  - MODE=unix\nscript: mirage configure --xen\n",
            'env:\n  - MODE=xen\n    FLAGS="--ipv4 192.0.2.1/16 --interface 0"\n'
            "    LAST=1\n  - MODE=unix\nscript: mirage configure -t xen\n",
        ),
        (
            "circle.yml",
            "run:\n  - name: a\n    do: mirage configure --unix\n  - mirage\n    configure --xen\n",
            "run:\n  - name: a\n    do: mirage configure -t unix\n"
            "  - mirage\n    configure -t xen\n",
        ),
        ("hall.xl", 'kernel = "/root/mir-hall.xen"\n', 'kernel = "/root/hall.xen"\n'),
        ("Makefile", "x:\n\tocamlfind opt -package nocrypto.xen,lwt a.ml # a mirage\n",
         "x:\n\tocamlfind opt -package nocrypto.mirage,lwt a.ml # a mirage\n"),
    ],
)  # fmt: skip
def test_what_becomes_of_commands(name: str, text: str, after: str) -> None:
    assert _ported(name, text) == after
    assert _ported(name, after) == after


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.sh", "echo mirage configure --xen\n"),
        ("a.sh", "cat <<E\nmirage configure --xen\nE\n"),
        ("a.sh", "# mirage configure --xen\n"),
        ("a.sh", "mirage configure '--xen is gone'\n"),
        ("a.sh", "mirage --xen\n"),
        ("a.sh", "mirage configure --keys --xen-only\n"),
        ("a.sh", "mirage configure --$WHAT\n"),
        ("a.sh", "mirage configure -t unix\nmake depends\nmake\n"),
        ("a.sh", "mirage configure -t unix\nmake clean\n"),
        ("a.sh", "mirage configure -t unix; make configure; make depend; make\n"),
        ("Makefile", "# Generated by Mirage (Thu, 1 Jan 2015).\na:\n\tmirage configure --xen\n"),
        ("Makefile", "a:\n\t# mirage configure --xen\n"),
        ("Makefile", "a: mirage configure --xen\n"),
        (".travis.yml", '- "mirage configure --ip \\"a\\""\n'),
        (".travis.yml", "# - mirage configure --xen\n"),
        ("README.md", "Then mirage configure --xen does it, and mir-hall is built.\n"),
        ("README.md", "```\n$ ls\nmirage configure --xen\n```\n"),
        ("Dockerfile", "# RUN mirage configure --xen\nENV X mirage configure --xen\n"),
        ("a.sh", "mirage configure --unix 'never closed\n"),
    ],
)
def test_what_is_no_command_of_mirage(name: str, text: str) -> None:
    assert _told(name, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mirage configure -f a/config.ml > log\n", [("cli-config-file", "-f a/config.ml")]),
        ("mirage configure --netmask 255.0.255.0 --ip 1.2.3.4\n", [("cli-ipv4", "--ip 1.2.3.4")]),
        ("mirage configure --gateways 1.2.3.4\n", [("cli-ipv4", "--gateways 1.2.3.4")]),
        (
            "mirage configure --ip 1.2.3.4 --netmask 255.0.0.0 --gateways $G\n",
            [("cli-ipv4", "--ip 1.2.3.4")],
        ),
    ],
)
def test_what_only_a_person_can_do(text: str, told: list[tuple[str, str]]) -> None:
    assert _told("a.sh", text) == told
    assert _ported("a.sh", text) == text


def test_a_variable_is_config_mls_until_it_reads_it_no_more() -> None:
    script = "FS=fat mirage configure -t xen\n"
    reads = (
        b"open Mirage\n"
        b'let fs = try Sys.getenv "FS" with Not_found -> ""\n'
        b'let store = if fs = "" then crunch "d" else generic_kv_ro "d"\n'
        b'let () = register "hall" []\n'
    )
    assert _told("a.sh", script, reads) == []
    ported = b'open Mirage\nlet store = generic_kv_ro "d"\nlet () = register "hall" []\n'
    assert _told("a.sh", script, ported) == [("cli-environment", "FS=fat")]
    assert _ported("a.sh", script, ported) == "mirage configure -t xen --kv_ro fat\n"
    again = "FS=fat mirage configure --kv_ro archive\n"
    assert _ported("a.sh", again, ported) == "mirage configure --kv_ro archive\n"


def test_config_and_script_are_ported_in_one_go() -> None:
    config = (
        "open Mirage\n"
        'let net = try match Sys.getenv "NET" with "socket" -> `Socket | _ -> `Direct\n'
        "  with Not_found -> `Direct\n"
        "let stack =\n"
        "  match net with\n"
        "  | `Direct -> direct_stackv4_with_dhcp default_console tap0\n"
        "  | `Socket -> socket_stackv4 default_console [ Ipaddr.V4.any ]\n"
        'let main = foreign "Unikernel.Main" (stackv4 @-> job)\n'
        'let () = register "hall" [ main $ stack ]\n'
    )
    script = "NET=socket mirage configure --unix\n"
    assert _ported("a.sh", script, config.encode()) == "mirage configure -t unix --net socket\n"


def test_without_a_unikernel_nothing_is_said() -> None:
    assert _told("a.sh", "mirage configure --xen\n", b"let x = 1\n") == []
    alone = unikernel({"a.sh": b"mirage configure --xen\n"})
    assert check(alone, "a.sh").findings == ()
    below = unikernel({"src/config.ml": CONFIG})
    assert len(check(alone.with_below(below), "a.sh").findings) == 1


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ('depends: [ "mirage" {>= "2.6"} "mirage-clock-xen" ]\n', ["file-opam", "file-opam"]),
        ('a: "x"\ndepends: [\n  "mirage-types" {= "2.8.0"}\n]\n', ["file-opam"]),
        ('depends: [ "mirage" {>= "3.0.0"} ]\n', []),
        ('depends: [ "mirage" ]\nconflicts: [\n  "mirage-types" {< "2.0.0"}\n]\n', []),
        # What keeps Mirage 3 out.
        ('depends: [ "lwt" ]\nconflicts: [ "mirage-types" {>= "3.0.0"} ]\n', ["file-opam"]),
        ('depopts: "mirage"\nconflicts: "mirage" { >= "3" }\n', ["file-opam"]),
        ('conflicts: [\n  "mirage-types-lwt" {>="2.9.9"}\n]\n', ["file-opam"]),
        ('depends: [ "mirage" ]\nconflicts: [ "mirage" {>= "3.2.0"} ]\n', []),
        ('name: "mirage-unikernel-hall-unix"\ndepends: [ "mirage" {= "2.9"} ]\n', []),
    ],
)
def test_packages_of_opam(text: str, rules: list[str]) -> None:
    assert [rule for rule, _text in _told("opam", text)] == rules


def test_a_library_with_an_example_keeps_its_versions() -> None:
    files = {"opam": b'depends: [\n"mirage-types" {>= "2.8.0"}\n]\n', ".travis.yml": b""}
    files[".travis.yml"] = b"env:\n- OCAML_VERSION=4.02\n- OCAML_VERSION=4.02 MIRAGE_MODE=xen\n"
    library = unikernel(files).with_below(unikernel({"example/config.ml": CONFIG}))
    assert check(library, "opam").findings == ()
    (found,) = check(library, ".travis.yml").findings
    assert library.source(".travis.yml").line_of(found.start) == 2


def test_a_name_that_is_computed_is_a_unikernel_all_the_same() -> None:
    config = b"open Mirage\nlet name = String.concat a b\nlet () = register name []\n"
    assert _told("a.sh", "mirage configure --xen; ./mir-hall\n", config) == [
        ("cli-target", "--xen")
    ]


def test_comments_silence_a_rule() -> None:
    text = "# mirageport: ignore cli-target\nmirage configure --xen\n"
    assert _told("a.sh", text) == []
    unused = "# mirageport: ignore cli-run\nmirage configure -t xen\n"
    assert _told("a.sh", unused) == [("unused-ignore", "# mirageport: ignore cli-run")]
    assert _told("a.sh", text + "\n" + text.split("\n")[1] + "\n") == [("cli-target", "--xen")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# mirageport: ignore", "This comment names no rule"),
        ("# mirageport: ignore cli-targt", "unknown rule `cli-targt`; did you mean `cli-target`?"),
    ],
)
def test_a_comment_that_ignores_nothing_says_why(comment: str, message: str) -> None:
    project = _project("a.sh", f"{comment}\nmirage configure --xen\n")
    found = check(project, "a.sh").findings
    assert [each.rule for each in found] == ["unused-ignore", "cli-target"]
    assert message in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Build it:\n\n    mirage configure --xen\n    make depend\n",
        "Build it:\n\n    $ mirage configure --xen\n",
        "Build it:\n\n\tmirage configure --xen\n",
        "Build it:\n    mirage configure --xen\n",
        "Build it:\n    $ mirage configure --xen\n",
        "1. Build it:\n\n        mirage configure --xen\n",
        "Build it:\n\n    $ cd src\n    $ mirage configure \\\n        --xen\n    $ make depend\n",
        "Build it:\n\n    cd src\n\n    mirage configure --xen\n",
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_indented_blocks_of_a_readme_are_code(text: str, ending: str) -> None:
    assert ("cli-target", "--xen") in _told("README.md", text.replace("\n", ending))


def test_rules_are_chosen_here_too() -> None:
    project = _project("a.sh", "mirage configure --xen --no-opam\n")
    found = check(project, "a.sh", Choice(("cli-target",))).findings
    assert [finding.rule for finding in found] == ["cli-target"]


def test_a_matcher_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from mirageport.mirage.workflow import matching

    def fails(_file: object) -> Iterator[Finding]:
        raise ValueError("bad day")

    monkeypatch.setattr(matching, "_MATCHERS", (("shaky", fails),))
    project, told = _project("a.sh", "mirage configure --xen\n"), []
    check(project, "a.sh", on_crash=lambda what, error: told.append((what, str(error))))
    assert told == [("shaky", "bad day")]
    with pytest.raises(ValueError, match="bad day"):
        check(project, "a.sh")


NAMED = [
    # What config.ml registers, a file, and what becomes of it.
    ("old-post", "run.sh", "./mir-old-post -l debug\n", "./old_post -l debug\n"),
    ("nest.eu", "host.xl", "kernel = '/srv/mir-nest.eu.xen'\n", "kernel = '/srv/nesteu.xen'\n"),
    ("café", "Makefile", "run:\n\tsudo ./mir-café\n", "run:\n\tsudo ./caf\n"),
    ("old-post", ".gitignore", "mir-old-post\n", "old_post\n"),
    ("nest.eu", ".gitignore", "/mir-*\n", "/nesteu\n.mirage.config\nmirage-unikernel-*.opam\n"),
    ("café", ".gitignore", "mir-*\n", "/caf\n.mirage.config\nmirage-unikernel-*.opam\n"),
    ("post", "run.sh", "./mir-post-office; ./mir-post\n", "./mir-post-office; ./post\n"),
]


@pytest.mark.parametrize(("name", "file", "before", "after"), NAMED)
def test_the_name_that_is_built_is_the_same_everywhere(
    name: str, file: str, before: str, after: str
) -> None:
    config = f'open Mirage\nlet () = register "{name}" []\n'.encode()
    assert _ported(file, before, config) == after


PREPARED = [
    # `make depend` runs the way the build does.
    (
        "Dockerfile",
        "RUN opam config exec -- mirage configure -t unix\nRUN opam config exec -- make\n",
        "RUN opam config exec -- make depend && opam config exec -- make\n",
    ),
    (
        "a.sh",
        "opam exec -- mirage configure -t xen\nopam exec -- mirage build\n",
        "opam exec -- make depend\nopam exec -- mirage build\n",
    ),
    (
        "a.sh",
        "mirage configure -t xen\nenv OPAMYES=1 make -C .\n",
        "env OPAMYES=1 make -C . depend\nenv OPAMYES=1 make -C .\n",
    ),
    ("a.sh", "mirage configure -t xen\nsudo make\n", "make depend\nsudo make\n"),
]


@pytest.mark.parametrize(("file", "before", "after"), PREPARED)
def test_what_installs_runs_as_the_build_does(file: str, before: str, after: str) -> None:
    result = _ported(file, before)
    assert result == before.partition("\n")[0] + "\n" + after
    assert _ported(file, result) == result


def test_a_version_of_ocaml_keeps_its_number_of_parts() -> None:
    text = "env:\n- OCAML_VERSION=4.01.0\n- OCAML_VERSION=4.02\n- OCAML_VERSION=4.03.0\n"
    assert _ported(".travis.yml", text) == text.replace("4.01.0", "4.03.0").replace("4.02", "4.03")


PIECES = [
    "mirage configure",
    "mirage build",
    "mirage run",
    " --xen",
    " --unix",
    " --no-opam",
    " -f src/config.ml",
    " a/config.ml",
    " --ip 192.0.2.1",
    " --netmask 255.0.0.0",
    " --gateways 192.0.2.2,192.0.2.3",
    " --network 0",
    " --$(MODE)",
    " --kv_ro crunch",
    " -t unix",
    "make",
    "make -C src clean",
    "'",
    '"',
    "`",
    "$(",
    ")",
    "(",
    "\\\n",
    "\n",
    "\r\n",
    "\n\t",
    "\n  - ",
    " && ",
    "; ",
    "FS=fat ",
    "DHCP=1 ",
    "env ",
    "sudo ",
    "./mir-hall",
    "mir-*",
    "#",
    " > x",
    "<<E\n",
    "E\n",
    "RUN ",
    'FLAGS="--ip 192.0.2.1"',
    "OCAML_VERSION=4.02 MODE=xen ",
    "PKG mirage-types.lwt ",
    "package(mirage.runtime)",
    "é",
    "```sh\n",
    "```\n",
]
NAMES = ("a.sh", "Makefile", ".travis.yml", "Dockerfile", "README.md", ".gitignore", "_tags")


@pytest.mark.parametrize("name", NAMES)
def test_any_text_is_ported_at_once_and_for_good(name: str) -> None:
    chance = random.Random(name)
    config = CONFIG + b'let store = generic_kv_ro "d"\n'
    for _ in range(150):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 16)))
        project = port(_project(name, text, config), WITH_REVIEW).project
        left = [found for found in check(project, name).findings if found.applicability != "manual"]
        assert left == [], text
        assert port(project, WITH_REVIEW).files == {}, text


def test_code_does_not_know_the_files_around_it() -> None:
    project = _project("README.md", "Unikernel\n")
    assert project.names == ["config.ml"]
    assert project.every == ["config.ml", "README.md"]
    edited = project.with_edit("README.md", 0, 3, "é".encode())
    assert edited.source("README.md").data == "ékernel\n".encode()
    assert edited.without("README.md").every == ["config.ml"]


LIBRARY = b"module Make (S : Mirage_stack_lwt.V4) = struct end\n"
NEEDS = b'depends: [\n"mirage-types-lwt" {%s}\n"channel"\n"nocrypto.xen"\n]\n'


@pytest.mark.parametrize(
    ("name", "bounds", "files"),
    [
        ("opam", b'< "3.0.0"', {"lib.ml": LIBRARY}),
        ("opam", b'>= "2.6.0"', {"lib.ml": LIBRARY}),
        ("stack.opam", b'>= "2.0.0" & < "3.0.0"', {"lib/stack.ml": LIBRARY}),
        ("stack.opam", b'= "2.9.1"', {}),
    ],
)
def test_the_opam_file_of_a_library_is_looked_at(
    name: str, bounds: bytes, files: dict[str, bytes]
) -> None:
    library = unikernel({name: NEEDS % bounds, **files})
    found = [(each.rule, each.applicability) for each in check(library, name).findings]
    assert ("file-opam", "manual") in found
    assert ("file-opam", "review") in found or ("file-opam", "safe") in found


@pytest.mark.parametrize(
    "data", [b'depends: [ "channel" ]\n', b'depends: [ "mirage-types" {>= "3.0.0"} ]\n']
)
def test_the_opam_file_of_another_library_is_not(data: bytes) -> None:
    assert check(unikernel({"opam": data, "lib.ml": LIBRARY}), "opam").findings == ()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "README.md",
            "```\n$ mirage configure --unix\n$ make depend\n$ make run\n```\n",
            "make run",
        ),
        ("build.sh", "cd www\ncd ..\nsudo make -j 2 run\n", "make -j 2 run"),
        (".travis.yml", "script:\n - make && make run\n", "make run"),
        ("../Makefile", "up:\n\tcd hall && $(MAKE) run\n", ""),
        ("build.sh", "cd www && make run\n", ""),
        ("build.sh", "make -C www run\n", ""),
        ("build.sh", "make -n -C . run\n", "make -n -C . run"),
        ("Makefile", "start:\n\t$(MAKE) run\n\nrun:\n\t./hall\n", ""),
        ("build.sh", "docker run mirage make\n", ""),
    ],
)
def test_make_run_is_reported_where_the_makefile_is_a_generated_one(
    name: str, text: str, found: str
) -> None:
    told = [place for rule, place in _told(name, text) if rule == "cli-run"]
    assert told == ([found] if found else [])


def test_the_opam_file_of_a_library_is_judged_by_its_code() -> None:
    opam = b'depends: [\n  "channel"\n  "mirage-git"\n]\n'
    code = b"module Make (F : V1_LWT.FLOW) = struct end\n"
    told = []
    for text in (code, b"module Make (F : Set.S) = struct end\n"):
        project = unikernel({"opam/opam": opam, "lib/store.ml": text})
        told.append(sorted(f.message for f in check(project, "opam/opam").findings))
    assert told == [
        [
            "The package `channel` is called `mirage-channel-lwt` in Mirage 3.",
            "The package `mirage-git` is called `git-mirage` in Mirage 3.",
        ],
        [],
    ]
