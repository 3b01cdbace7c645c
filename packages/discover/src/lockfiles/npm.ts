/** `package-lock.json` of lock file versions 2 and 3. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
import { isRecord, type LockedPackage, type Lockfile, type LockfileFormat, textOf } from "./lockfile.ts";

export const npmLockfile: LockfileFormat = {
  id: "npm",
  files: ["package-lock.json", "npm-shrinkwrap.json"],
  ecosystem: "npm",
  read,
};

const FIELDS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

function read(text: string): Lockfile {
  const parsed: unknown = JSON.parse(text);
  const entries = isRecord(parsed) && isRecord(parsed["packages"]) ? parsed["packages"] : undefined;
  if (entries === undefined) throw new SyntaxError("a lock file of version 1 has no `packages`");
  const keys = new Set(Object.keys(entries));
  const packages = new Map<string, LockedPackage>();
  for (const [key, entry] of Object.entries(entries)) {
    if (!isRecord(entry)) continue;
    const at = key.lastIndexOf("node_modules/");
    const name = textOf(entry["name"]) || (at < 0 ? key : key.slice(at + "node_modules/".length));
    const target = entry["link"] === true ? textOf(entry["resolved"]) : undefined;
    packages.set(key, {
      name,
      // The same version with other contents is another package.
      version: `${textOf(entry["version"])}\0${textOf(entry["integrity"]) || textOf(entry["resolved"])}`,
      dependencies: target === undefined ? dependenciesOf(key, entry, keys) : [target],
      // A folder of its own beside `node_modules`, or the link to one.
      ...(target !== undefined || !key.includes("node_modules/") ? { member: true } : {}),
    });
  }
  return { packages, rootsOf: ({ folder }) => packages.get(folder)?.dependencies };
}

function dependenciesOf(key: string, entry: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): string[] {
  return FIELDS.flatMap((field) => (isRecord(entry[field]) ? Object.keys(entry[field]) : [])).flatMap((name) => {
    const found = resolve(key, name, keys);
    return found === undefined ? [] : [found];
  });
}

/** As Node looks for modules: in the package's own folder, then in each above. */
function resolve(from: string, name: string, keys: ReadonlySet<string>): string | undefined {
  for (let folder = from; ;) {
    const key = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (keys.has(key)) return key;
    if (folder === "") return undefined;
    const above = folder.lastIndexOf("/");
    folder = above < 0 ? "" : folder.slice(0, above);
    if (folder.endsWith("node_modules")) folder = folder.slice(0, -"node_modules".length).replace(/\/$/, "");
  }
}
