/** Two versions of a module: what importers break on, and what they gain. */
import type { Change, ShapedElement } from "../../kind.ts";
import { compareUnread } from "../../syntax/unread.ts";
import { Correspondence, type Placed } from "./correspond.ts";
import { DECLARATIONS } from "./elements.ts";
import { implementing } from "./implementing.ts";
import { isPromised, isPublic, nameOf, packageOf } from "./go-type.ts";
import { typeText } from "./go-text.ts";
import type { Model } from "./model.ts";
import { compareObjects } from "./objects.ts";
import { World } from "./world.ts";

const EMPTY: Model = { packages: [], types: {}, objects: {} };

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const [old, young] = [indexed(before), indexed(after)];
  const changes = [...moduleChanges(old, young), ...compareUnread("go", before, after)];
  const same = old.get(DECLARATIONS)?.shape === young.get(DECLARATIONS)?.shape && before.length > 0 && after.length > 0;
  if (same) return changes;
  const pairs = new Correspondence(new World(modelOf(old)), new World(modelOf(young)));
  const packages = packageChanges(old, young);
  comparePublic(pairs, old, young);
  implementing(pairs);
  return [...changes, ...packages, ...unique(pairs.found, old, young)];
}

function indexed(elements: readonly ShapedElement[]): ReadonlyMap<string, ShapedElement> {
  return new Map(elements.map((one) => [one.id, one]));
}

function modelOf(elements: ReadonlyMap<string, ShapedElement>): Model {
  return (elements.get(DECLARATIONS)?.structure as Model | undefined) ?? EMPTY;
}

type Index = ReadonlyMap<string, ShapedElement>;

/** Another path is another module to every importer. */
function moduleChanges(old: Index, young: Index): Change[] {
  const [was, is] = [old.get("module"), young.get("module")];
  if (was === undefined || is === undefined || was.name === is.name) return [];
  const message = `the module is called ${is.name} in place of ${was.name}: every import of it must change`;
  return [
    { rule: "go/module-renamed", class: "breaking", effect: "changed", element: "module", message, old: was, new: is },
  ];
}

function packageChanges(old: Index, young: Index): Change[] {
  const changes: Change[] = [];
  for (const was of old.values()) {
    if (was.kind !== "package") continue;
    const is = young.get(was.id);
    if (is === undefined)
      changes.push({
        rule: "go/package-removed",
        class: "breaking",
        effect: "removed",
        element: was.id,
        message: `package ${was.id} is gone${noticed(was)}`,
        old: was,
      });
    else if (is.name !== was.name)
      changes.push({
        rule: "go/package-renamed",
        class: "breaking",
        effect: "changed",
        element: was.id,
        message: `package ${was.id} calls itself ${is.name} in place of ${was.name}`,
        old: was,
        new: is,
      });
  }
  for (const is of young.values()) {
    if (is.kind === "package" && !old.has(is.id))
      changes.push({
        rule: "go/package-added",
        class: "compatible",
        effect: "added",
        element: is.id,
        message: `package ${is.id} is new`,
        new: is,
      });
  }
  return changes;
}

function noticed({ stability }: ShapedElement): string {
  return stability === "deprecated" ? " (it was deprecated)" : "";
}

/** Names of types first, so that a type keeps its own name where it can; then everything exported. */
function comparePublic(pairs: Correspondence, old: Index, young: Index): void {
  const [was, is] = [pairs.old.model, pairs.young.model];
  const keys = Object.keys(was.objects)
    .filter((key) => isPublic(key) && old.has(packageOf(key)))
    .sort();
  for (const key of keys) {
    const type = was.types[key];
    if (was.objects[key]?.kind !== "type" || type === undefined || is.types[key] === undefined) continue;
    const named = pairs.old.unalias({ kind: "name", key, args: [] });
    if (named.kind !== "name" || !isPublic(named.key) || named.args.length > 0 || is.types[named.key] === undefined)
      continue;
    pairs.via = key;
    if (named.key === key) compareObjects(pairs, key);
  }
  for (const key of keys) {
    pairs.via = key;
    if (is.objects[key] !== undefined) compareObjects(pairs, key);
    // The whole package says it already.
    else if (young.has(packageOf(key)))
      pairs.report(key, "removed", {
        rule: `${was.objects[key]?.kind ?? "object"}-removed`,
        class: "breaking",
        message: `${nameOf(key)}: removed`,
      });
  }
  for (const key of Object.keys(is.objects).sort()) {
    if (!isPublic(key) || was.objects[key] !== undefined || !isPromised(packageOf(key)) || !old.has(packageOf(key)))
      continue;
    pairs.via = key;
    const signature = young.get(key)?.signature ?? typeText(is.objects[key]?.type ?? { kind: "unknown", text: "" });
    pairs.report(key, "added", {
      rule: `${is.objects[key]?.kind ?? "object"}-added`,
      class: "compatible",
      message: `${signature}: added`,
    });
  }
}

/** A finding belongs to the element it names, else to the exported one that shows it. */
function unique(found: readonly Placed[], old: Index, young: Index): Change[] {
  const seen = new Set<string>();
  return found.flatMap((one): Change[] => {
    const element =
      old.has(one.at) || young.has(one.at) ? one.at : isPublic(one.at) ? ownerOf(one.at, old, young) : one.via;
    const key = `${one.rule} ${one.at} ${one.class} ${one.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const [was, is] = [old.get(element), young.get(element)];
    const shown = packageOf(one.at) === "." ? one.message : `${packageOf(one.at).slice(2)}: ${one.message}`;
    const hidden = isPublic(one.at) ? shown : `${shown} (shown by ${nameOf(one.via)})`;
    return [
      {
        rule: `go/${one.rule}`,
        class: one.class,
        effect: one.effect,
        element,
        message: one.effect === "removed" && was?.stability === "deprecated" ? `${hidden} (it was deprecated)` : hidden,
        ...(was === undefined ? {} : { old: was }),
        ...(is === undefined ? {} : { new: is }),
      },
    ];
  });
}

function ownerOf(at: string, old: Index, young: Index): string {
  const owner = at.slice(0, at.lastIndexOf("."));
  return owner.includes("#") && (old.has(owner) || young.has(owner)) ? owner : at;
}
