/**
 * Files that modules refer to by their own address, carried along into the bundle.
 *
 * - `new URL("./program.ts", import.meta.url)`: a program that runs in a process or thread of its own; bundled as one;
 * - `new URL("../standard/some.yaml", import.meta.url)`: a file or folder that is read; copied;
 * - `new URL(name, import.meta.url)`: files beside the module, by a name that is known when it runs; all that lie there
 *   and are no TypeScript are copied.
 */
import { cpSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Plugin } from "rolldown";

const LITERAL = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url,?\s*\)/g;
const NAMED = /new URL\(([a-z]\w*), import\.meta\.url\)/g;

export interface FilesBeside {
  readonly plugin: Plugin;
  /** Copies what modules read; gives where they came from. */
  copy(): readonly string[];
}

/** `root` is the workspace, `out` where the bundle goes. */
export function filesBeside(root: string, out: string): FilesBeside {
  const copied = new Map<string, string>();
  const programs = new Map<string, string>();
  const placeOf = (path: string): string => {
    const place = `files/${relative(root, path).replaceAll(/[/\\]/g, "-")}`;
    copied.set(path, place);
    return place;
  };
  return {
    plugin: {
      name: "files-beside",
      transform(code, id) {
        if (
          !id.startsWith(join(root, "packages")) ||
          id.includes("/node_modules/") ||
          !code.includes("import.meta.url")
        )
          return null;
        const literal = code.replaceAll(LITERAL, (_, address: string) => {
          const path = join(dirname(id), address);
          if (!path.endsWith(".ts")) return `new URL("./${placeOf(path)}", import.meta.url)`;
          const fileName = basename(path).replace(/\.ts$/, ".js");
          const other = programs.get(fileName);
          if (other !== undefined && other !== path) throw new Error(`${path} and ${other} would both be ${fileName}`);
          if (other === undefined) this.emitFile({ type: "chunk", id: path, fileName });
          programs.set(fileName, path);
          return `new URL("./${fileName}", import.meta.url)`;
        });
        return literal.replaceAll(NAMED, (_, name: string) => {
          const folder = dirname(id);
          const base = placeOf(folder);
          return `new URL(\`./${base}/\${${name}}\`, import.meta.url)`;
        });
      },
    },
    copy() {
      const files: string[] = [];
      for (const [from, place] of copied) {
        cpSync(from, join(out, place), {
          recursive: true,
          filter(path) {
            if (/\.tsx?$/.test(path)) return false;
            files.push(path);
            return true;
          },
        });
      }
      return files;
    },
  };
}
