/** The files of units at one revision, and their texts as kinds come to want them. */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import { purposesIn } from "@freehold/discover";
import type { FileTree, TreeFile } from "@freehold/repository";
import type { UnitTexts } from "./job.ts";

export interface UnitFiles {
  readonly folder: string;
  readonly files: readonly TreeFile[];
  /** Of every path and content: equal means that nothing of the unit changed. */
  readonly fingerprint: string;
}

/** By id of the unit, for the units asked for. */
export function filesOfUnits(
  tree: FileTree,
  units: readonly { readonly id: string; readonly path: string }[],
  unitOf: (path: string) => string | undefined,
): ReadonlyMap<string, UnitFiles> {
  const lists = new Map<string, TreeFile[]>(units.map(({ id }) => [id, []]));
  const purposes = new Map(units.map(({ id, path }) => [id, purposesIn(path)]));
  for (const file of tree.files) {
    if (file.mode !== "file" && file.mode !== "executable") continue;
    const unit = unitOf(file.path) ?? "";
    if (!isTestData(file.path, purposes.get(unit))) lists.get(unit)?.push(file);
  }
  return new Map(
    units.map(({ id, path }) => {
      const files = lists.get(id) ?? [];
      return [id, { folder: path, files, fingerprint: fingerprintOf(path, files) }];
    }),
  );
}

const SOURCE = /\.(?:[cm]?[jt]sx?|pyi?|go|rs|java|kt|cs|rb|php|swift|scala)$/;

/** What tests are fed with promises nothing, though it may look like a schema; there may be thousands of such files. */
function isTestData(path: string, purposes: ReturnType<typeof purposesIn> | undefined): boolean {
  return !SOURCE.test(path) && purposes?.scope(path) === "test";
}

function fingerprintOf(folder: string, files: readonly TreeFile[]): string {
  const hash = createHash("sha256").update(folder);
  for (const { path, blob } of files) hash.update(`\0${path}\0${blob}`);
  return hash.digest("hex").slice(0, 40);
}

/** Longer files were not written by hand, or are data. */
const MAX_BYTES = 1024 * 1024;
/** Of one unit; what lies beyond is not read. */
const MAX_TOTAL = 256 * 1024 * 1024;
const ROUNDS = 8;

export interface TextReader {
  readonly texts: Map<string, string | null>;
  readonly unit: UnitTexts;
  /** Reads what is wanted; false when nothing of it can be had that was not there before. */
  more(wanted: readonly string[]): Promise<boolean>;
  /** Paths outside of the unit that were asked for, with their content's id, or null where there is none. */
  outside(): readonly (readonly [path: string, blob: string | null])[];
}

/** Reads the texts of a unit as they are wanted, each once. */
export function openTexts(tree: FileTree, { folder, files }: UnitFiles): TextReader {
  const own = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string | null>();
  const foreign = new Map<string, string | null>();
  let total = 0;
  let rounds = 0;

  async function load(wanted: readonly TreeFile[]): Promise<void> {
    const decoder = new TextDecoder();
    const affordable = wanted.filter(({ size }) => (total += size ?? 0) <= MAX_TOTAL);
    for (const { path } of wanted) texts.set(path, null);
    for await (const { file, bytes } of tree.read(affordable, { maxBytes: MAX_BYTES })) {
      if (bytes !== undefined && !bytes.includes(0)) texts.set(file.path, decoder.decode(bytes));
    }
  }

  return {
    texts,
    unit: { folder, paths: files.map(({ path }) => path), texts },
    async more(wanted) {
      const missing = wanted.filter((path) => !texts.has(path));
      if (missing.length === 0 || rounds++ >= ROUNDS) return false;
      const files = new Map<string, TreeFile>();
      for (const path of missing) {
        const file = own.get(path) ?? tree.get(path);
        if (!own.has(path)) foreign.set(path, file?.blob ?? null);
        if (file === undefined) texts.set(path, null);
        else files.set(path, file);
      }
      // Who follows imports asks file by file: after the first rounds its like are read together.
      if (rounds > 2) for (const file of alike(own, missing)) if (!texts.has(file.path)) files.set(file.path, file);
      await load([...files.values()]);
      return true;
    },
    outside: () => [...foreign].slice(0, 200),
  };
}

function alike(own: ReadonlyMap<string, TreeFile>, paths: readonly string[]): TreeFile[] {
  const endings = new Set(paths.filter((path) => own.has(path)).map((path) => extname(path)));
  return [...own.values()].filter(({ path }) => endings.has(extname(path)));
}
