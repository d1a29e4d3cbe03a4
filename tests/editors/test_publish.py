"""What is sent to the registries of editors, tried in the editors as far as that goes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mirageport.server.version import VERSION

from ..packaging import definitions
from . import test_emacs, test_neovim
from . import visual_studio_code as code
from .unikernels import CASES, command_on_path, expectation, missing, write

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://github.com/owner/mirageport"

# What the registry asks of a package.
MASON = {"name", "description", "homepage", "licenses", "languages", "categories", "source", "bin"}
MASON_CATEGORIES = {"Compiler", "DAP", "Formatter", "LSP", "Linter", "Runtime"}

INSTALL = """
(progn
  (require 'package)
  (setq package-user-dir (expand-file-name "packages" (pop command-line-args-left)))
  (package-install-file (pop command-line-args-left))
  (package-initialize)
  (mapc (lambda (command) (princ (format "%s %s\\n" command (autoloadp (symbol-function command)))))
        '(mirageport-setup mirageport-setup-beside mirageport-port mirageport-report))
  (require 'mirageport)
  (princ (symbol-file 'mirageport-setup)))
"""

RECIPE = """
(progn (require (quote json))
(let ((recipe (with-temp-buffer
                (insert-file-contents (pop command-line-args-left))
                (prog1 (read (current-buffer))
                  (when (ignore-errors (read (current-buffer)) t) (error "More than a recipe"))))))
  (princ (json-encode (cons (cons 'name (car recipe))
                            (list (cons 'repo (plist-get (cdr recipe) :repo))
                                  (cons 'fetcher (plist-get (cdr recipe) :fetcher))
                                  (cons 'files (vconcat (plist-get (cdr recipe) :files)))))))))
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "definitions"
    definitions.write(ADDRESS, folder)
    for path in folder.rglob("*"):
        assert not path.is_file() or "ADDRESS" not in path.read_text("utf-8")
    return folder


def test_the_definition_of_nvim_lspconfig_serves_a_unikernel(written: Path, tmp_path: Path) -> None:
    """Alone, without our plugin, in a Neovim that has nothing but this file."""
    binary = test_neovim._wheel() or missing("Neovim (wheel)")
    kind = CASES["real"]
    folder = write(kind, tmp_path)
    (folder / ".git").mkdir()
    expected = expectation(kind, folder, "utf-8")
    (tmp_path / "init.lua").write_text(
        f"vim.opt.runtimepath:append('{written}/nvim-lspconfig')\nvim.lsp.enable('mirageport')\n"
    )
    seen = test_neovim.drive(
        binary, tmp_path, ("-u", str(tmp_path / "init.lua")), command_on_path(tmp_path),
        what="definition", file=str(folder / "unikernel.ml"),
    )  # fmt: skip
    places = ("line", "start", "stop", "rule")
    assert sorted([each[key] for key in places] for each in seen["diagnostics"]) == sorted(
        [each[key] for key in places] for each in expected.shown
    )
    assert seen["root"] == str(folder)


def test_the_definition_of_mason_has_what_is_asked_for(written: Path) -> None:
    path = written / "mason-registry" / "packages" / "mirageport" / "package.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    assert found.keys() >= MASON
    assert found["name"] == path.parent.name
    assert set(found["categories"]) <= MASON_CATEGORIES
    assert found["source"]["id"] == f"pkg:pypi/mirageport@{VERSION}"
    assert found["bin"] == {"mirageport": "pypi:mirageport"}
    lspconfig = written / "nvim-lspconfig" / "lsp" / f"{found['neovim']['lspconfig']}.lua"
    assert lspconfig.exists()


def test_the_package_of_the_recipe_is_installed_by_emacs(written: Path, tmp_path: Path) -> None:
    recipe = written / "melpa" / "recipes" / "mirageport"
    found = json.loads(test_emacs.run(["--eval", RECIPE, str(recipe)], tmp_path).stdout)
    source = ("github", "owner/mirageport")
    assert (found["name"], found["fetcher"], found["repo"]) == ("mirageport", *source)
    assert [(code.ROOT / file).name for file in found["files"]] == ["mirageport.el"]
    assert all((code.ROOT / file).exists() for file in found["files"])
    package = str(written / "melpa" / "mirageport.el")
    result = test_emacs.run(["--eval", INSTALL, str(tmp_path), package], tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    *autoloads, loaded = result.stdout.decode().splitlines()
    assert [line.split()[1] for line in autoloads] == ["t"] * 4, "all commands are found at once"
    assert f"packages/mirageport-{VERSION}/mirageport.el" in loaded
    assert "Warning" not in result.stderr.decode(), result.stderr.decode()


def test_package_lint_has_nothing_against_it(written: Path, tmp_path: Path) -> None:
    there = test_emacs.run(
        ["-f", "package-initialize", "--eval", "(require 'package-lint)"], tmp_path
    )
    if there.returncode != 0:
        missing("package-lint (Debian's elpa-package-lint)")
    options = ["-f", "package-initialize", "--eval", "(require 'package-lint)"]
    package = str(written / "melpa" / "mirageport.el")
    said = test_emacs.run([*options, "-f", "package-lint-batch-and-exit", package], tmp_path)
    complaints = [line for line in said.stderr.decode().splitlines() if ".el:" in line]
    # Debian's package-lint is older than the Emacs that the package asks for.
    assert [line for line in complaints if "all released Emacs versions" not in line] == []


def test_the_extension_is_packaged_as_for_the_marketplaces(written: Path, tmp_path: Path) -> None:
    """With links that work on their pages, and with every warning that there can be."""
    tools = code.tools()
    code.packaged(tools, tmp_path)
    copy = tmp_path / "vscode"
    leave_out = shutil.ignore_patterns("node_modules", "test")
    shutil.copytree(code.EXTENSION, copy, ignore=leave_out)
    manifest = json.loads((written / "vscode" / "package.json").read_text())
    del manifest["scripts"]["vscode:prepublish"]  # it is built already
    (copy / "package.json").write_text(json.dumps(manifest))
    vsce = code.EXTENSION / "node_modules" / "@vscode" / "vsce" / "vsce"
    base = f"{ADDRESS}/raw/HEAD/editors/vscode"
    bases = ["--baseImagesUrl", base, "--baseContentUrl", base]
    result = subprocess.run(
        [tools.node, str(vsce), "package", "--no-dependencies", *bases, "--out", "it.vsix"],
        cwd=copy,
        env={**os.environ, "npm_config_offline": "true"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = (result.stdout + result.stderr).decode()
    assert result.returncode == 0, said
    assert "WARNING" not in said
    with zipfile.ZipFile(copy / "it.vsix") as held:
        names = held.namelist()
        page = held.read("extension/readme.md").decode()
        about = held.read("extension.vsixmanifest").decode()
    assert "extension/changelog.md" in names
    assert f"({base}/../../docs/images/vscode-port.png)" in page
    assert "](../" not in page
    assert ADDRESS in about
    assert manifest["publisher"] == manifest["name"] == "mirageport"
    assert manifest["version"] == VERSION
    assert f"## {VERSION}" in (code.EXTENSION / "CHANGELOG.md").read_text()
