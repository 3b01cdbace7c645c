/** Which units get other packages when a lock file changes. */
import { resolvedBy, type Lockfile, type LockRoot } from "./lockfile.ts";
import { lockfileFormat } from "./registry.ts";

export interface ChangedResolution {
  readonly root: LockRoot;
  /** `name: 1.0.0 → 1.1.0`, the first few. */
  readonly changes: readonly string[];
  readonly count: number;
  /** Every package that is another one now. */
  readonly names: readonly string[];
}

const FIRST = 5;

/**
 * Compares what each unit resolves to in two texts of a lock file, transitively. Undefined where a text
 * can't be read: then every unit must be taken as changed.
 */
export function changedResolutions(
  path: string,
  before: string,
  after: string,
  roots: readonly LockRoot[],
): readonly ChangedResolution[] | undefined {
  const format = lockfileFormat(path);
  if (format === undefined) return undefined;
  try {
    const [old, young] = [format.read(before), format.read(after)];
    return roots.flatMap((root) => changedResolution(old, young, root));
  } catch {
    return undefined;
  }
}

function changedResolution(before: Lockfile, after: Lockfile, root: LockRoot): ChangedResolution[] {
  const [was, is] = [before.rootsOf(root), after.rootsOf(root)];
  if (was === undefined && is === undefined) return [];
  const old = resolvedBy(before, was ?? []);
  const young = resolvedBy(after, is ?? []);
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  const changed = names.filter((name) => listed(old.get(name)) !== listed(young.get(name)));
  if (changed.length === 0) return [];
  const changes = changed
    .slice(0, FIRST)
    .map((name) => `${name}: ${shown(listed(old.get(name)))} → ${shown(listed(young.get(name)))}`);
  return [{ root, changes, count: changed.length, names: changed }];
}

function listed(versions: ReadonlySet<string> | undefined): string {
  return versions === undefined ? "none" : [...versions].sort().join(" and ");
}

function shown(versions: string): string {
  return versions.replaceAll(/\0(?:(?! and ).)*/g, "");
}
