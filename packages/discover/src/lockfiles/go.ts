/**
 * `go.sum`: no graph, but a list of the contents that a module's build may use. https://go.dev/ref/mod#go-sum-files
 *
 * The versions themselves stand in `go.mod`, which is a file of its module. A sum of a `go.mod` alone is of a
 * module that was looked at and is not built.
 */
import type { LockedPackage, Lockfile, LockfileFormat } from "./lockfile.ts";

/** The sums of one module; modules in folders below have files of their own. */
export const goSums: LockfileFormat = {
  id: "go",
  files: ["go.sum"],
  ecosystem: "go",
  read: (text) => {
    const packages = readSums(text);
    return { packages, rootsOf: ({ folder }) => (folder === "" ? [...packages.keys()] : undefined) };
  },
};

/** What the modules of a workspace use beyond their own sums. */
export const goWorkSums: LockfileFormat = {
  id: "go-work",
  files: ["go.work.sum"],
  ecosystem: "go",
  read: (text): Lockfile => {
    const packages = readSums(text);
    return { packages, rootsOf: () => [...packages.keys()] };
  },
};

function readSums(text: string): ReadonlyMap<string, LockedPackage> {
  const packages = new Map<string, LockedPackage>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [name, version, sum] = line.trim().split(/\s+/);
    if (name === undefined || version?.startsWith("v") !== true || sum?.startsWith("h") !== true)
      throw new SyntaxError(`not a module, a version and a sum: ${line.slice(0, 100)}`);
    if (version.endsWith("/go.mod")) continue;
    packages.set(`${name}@${version}`, { name, version: `${version}\0${sum}`, dependencies: [] });
  }
  return packages;
}
