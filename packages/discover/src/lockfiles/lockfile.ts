/** What a lock file resolves, whatever its format: packages, what each depends on, and where units start. */

export interface LockedPackage {
  readonly name: string;
  /** What is behind a NUL tells packages apart, and is nothing to show. */
  readonly version: string;
  /** Keys of the packages that it depends on. */
  readonly dependencies: readonly string[];
  /** A unit of the repository itself: what it depends on changes that unit, and the graph knows who uses it. */
  readonly member?: boolean;
}

/** How a unit asks a lock file: its folder relative to the file's, its name, and what its manifest asks for. */
export interface LockRoot {
  readonly folder: string;
  readonly name: string;
  readonly requires: readonly { readonly name: string; readonly range: string }[];
}

export interface Lockfile {
  readonly packages: ReadonlyMap<string, LockedPackage>;
  /** Keys that a unit depends on itself; undefined: the file doesn't say. */
  rootsOf(root: LockRoot): readonly string[] | undefined;
}

export interface LockfileFormat {
  readonly id: string;
  /** Names of its files. */
  readonly files: readonly string[];
  /** Ecosystems whose units it resolves. */
  readonly ecosystem: string;
  /** Throws for text that is not of the format. */
  readonly read: (text: string) => Lockfile;
}

/** Every package from outside that some roots reach, as `name@version`, sorted by name; linear in the part that is reached. */
export function resolvedBy(lockfile: Lockfile, roots: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const versions = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const queue = [...roots];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const found = lockfile.packages.get(key);
    if (found === undefined || found.member === true) continue;
    const known = versions.get(found.name);
    if (known === undefined) versions.set(found.name, new Set([found.version]));
    else known.add(found.version);
    queue.push(...found.dependencies);
  }
  return versions;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
