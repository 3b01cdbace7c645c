/** Two versions of a distribution: what who imports it breaks on, and what they gain. */
import type { Change, ShapedElement } from "../../kind.ts";
import { compareUnread } from "../../syntax/unread.ts";
import { Comparison, type Placed } from "./comparison.ts";
import { compareEntries } from "./compare-class.ts";
import { compareProjects } from "./compare-project.ts";
import { DECLARATIONS } from "./elements.ts";
import type { PyModel } from "./model.ts";
import { type Resolved, World } from "./world.ts";

const EMPTY: PyModel = { modules: {}, requires: null, commands: [], typed: [] };

type Index = ReadonlyMap<string, ShapedElement>;

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const [old, young] = [indexed(before), indexed(after)];
  const shapes = [old.get(DECLARATIONS)?.shape, young.get(DECLARATIONS)?.shape];
  const unread = compareUnread("python", before, after);
  if (shapes[0] === shapes[1]) return unread;
  const both = new Comparison(new World(modelOf(old)), new World(modelOf(young)));
  compareProjects(both, before.length > 0 && after.length > 0);
  modules(both);
  return [...placed(both.found, old, young), ...unread];
}

function indexed(elements: readonly ShapedElement[]): Index {
  return new Map(elements.map((one) => [one.id, one]));
}

function modelOf(elements: Index): PyModel {
  return (elements.get(DECLARATIONS)?.structure as PyModel | undefined) ?? EMPTY;
}

function modules(both: Comparison): void {
  const [was, is] = [both.old.publicModules(), new Set(both.young.publicModules())];
  const compared = new Set<string>();
  for (const module of was) {
    if (is.has(module)) names(both, module, compared);
    else
      both.report(module, "removed", {
        rule: "module-removed",
        class: "breaking",
        message: `module ${module} is gone`,
      });
  }
  const known = new Set(was);
  for (const module of is) {
    if (!known.has(module))
      both.report(module, "added", { rule: "module-added", class: "compatible", message: `module ${module} is new` });
  }
}

function names(both: Comparison, module: string, compared: Set<string>): void {
  const [was, is] = [both.old.exports(module), both.young.exports(module)];
  for (const [name, old] of was) {
    const path = `${module}#${name}`;
    const young = is.get(name);
    if (young === undefined) gone(both, module, name, old);
    else if (old.kind === "definition" && young.kind === "definition") {
      const key = `${old.id} ${young.id}`;
      if (compared.has(key)) continue;
      compared.add(key);
      compareEntries(both, both.old.publicPath(old.id) ?? path, name, old, young);
    } else source(both, path, name, old, young);
  }
  for (const [name, young] of is) {
    // A second name of what is there already is no news of its own.
    if (!was.has(name))
      both.report(`${module}#${name}`, "added", {
        rule: "name-added",
        class: "compatible",
        message: `${name} is new${young.kind === "outside" ? `, from ${young.name}` : ""} in ${module}`,
      });
  }
}

function gone(both: Comparison, module: string, name: string, old: Resolved): void {
  const path = `${module}#${name}`;
  const found = both.young.module(module);
  const hidden = both.young.name(module, name);
  const stars = found?.stars.filter((star) => both.young.module(star) === undefined) ?? [];
  if (hidden !== undefined && hidden.kind !== "module")
    both.report(path, "changed", {
      rule: "name-hidden",
      class: "unknown",
      message: `${name} is still in ${module}, but no longer one of its public names`,
    });
  else if (found?.dynamic?.length === 0)
    both.report(path, "removed", {
      rule: "name-removed",
      class: "unknown",
      message: `${name} is gone from ${module}, unless its __getattr__ gives it`,
    });
  else if (stars.length > 0)
    both.report(path, "removed", {
      rule: "name-removed",
      class: "unknown",
      message: `${name} is gone from ${module}, unless it comes from ${stars.join(", ")}`,
    });
  else {
    const other = old.kind === "definition" ? elsewhere(both, old.id) : undefined;
    both.report(path, "removed", {
      rule: "name-removed",
      class: "breaking",
      message: `${name} is gone from ${module}${other === undefined ? "" : `; it is in ${other.replace("#", " as ")} now`}`,
    });
  }
}

/** Another public path that still leads to it. */
function elsewhere(both: Comparison, id: string): string | undefined {
  const name = id.slice(id.indexOf("#") + 1);
  for (const module of both.young.publicModules()) if (both.young.exports(module).has(name)) return `${module}#${name}`;
  return undefined;
}

function text(one: Resolved): string {
  return one.kind === "definition" ? one.id.replace("#", ".") : one.name;
}

/** One side comes from another distribution, or is made when it is asked for. */
function source(both: Comparison, path: string, name: string, old: Resolved, young: Resolved): void {
  if ((text(old) === text(young) && old.kind === young.kind) || /^__\w+__$/.test(name)) return;
  if (old.kind === "outside" && old.name === path.replace("#", "."))
    return both.report(path, "changed", {
      rule: "name-defined",
      class: "compatible",
      message: `${name} is defined now, where __getattr__ gave it`,
    });
  if (young.kind === "outside" && young.name === path.replace("#", ".")) {
    const message = `${name} is given by the module's __getattr__ now, which mostly warns of its end`;
    return both.report(path, "changed", { rule: "name-dynamic", class: "unknown", message });
  }
  both.report(path, "changed", {
    rule: "source-changed",
    class: "unknown",
    message: `${name} is ${text(young)} in place of ${text(old)}`,
  });
}

function placed(found: readonly Placed[], old: Index, young: Index): Change[] {
  const seen = new Set<string>();
  return found.flatMap(({ element, effect, ...finding }): Change[] => {
    const key = `${finding.rule} ${element} ${finding.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const id = old.has(element) || young.has(element) ? element : ownerOf(element, old, young);
    const [was, is] = [old.get(id), young.get(id)];
    const noticed = effect === "removed" && was?.stability === "deprecated" ? " (it was deprecated)" : "";
    return [
      {
        rule: `python/${finding.rule}`,
        class: finding.class,
        effect,
        element: id,
        message: `${finding.message}${noticed}`,
        ...(was === undefined ? {} : { old: was }),
        ...(is === undefined ? {} : { new: is }),
      },
    ];
  });
}

/** An inherited member is no element of its class; the class is. */
function ownerOf(element: string, old: Index, young: Index): string {
  const owner = element.slice(0, element.lastIndexOf("."));
  return owner.includes("#") && (old.has(owner) || young.has(owner)) ? owner : element;
}
