"""Says what stands in the way of a release, or prints what its page shall say.

    python -m tests.packaging.release v1.2.3 https://example.org/owner/mirageport

A release is made when the tag is the version, every file that has a version has this one, the
address of the repository is known to the product, and CHANGELOG.md has a section for it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def versions(root: Path) -> dict[str, str]:
    """The version of the product, by the files that name it."""
    lisp = (root / "editors" / "emacs" / "mirageport.el").read_text("utf-8")
    manifest = json.loads((root / "editors" / "vscode" / "package.json").read_text("utf-8"))
    return {
        "server/version.py": _assigned(root / "server" / "version.py", "VERSION"),
        "editors/vscode/package.json": manifest["version"],
        "editors/emacs/mirageport.el": _found(r"^;; Version: (\S+)$", lisp),
    }


def notes(root: Path, version: str) -> str:
    """The section of CHANGELOG.md for a version, without its heading; "" where there is none."""
    text = (root / "CHANGELOG.md").read_text("utf-8")
    heading = rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$"
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    for part in parts:
        title, _, body = part.partition("\n")
        if re.match(heading, title):
            return body.strip() + "\n"
    return ""


def obstacles(root: Path, tag: str, address: str) -> list[str]:
    """What stands in the way of a release with this tag, from the repository at this address."""
    found = versions(root)
    version = found["server/version.py"]
    wrong = [
        f"{file} has version {each}, not {version}"
        for file, each in found.items()
        if each != version
    ]
    if tag != f"v{version}":
        wrong.append(f"the tag is {tag}, and the version {version}: tag v{version}, or change it")
    home = _assigned(root / "server" / "home.py", "HOME")
    if home != address:
        wrong.append(f'server/home.py: HOME is "{home}": set it to "{address}"')
    if not notes(root, version):
        wrong.append(f"CHANGELOG.md has no section `## {version} - YYYY-MM-DD`")
    return wrong


def _assigned(path: Path, name: str) -> str:
    return _found(rf'^{name} = "(.*)"$', path.read_text("utf-8"))


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.MULTILINE)
    return match.group(1) if match else ""


def main(arguments: list[str]) -> int:
    """Print the notes of a release; gives 1, and says why, where none can be made."""
    tag, address = arguments
    wrong = obstacles(ROOT, tag, address)
    for line in wrong:
        print(line, file=sys.stderr)
    if not wrong:
        print(notes(ROOT, tag.removeprefix("v")), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
