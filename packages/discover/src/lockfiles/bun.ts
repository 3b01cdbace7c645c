/** `bun.lock`, the text format. https://bun.com/docs/install/lockfile */
import { parse } from "jsonc-parser";
import { isRecord, type LockedPackage, type Lockfile, type LockfileFormat, textOf } from "./lockfile.ts";

export const bunLockfile: LockfileFormat = { id: "bun", files: ["bun.lock"], ecosystem: "npm", read };

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** `packages` has tuples: what it is, where from, what it depends on, the checksum; keys nest like folders. */
function read(text: string): Lockfile {
  const parsed: unknown = parse(text, [], { allowTrailingComma: true });
  if (!isRecord(parsed) || !isRecord(parsed["packages"]) || !isRecord(parsed["workspaces"]))
    throw new SyntaxError("no `workspaces` and `packages`");
  const { packages: entries, workspaces } = parsed;
  const keys = new Set(Object.keys(entries));
  const packages = new Map<string, LockedPackage>();
  for (const [key, entry] of Object.entries(entries)) {
    const [identity, ...rest] = Array.isArray(entry) ? entry : [];
    const text = textOf(identity);
    const at = text.indexOf("@", 1);
    const details = rest.find(isRecord) ?? {};
    packages.set(key, {
      name: at < 0 ? text : text.slice(0, at),
      version: `${at < 0 ? "" : text.slice(at + 1)}\0${textOf(rest.at(-1))}`,
      dependencies: dependenciesOf(key, details, keys),
      ...(text.includes("@workspace:") ? { member: true } : {}),
    });
  }
  return {
    packages,
    rootsOf: ({ folder, name }) => {
      const workspace = workspaces[folder];
      return isRecord(workspace) ? dependenciesOf(name, workspace, keys) : undefined;
    },
  };
}

function dependenciesOf(key: string, entry: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): string[] {
  return FIELDS.flatMap((field) => (isRecord(entry[field]) ? Object.keys(entry[field]) : [])).flatMap((name) => {
    const found = resolve(key, name, keys);
    return found === undefined ? [] : [found];
  });
}

/** The copy inside of the package itself, else inside of what it lies in, else the shared one. */
function resolve(from: string, name: string, keys: ReadonlySet<string>): string | undefined {
  const parts = from.match(/@[^/]+\/[^/]+|[^/]+/g) ?? [];
  for (let depth = parts.length; depth >= 0; depth--) {
    const key = [...parts.slice(0, depth), name].join("/");
    if (keys.has(key) && key !== from) return key;
  }
  return undefined;
}
