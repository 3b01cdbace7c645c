/** A package in memory, and what comparing two of them says. */
import type { Change, ChangeClass, Extraction, Place } from "../../src/kind.ts";
import { typescript } from "../../src/kinds/typescript/kind.ts";

export type Files = Readonly<Record<string, string>>;

export const MANIFEST = { name: "acme", version: "1.4.0", type: "module", exports: { ".": "./src/index.ts" } };

export function place(files: Files, folder = ""): Place {
  return { folder, paths: Object.keys(files).filter(typescript.looksAt).sort(), read: (path) => files[path] };
}

/** The package whose only module is this text, or these files with a manifest. */
export function packageOf(source: string | Files): Files {
  const manifest = { "package.json": JSON.stringify(MANIFEST) };
  return typeof source === "string" ? { ...manifest, "src/index.ts": source } : { ...manifest, ...source };
}

export function extract(source: string | Files): Extraction {
  const at = place(packageOf(source));
  return typescript.extract(
    typescript.find(at).map((path) => ({ path, text: at.read(path) ?? "" })),
    at,
  );
}

export function diff(before: string | Files, after: string | Files): readonly Change[] {
  return typescript.compare(extract(before).elements, extract(after).elements);
}

/** The worst class of all changes; `compatible` where nothing changed. */
export function verdict(changes: readonly Change[]): ChangeClass {
  if (changes.some((change) => change.class === "breaking")) return "breaking";
  return changes.some((change) => change.class === "unknown") ? "unknown" : "compatible";
}
