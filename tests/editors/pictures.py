"""Makes the documentation's pictures of Visual Studio Code, with the real one on an example:

python -m tests.editors.pictures
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from . import visual_studio_code as code

IMAGES = code.ROOT / "docs" / "images"
SIZE = (1120, 700)


def main() -> None:
    """Write `docs/images/vscode-*.png`."""
    tools = code.tools()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        packages = [code.packaged(tools, work), code.neighbour(work, marks=False)]
        for picture, step in (("fix", "menu"), ("port", "preview")):
            folder = Path(shutil.copytree(code.ROOT / "examples" / "greeter", work / "greeter"))
            file = str(folder / "unikernel.ml")
            steps = {
                "fix": [["problems"], ["quickFix", "line 22 and", "Replace", file]],
                "port": [["report", "T.get_dest", "Ln 15"], ["port"]],
            }[picture]
            with code.editor(tools, packages, {}, code.installed_server()) as running:
                code.drive(
                    tools, running, folder, [["open", "unikernel.ml"], *steps], picture, SIZE
                )
            (shot,) = code.shots_of(picture).glob(f"*-{step}.png")
            shutil.copy(shot, IMAGES / f"vscode-{picture}.png")
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
