"""Writes what is sent to the registries of editors, with the address and the version filled in.

    python -m tests.packaging.definitions https://example.org/owner/mirageport FOLDER

`editors/publish/README.md` says what goes where.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .release import versions

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"

# The templates, and where a registry has them.
TEMPLATES = {
    "nvim-lspconfig.lua": "nvim-lspconfig/lsp/mirageport.lua",
    "mason.yaml": "mason-registry/packages/mirageport/package.yaml",
    "melpa.recipe": "melpa/recipes/mirageport",
}


def write(address: str, folder: Path) -> None:
    """Write all definitions below a folder. address: of the repository, for people and for git."""
    version = versions(ROOT)["server/version.py"]
    for template, place in TEMPLATES.items():
        text = (EDITORS / "publish" / template).read_text("utf-8")
        _write(folder / place, _filled(text, address, version))
    lisp = (EDITORS / "emacs" / "mirageport.el").read_text("utf-8")
    _write(folder / "melpa" / "mirageport.el", with_address(lisp, address))
    manifest = json.loads((EDITORS / "vscode" / "package.json").read_text("utf-8"))
    manifest |= {
        "homepage": address,
        "bugs": {"url": f"{address}/issues"},
        "repository": {"type": "git", "url": address, "directory": "editors/vscode"},
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    _write(folder / "vscode" / "package.json", text)


def _filled(text: str, address: str, version: str) -> str:
    """A template with the address, where to fetch it from, and the version. MELPA wants the forges
    that it knows by name."""
    host, _, repository = address.partition("://")[2].partition("/")
    forge, _, domain = host.partition(".")
    known = (forge, domain) in {("github", "com"), ("gitlab", "com"), ("codeberg", "org")}
    source = f'{forge} :repo "{repository}"' if known else f'git :url "{address}"'
    return text.replace("ADDRESS", address).replace("SOURCE", source).replace("VERSION", version)


def with_address(lisp: str, address: str) -> str:
    """The Emacs package with the header that says where it comes from."""
    before = ";; Package-Requires:"
    return lisp.replace(before, f";; URL: {address}\n{before}", 1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    write(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
