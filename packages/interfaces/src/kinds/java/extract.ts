/** The elements of the Java sources of one unit. */
import type { Problem } from "@freehold/model";
import { contributionsOf } from "../../contributions.ts";
import type { Extraction, Place, ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import { JAVA_FILE } from "./contribution.ts";
import type { JavaFile } from "./declarations.ts";
import { typeElements } from "./elements.ts";
import { findJava } from "./find.ts";
import { publicTypes } from "./public-types.ts";
import { worldOf } from "./world.ts";

export function extract(place: Place): Extraction {
  const files = contributionsOf(JAVA_FILE, findJava(place), place);
  const world = worldOf(files);
  const module = files.find((file) => file.module !== undefined);
  const exported = module === undefined ? undefined : exportsOf(module);
  const elements = publicTypes(world, exported && ((name) => exported.has(name))).flatMap((one) =>
    typeElements(one, world),
  );
  if (module?.module !== undefined) elements.push(...moduleElements(module, exported ?? new Set()));
  elements.push(...files.flatMap(opaque));
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)), problems: files.flatMap(problemOf) };
}

/** Packages that are exported to everybody. */
function exportsOf({ module }: JavaFile): Set<string> {
  const found = new Set<string>();
  for (const directive of module?.directives ?? []) {
    const name = /^exports ([\w.]+)$/.exec(directive)?.[1];
    if (name !== undefined) found.add(name);
  }
  return found;
}

function moduleElements(file: JavaFile, exported: ReadonlySet<string>): ShapedElement[] {
  const { module, path } = file;
  if (module === undefined) return [];
  const promised = module.directives.filter((one) =>
    /^(?:requires (?:static )?transitive|opens|provides|uses) /.test(one),
  );
  const whole = element({
    id: "module",
    kind: "module",
    name: module.name,
    signature: `${module.open ? "open " : ""}module ${module.name}`,
    structure: { of: "module", name: module.name, open: module.open, directives: promised.toSorted() },
    rule: "java.module",
    path,
    line: module.line,
  });
  const packages = [...exported].map((name) =>
    element({
      id: `exports ${name}`,
      kind: "export",
      name,
      signature: `exports ${name}`,
      structure: { of: "export" },
      rule: "java.exports",
      path,
      line: module.line,
    }),
  );
  return [whole, ...packages];
}

/** A file with text that can't be read stands for itself: any change of it is unknown. */
function opaque({ path, unreadable, package: name }: JavaFile): ShapedElement[] {
  if (unreadable === undefined) return [];
  const file = path.slice(path.lastIndexOf("/") + 1);
  const id = `unreadable ${name === "" ? "" : `${name}.`}${file}`;
  return [element({ id, kind: "opaque", name: id, signature: unreadable.text, rule: "java.opaque", path })];
}

function problemOf({ path, unreadable }: JavaFile): Problem[] {
  if (unreadable === undefined) return [];
  return [
    {
      code: "java/syntax",
      severity: "info",
      message: `can't read ${JSON.stringify(unreadable.excerpt)}`,
      hint: "What the file declares may be known in part; a change of it is reported as unknown.",
      path,
      line: unreadable.line,
    },
  ];
}
