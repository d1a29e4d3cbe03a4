"""Makes the documentation's pictures of Visual Studio Code, with the real one on an example:

python -m tests.editors.pictures

Needs ImageMagick's `convert` for the moving one.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from . import visual_studio_code as code

IMAGES = code.ROOT / "docs" / "images"
SIZE = (1200, 760)

# The moving picture: a step of the session, and for how many hundredths of a second it is shown.
FRAMES = {"open": 150, "problems": 150, "menu": 200, "quickFix": 150}
FRAMES |= {"report-view": 200, "preview": 300, "ported": 300}
COLOURS = "64"


def main() -> None:
    """Write `docs/images/vscode-*`."""
    tools = code.tools()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        packages = [code.packaged(tools, work), code.neighbour(work, marks=False)]
        folder = Path(shutil.copytree(code.ROOT / "examples" / "greeter", work / "greeter"))
        file = str(folder / "unikernel.ml")
        steps = [
            ["open", "unikernel.ml"],
            ["problems", "config.ml"],
            ["quickFix", "line 22 and", "Replace", file],
            ["report", "error_message", "Ln 24"],
            ["panel"],
            ["port", "Apply All"],
        ]
        with code.editor(tools, packages, {}, code.installed_server()) as running:
            code.drive(tools, running, folder, steps, "pictures", SIZE)
    for picture, step in (("fix", "menu"), ("port", "preview"), ("ported", "ported")):
        fewer = ["-dither", "none", "-colors", COLOURS]
        still = IMAGES / f"vscode-{picture}.png"
        subprocess.run(["convert", _shot(step), *fewer, "-strip", still], check=True)
    frames = [part for step, time in FRAMES.items() for part in ("-delay", f"{time}", _shot(step))]
    moving = IMAGES / "vscode.gif"
    options = ["-dither", "none", "-colors", COLOURS, "-layers", "optimize", "-loop", "0"]
    subprocess.run(["convert", *frames, *options, moving], check=True)


def _shot(step: str) -> Path:
    """The picture that was taken at a step."""
    (shot,) = code.shots_of("pictures").glob(f"*-{step}.png")
    return shot


if __name__ == "__main__":
    main()
