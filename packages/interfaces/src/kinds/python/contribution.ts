/** What one Python file contributes to its distribution: what its module defines, and where. */
import type { Contribution } from "../../contributions.ts";
import type { Json } from "../../kind.ts";
import { digestOfUnread, type Unread } from "../../syntax/unread.ts";
import { about } from "./about.ts";
import type { PythonFile } from "./find.ts";
import type { PyModule, PyPlace } from "./model.ts";
import { readModule } from "./read-module.ts";

export interface ModuleFile {
  readonly path: string;
  readonly name: string;
  readonly module: PyModule;
  /** By `name` and `Class.member`. */
  readonly places: readonly (readonly [string, PyPlace])[];
  readonly doc: string;
}

interface Kept {
  readonly module: PyModule;
  /** With no path: the same text may lie at many. */
  readonly places: readonly (readonly [string, PyPlace])[];
  readonly doc: string;
}

/** Relative imports, and which imports are of the distribution itself, depend on what modules are called. */
export function moduleFiles(files: readonly PythonFile[]): Contribution<ModuleFile | Unread> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const tops = new Set(files.map(({ name }) => name.split(".")[0] ?? ""));
  const isOwn = (module: string): boolean => tops.has(module.split(".")[0] ?? "");
  const around = [...tops].sort().join(" ");
  const fileOf = (path: string): PythonFile =>
    byPath.get(path) ?? { path, name: "", package: false, stub: path.endsWith(".pyi") };
  return {
    id: `python.file@${about.version}`,
    dialect(path) {
      const { name, package: isPackage, stub } = fileOf(path);
      return `${name} ${isPackage ? "package" : "module"} ${stub ? "stub" : ""} in ${around}`;
    },
    read({ path, text }) {
      const read = readModule({ ...fileOf(path), text }, isOwn);
      if (read === undefined) return digestOfUnread(text);
      const places = Array.from(read.places, ([name, place]) => [name, { ...place, path: "" }] as const);
      return { ...read, places } as unknown as Json;
    },
    open(path, kept) {
      if (typeof kept === "string") return { path, digest: kept };
      const { module, places, doc } = kept as unknown as Kept;
      const { name } = fileOf(path);
      return { path, name, module, doc, places: places.map(([of, place]) => [of, { ...place, path }] as const) };
    },
  };
}
