/** The programs that a unit installs: `bin` of package.json, scripts of Python's packages, `[[bin]]` of Cargo. */
import { parse } from "smol-toml";
import { isRecord, own } from "../../containment/json.ts";
import type { Json, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { MANIFESTS } from "./manifests.ts";

interface Bin {
  readonly name: string;
  readonly line: number;
}

/** Manifests by file name; a text that can't be parsed has its problem reported where units are read. */
const READERS: Readonly<Record<(typeof MANIFESTS)[number], (text: string) => readonly string[]>> = {
  "package.json": npmBins,
  "pyproject.toml": pythonScripts,
  "setup.cfg": configScripts,
  "Cargo.toml": cargoBins,
};

export function binElements({ path, text }: Source): ShapedElement[] {
  const manifest = MANIFESTS.find((name) => name === path.slice(path.lastIndexOf("/") + 1));
  const names = manifest === undefined ? [] : READERS[manifest](text);
  const lines = text.split("\n");
  const bins = names.map((name): Bin => ({ name, line: lines.findIndex((line) => line.includes(name)) + 1 }));
  return bins.map(({ name, line }) =>
    element({
      id: `program ${name}`,
      kind: "program",
      name,
      signature: name,
      structure: {},
      rule: "cli.program",
      path,
      line: Math.max(1, line),
    }),
  );
}

/** Whether a package installs a program at all; undefined where it can't be read. */
export function installsProgram(manifest: string): boolean | undefined {
  const fields = jsonOf(manifest);
  return fields === undefined ? undefined : own(fields, "bin") !== undefined || own(fields, "oclif") !== undefined;
}

function npmBins(text: string): string[] {
  const fields = jsonOf(text);
  const bin = fields === undefined ? undefined : own(fields, "bin");
  const name = fields === undefined ? undefined : own(fields, "name");
  if (typeof bin === "string") return typeof name === "string" ? [name.slice(name.lastIndexOf("/") + 1)] : [];
  return isRecord(bin) ? Object.keys(bin) : [];
}

function pythonScripts(text: string): string[] {
  return scriptTables(text).flatMap((scripts) => Object.keys(scripts));
}

function scriptTables(text: string): { readonly [key: string]: Json }[] {
  const root = tomlOf(text);
  const [project, tool] = [own(root, "project"), own(root, "tool")];
  const poetry = isRecord(tool) ? own(tool, "poetry") : undefined;
  return [project, poetry].flatMap((table) => {
    const scripts = isRecord(table) ? own(table, "scripts") : undefined;
    return isRecord(scripts) ? [scripts] : [];
  });
}

/** The packages that the scripts of a Python manifest run from: `tool` of `tool.cli:main`. Undefined: it has no scripts. */
export function scriptPackages({ path, text }: Source): readonly string[] | undefined {
  const targets = path.endsWith("setup.cfg")
    ? [...scriptBlock(text).matchAll(/^\s*[\w.-]+\s*=\s*([\w.]+)/gm)].map(([, target = ""]) => target)
    : scriptTables(text)
        .flatMap((scripts) => Object.values(scripts))
        .filter((target) => typeof target === "string");
  const packages = targets.map((target) => /^[\w]+/.exec(target)?.[0] ?? "").filter((name) => name !== "");
  return packages.length === 0 ? undefined : [...new Set(packages)];
}

/** `console_scripts =` and the indented lines below it. */
function configScripts(text: string): string[] {
  return [...scriptBlock(text).matchAll(/^\s*([\w.-]+)\s*=/gm)].map(([, name = ""]) => name);
}

function scriptBlock(text: string): string {
  return /^console_scripts\s*=([^\n]*(?:\n[ \t]+[^\n]*|\n[ \t]*(?=\n))*)/m.exec(text)?.[1] ?? "";
}

function cargoBins(text: string): string[] {
  const bins = own(tomlOf(text), "bin");
  if (!Array.isArray(bins)) return [];
  return (bins as readonly Json[]).flatMap((one) => {
    const name = isRecord(one) ? own(one, "name") : undefined;
    return typeof name === "string" ? [name] : [];
  });
}

function jsonOf(text: string): { readonly [key: string]: Json } | undefined {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function tomlOf(text: string): { readonly [key: string]: Json } {
  try {
    return parse(text) as { readonly [key: string]: Json };
  } catch {
    return {};
  }
}
