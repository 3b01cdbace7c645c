/** The files that make a module: what `go build` would read, and go.mod. */
import type { Place } from "../../kind.ts";

export function findGo({ folder, paths }: Place): readonly string[] {
  const manifest = folder === "" ? "go.mod" : `${folder}/go.mod`;
  const sources = paths.filter((path) => isSource(folder === "" ? path : path.slice(folder.length + 1)));
  if (sources.length === 0) return [];
  return paths.includes(manifest) ? [manifest, ...sources] : sources;
}

/** Tests promise nothing; folders that go leaves out, neither. */
function isSource(path: string): boolean {
  if (!path.endsWith(".go") || path.endsWith("_test.go")) return false;
  const parts = path.split("/");
  const file = parts.pop() ?? "";
  if (/^[_.]/.test(file)) return false;
  return !parts.some((part) => part === "testdata" || part === "vendor" || /^[_.]/.test(part));
}

/** `module example.com/x`, quoted or not. */
export function modulePath(text: string): string {
  const bare = text.replaceAll(/\/\/.*$/gm, "");
  return /^\s*module\s+(?:\(\s*)?["`]?([^\s"`)]+)/m.exec(bare)?.[1] ?? "";
}
