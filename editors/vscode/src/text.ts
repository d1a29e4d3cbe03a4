// Reading a file that nobody vouches for. Nothing here knows the editor.

import { constants, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";

/** The server reads no longer files either. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The text of a regular file; undefined for what is none, too long, or cannot be read.
 *
 * A pipe or a device that is called like a source file is not waited for. */
export async function textOf(file: string): Promise<string | undefined> {
  try {
    if (!isText(await stat(file))) {
      return undefined; // to open a device may already do something
    }
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await handle.stat();
      if (!isText(found)) {
        return undefined; // another file by now
      }
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(found.size), 0, found.size, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

function isText(found: Stats): boolean {
  return found.isFile() && found.size <= MOST_BYTES;
}
