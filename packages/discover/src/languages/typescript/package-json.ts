/** What resolving reads of package.json files: `imports`, and dependencies under another name. */
import { upward } from "../folders.ts";
import type { Configuration } from "../language.ts";
import { fill, matchKey, targets } from "./subpaths.ts";

export interface PackageJsons {
  /** Targets of `#name` for a file in `folder`, with the folder of the package.json that has it. */
  imports(
    folder: string,
    specifier: string,
  ): { readonly folder: string; readonly targets: readonly string[] } | undefined;
  /** How the nearest package.json that declares a dependency writes its version. */
  dependency(folder: string, name: string): { readonly folder: string; readonly range: string } | undefined;
  /** `main` of the package.json in a folder. */
  main(folder: string): string | undefined;
}

interface Facts {
  readonly imports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, unknown>>;
  readonly main?: string;
}

export function isPackageJson(path: string): boolean {
  return path === "package.json" || path.endsWith("/package.json");
}

export function packageJsons(configurations: readonly Configuration[]): PackageJsons {
  const known = new Map<string, Facts>();
  for (const { path, facts } of configurations) {
    if (isPackageJson(path)) known.set(path.slice(0, -"/package.json".length), facts as Facts);
  }
  const at = (folder: string) => known.get(folder);
  return {
    imports(folder, specifier) {
      for (const above of upward(folder)) {
        const imports = at(above)?.imports ?? {};
        const match = matchKey(Object.keys(imports), specifier);
        if (match === undefined) continue;
        return { folder: above, targets: targets(imports[match.key]).map((target) => fill(target, match)) };
      }
      return undefined;
    },
    dependency(folder, name) {
      for (const above of upward(folder)) {
        const range = at(above)?.dependencies[name];
        if (typeof range === "string") return { folder: above, range };
      }
      return undefined;
    },
    main: (folder) => at(folder)?.main,
  };
}

/** Undefined for what is no JSON. */
export function readPackageJson(text: string): Facts | undefined {
  try {
    const json = record(JSON.parse(text));
    const groups = ["peerDependencies", "optionalDependencies", "devDependencies", "dependencies"];
    return {
      imports: record(json["imports"]),
      dependencies: Object.assign({}, ...groups.map((group) => record(json[group]))) as Record<string, unknown>,
      ...(typeof json["main"] === "string" ? { main: json["main"] } : {}),
    };
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
