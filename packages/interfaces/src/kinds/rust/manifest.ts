/** What Cargo.toml promises: the library's name, features, and the oldest compiler that will do. */
import { parse } from "smol-toml";
import { isList, isRecord, own, type JsonRecord } from "../../containment/json.ts";
import type { Json, Place, ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import { UNPROMISED_FEATURE } from "./cfg.ts";

export interface CrateManifest {
  readonly path: string;
  readonly name: string;
  /** As source code names it. */
  readonly library: string;
  /** The root file, where there is a library. */
  readonly root: string | undefined;
  readonly edition2015: boolean;
  readonly procedural: boolean;
  readonly rustVersion: string | undefined;
  /** Each with the features of its own that it turns on. */
  readonly features: ReadonlyMap<string, readonly string[]>;
}

export function manifestPath({ folder }: Pick<Place, "folder">): string {
  return folder === "" ? "Cargo.toml" : `${folder}/Cargo.toml`;
}

/** Undefined where there is no package; a text that is no TOML is a problem of the scan. */
export function readManifest(place: Place): CrateManifest | undefined {
  const path = manifestPath(place);
  if (!place.paths.includes(path)) return withoutManifest(place);
  const root = readToml(place.read(path));
  const crate = root === undefined ? undefined : record(root, "package");
  const name = crate === undefined ? undefined : text(crate, "name");
  if (root === undefined || crate === undefined || name === undefined) return undefined;
  const library = record(root, "lib");
  const inside = (file: string) => (place.folder === "" ? file : `${place.folder}/${file}`);
  const file = inside(text(library, "path") ?? "src/lib.rs");
  const inherited = inheritsFrom(place, crate);
  const value = (key: string) => text(crate, key) ?? text(inherited, key);
  return {
    path,
    name,
    library: text(library, "name") ?? name.replaceAll("-", "_"),
    root: place.paths.includes(file) ? file : undefined,
    edition2015: (value("edition") ?? "2015") === "2015",
    procedural: own(library, "proc-macro") === true || own(library, "proc_macro") === true,
    rustVersion: value("rust-version"),
    features: featuresOf(root),
  };
}

/** A crate that another tool builds is called like its folder. */
function withoutManifest({ folder, paths }: Place): CrateManifest | undefined {
  const root = ["src/lib.rs", "lib.rs"]
    .map((name) => (folder === "" ? name : `${folder}/${name}`))
    .find((one) => paths.includes(one));
  const name = folder.slice(folder.lastIndexOf("/") + 1) || "crate";
  if (root === undefined) return undefined;
  const library = name.replaceAll("-", "_");
  return {
    path: root,
    name,
    library,
    root,
    edition2015: false,
    procedural: false,
    rustVersion: undefined,
    features: new Map(),
  };
}

function readToml(source: string | undefined): JsonRecord | undefined {
  if (source === undefined) return undefined;
  try {
    const value = parse(source) as Json;
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function record(from: JsonRecord, key: string): JsonRecord {
  const value = own(from, key);
  return isRecord(value) ? value : {};
}

function text(from: JsonRecord, key: string): string | undefined {
  const value = own(from, key);
  return typeof value === "string" ? value : undefined;
}

/** `edition.workspace = true`: from the nearest manifest above that has a workspace. */
function inheritsFrom(place: Place, crate: JsonRecord): JsonRecord {
  const wants = ["edition", "rust-version"].some((key) => isRecord(own(crate, key)));
  if (!wants) return {};
  let folder = place.folder;
  for (;;) {
    const root = readToml(place.read(manifestPath({ folder })));
    const workspace = root === undefined ? {} : record(root, "workspace");
    if (Object.keys(workspace).length > 0) return record(workspace, "package");
    if (folder === "") return {};
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  }
}

/** An optional dependency is a feature too, unless some feature names it with `dep:`. */
function featuresOf(root: JsonRecord): ReadonlyMap<string, readonly string[]> {
  const table = record(root, "features");
  const lists = Object.entries(table).map(([name, list]) => [name, strings(list)] as const);
  const named = new Set(lists.flatMap(([, list]) => list.filter((one) => one.startsWith("dep:"))));
  const targets = Object.values(record(root, "target")).filter(isRecord);
  const optional = [root, ...targets].flatMap((one) =>
    ["dependencies", "build-dependencies"].flatMap((key) =>
      Object.entries(record(one, key))
        .filter(([, dependency]) => isRecord(dependency) && own(dependency, "optional") === true)
        .map(([name]) => name),
    ),
  );
  const implicit = optional.filter((name) => !named.has(`dep:${name}`));
  const known = new Set([...lists.map(([name]) => name), ...implicit]);
  const features = new Map<string, readonly string[]>([...implicit, "default"].map((name) => [name, []]));
  for (const [name, list] of lists)
    features.set(name, list.filter((one) => known.has(one) && !UNPROMISED_FEATURE.test(one)).sort());
  return features;
}

function strings(value: Json): string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : [];
}

/** All that a feature turns on, itself left out. */
function closure(name: string, features: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of features.get(next) ?? []) {
      if (reached.has(one)) continue;
      open.push(one);
      reached.add(one);
    }
  }
  reached.delete(name);
  return [...reached].sort();
}

export function manifestElements(manifest: CrateManifest, noStd: string | undefined): ShapedElement[] {
  const { path, library, procedural, rustVersion, features } = manifest;
  const elements = [
    element({
      id: "crate",
      kind: "crate",
      name: library,
      signature: `crate ${library}`,
      structure: { of: "crate", name: library, procedural, noStd: noStd ?? null },
      rule: "rust.crate",
      path,
    }),
  ];
  if (rustVersion !== undefined)
    elements.push(
      element({
        id: "rust-version",
        kind: "toolchain",
        name: "rust-version",
        signature: `Rust ${rustVersion} or later`,
        structure: { of: "rust-version", version: rustVersion },
        rule: "rust.rust-version",
        path,
      }),
    );
  for (const name of features.keys()) {
    const enables = closure(name, features);
    elements.push(
      element({
        id: `feature ${name}`,
        kind: "feature",
        name,
        signature: `feature ${name}${enables.length === 0 ? "" : ` = ${enables.join(", ")}`}`,
        structure: { of: "feature", enables },
        stability: UNPROMISED_FEATURE.test(name) ? "internal" : "stable",
        rule: "rust.feature",
        path,
      }),
    );
  }
  return elements;
}
