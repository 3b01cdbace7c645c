/** What the manifests of a Python project say of its interface: where packages lie, commands, Python versions. */
import { parse } from "smol-toml";
import { isRecord, type JsonRecord } from "../../containment/json.ts";
import type { Json, Place } from "../../kind.ts";

export interface PythonProject {
  readonly name: string;
  /** Folders below the unit's that packages may lie in, as configured. */
  readonly roots: readonly string[];
  /** Modules that lie beside packages, as configured. */
  readonly modules: readonly string[];
  readonly requires: string | null;
  readonly commands: readonly string[];
}

export const MANIFESTS: readonly string[] = ["pyproject.toml", "setup.cfg", "setup.py"];

/** Manifests that exist, read together; the first that says something counts. */
export function readProject(place: Pick<Place, "folder" | "paths" | "read">): PythonProject {
  const text = (name: string): string => {
    const path = place.folder === "" ? name : `${place.folder}/${name}`;
    return place.paths.includes(path) ? (place.read(path) ?? "") : "";
  };
  const found = [fromPyproject(text("pyproject.toml")), fromSetupCfg(text("setup.cfg")), fromSetupPy(text("setup.py"))];
  return {
    name: found.find(({ name }) => name !== "")?.name ?? "",
    roots: [...new Set(found.flatMap(({ roots }) => roots))],
    modules: [...new Set(found.flatMap(({ modules }) => modules))],
    requires: found.find(({ requires }) => requires !== null)?.requires ?? null,
    commands: [...new Set(found.flatMap(({ commands }) => commands))].sort(),
  };
}

function fromPyproject(text: string): PythonProject {
  const top = tomlOf(text);
  const project = below(top, "project");
  const poetry = below(top, "tool", "poetry");
  const setuptools = below(top, "tool", "setuptools");
  const wheel = below(top, "tool", "hatch", "build", "targets", "wheel");
  return {
    name: texts(project["name"] ?? poetry["name"])[0] ?? "",
    roots: [
      ...texts(below(setuptools, "packages", "find")["where"]),
      ...Object.values(below(setuptools, "package-dir")).flatMap(texts).map(rootOf),
      ...list(poetry["packages"]).flatMap((one) => (isRecord(one) ? [texts(one["from"])[0] ?? ""] : [])),
      ...texts(wheel["packages"]).map(parentOf),
      ...texts(below(top, "tool", "uv", "build-backend")["module-root"]),
      ...texts(below(top, "tool", "pdm", "build")["package-dir"]),
    ].filter((root) => root !== "" && root !== "."),
    modules: [...texts(setuptools["py-modules"]), ...texts(below(top, "tool", "flit", "module")["name"])],
    requires: texts(project["requires-python"] ?? below(poetry, "dependencies")["python"])[0] ?? null,
    commands: [
      ...Object.keys(below(project, "scripts")),
      ...Object.keys(below(project, "gui-scripts")),
      ...Object.keys(below(poetry, "scripts")),
    ],
  };
}

function tomlOf(text: string): JsonRecord {
  try {
    return parse(text) as JsonRecord;
  } catch {
    // Another kind of problem than one of the interface: discovery reports it.
    return {};
  }
}

function below(record: JsonRecord, ...keys: readonly string[]): JsonRecord {
  let here: JsonRecord = record;
  for (const key of keys) {
    const next = Object.hasOwn(here, key) ? here[key] : undefined;
    if (!isRecord(next)) return {};
    here = next;
  }
  return here;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: Json | undefined): string[] {
  return typeof value === "string" ? [value] : list(value).filter((one) => typeof one === "string");
}

/** `src/pkg` is the package `pkg` in `src`; a plain `src` is the folder itself. */
function rootOf(path: string): string {
  return path.replace(/\/+$/, "");
}

function parentOf(path: string): string {
  const clean = path.replace(/\/+$/, "");
  return clean.includes("/") ? clean.slice(0, clean.lastIndexOf("/")) : "";
}

function fromSetupCfg(text: string): PythonProject {
  const value = (key: string): string[] => {
    const found = new RegExp(`^${key}\\s*=([^\\n]*(?:\\n[ \\t]+[^\\n]*)*)`, "m").exec(text)?.[1] ?? "";
    return found
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"));
  };
  return {
    name: value("name")[0] ?? "",
    roots: [...value("package_dir").flatMap((line) => line.split("=").slice(1)), ...value("where")]
      .map((root) => root.trim())
      .filter((root) => root !== "" && root !== "."),
    modules: value("py_modules").flatMap((line) => line.split(/[\s,]+/)),
    requires: value("python_requires")[0] ?? null,
    commands: value("console_scripts").flatMap((line) =>
      line.includes("=") ? [line.slice(0, line.indexOf("=")).trim()] : [],
    ),
  };
}

/** Only what stands there in plain words; nothing is executed. */
function fromSetupPy(text: string): PythonProject {
  const roots = [
    ...text.matchAll(/find(?:_namespace)?_packages\(\s*(?:where\s*=\s*)?["']([^"']+)["']/g),
    ...text.matchAll(/package_dir\s*=\s*\{\s*["']["']\s*:\s*["']([^"']+)["']/g),
  ].map(([, root = ""]) => root);
  const scripts = /console_scripts["']?\s*[:=]\s*\[([^\]]*)\]/.exec(text)?.[1] ?? "";
  return {
    name: /\bname\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? "",
    roots: roots.filter((root) => root !== "."),
    modules: Array.from(
      (/py_modules\s*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? "").matchAll(/["']([\w.]+)["']/g),
      ([, module = ""]) => module,
    ),
    requires: /python_requires\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? null,
    commands: Array.from(scripts.matchAll(/["']\s*([\w.-]+)\s*=/g), ([, name = ""]) => name),
  };
}
