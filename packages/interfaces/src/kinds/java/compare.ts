/** Two revisions of Java sources: what no longer links (binary), what no longer compiles (source). */
import type { Change, ShapedElement } from "../../kind.ts";
import { compareById, type Finding } from "../../promise.ts";
import { methodAdded, methodChanges, methodRemoved } from "./compare-method.ts";
import { fieldChanges } from "./compare-field.ts";
import { moduleChanges } from "./compare-module.ts";
import { typeChanges } from "./compare-type.ts";
import { breaks, type Context, contextOf, ownerOf, safe, unsure } from "./context.ts";
import type { FieldStructure, JavaStructure, MethodStructure, ModuleStructure, TypeStructure } from "./structure.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const context = contextOf(before, after);
  const changes = compareById(
    {
      kind: "java",
      removed: (one) => removed(one, context),
      added: (one) => added(one, context),
      changed: (was, is) => changed(was, is, context),
    },
    before,
    after,
  );
  const said = new Set(changes.map(({ rule, element }) => `${rule} ${element}`));
  return changes.filter((change) => change.rule !== "java/nothing" && !isImplied(change, said, context));
}

/** What came or went with its type, or its package, is said of that. */
function isImplied({ element, effect, rule }: Change, said: ReadonlySet<string>, context: Context): boolean {
  for (let owner = ownerOf(element); owner !== undefined; owner = ownerOf(owner)) {
    if (effect !== "changed" && context.old.has(owner) !== context.young.has(owner)) return true;
    if (said.has(`java/type-kind ${owner}`)) return true;
    if (rule === "java/made-internal" && said.has(`${rule} ${owner}`)) return true;
    if (said.has(`java/type-final ${owner}`) && isProtected(context.old.get(element))) return true;
  }
  const unit = element.includes("#") ? undefined : `exports ${element.slice(0, Math.max(0, element.lastIndexOf(".")))}`;
  return (
    unit !== undefined &&
    effect !== "changed" &&
    context.old.has(unit) !== context.young.has(unit) &&
    said.size > 0 &&
    said.has(`java/export-${effect} ${unit}`)
  );
}

function isProtected(one: ShapedElement | undefined): boolean {
  return (one?.structure as unknown as MethodStructure | undefined)?.access === "protected";
}

function removed(old: ShapedElement, context: Context): Finding {
  const { id, kind, signature } = old;
  const structure = old.structure as unknown as JavaStructure | undefined;
  if (structure === undefined) return unsure(`${kind}-removed`, `${id} is gone`);
  if (structure.of === "method" || structure.of === "constructor") return methodRemoved(old, structure, context);
  if (structure.of === "field" && context.inherited(id, context.young))
    return safe("field-moved", `${id} is declared by a supertype now`);
  if (structure.of === "module") return breaks("module-removed", `there is no module ${old.name} any more`);
  return breaks(`${kind}-removed`, `${signature ?? id} is gone`);
}

function added(young: ShapedElement, context: Context): Finding {
  const { id, kind, signature } = young;
  const structure = young.structure as unknown as JavaStructure | undefined;
  const fresh = safe(`${kind}-added`, `${signature?.slice(0, 120) ?? id} is new`);
  if (structure?.of === "module")
    return context.old.size > 0
      ? unsure("module-added", "it is a module now: only what it exports can be seen")
      : fresh;
  if (structure?.of === "field") return fieldAdded(id, structure, context) ?? fresh;
  if (structure?.of === "method" || structure?.of === "constructor")
    return methodAdded(young, structure, context) ?? fresh;
  return fresh;
}

/** A field that hides the one that was had from a supertype. */
function fieldAdded(id: string, is: FieldStructure, context: Context): Finding | undefined {
  const was = context.inherited(id, context.old)?.structure as unknown as FieldStructure | undefined;
  if (was === undefined || context.old.get(ownerOf(id) ?? "") === undefined) return undefined;
  const same = was.static === is.static && was.type === is.type && (was.access === is.access || is.access === "public");
  return same ? undefined : breaks("field-hidden", `${id} hides a field of a supertype that is another`);
}

function changed(old: ShapedElement, young: ShapedElement, context: Context): readonly Finding[] {
  const [was, is] = [old.structure, young.structure] as unknown as [JavaStructure, JavaStructure];
  const { id } = young;
  const findings = differences(id, was, is, context);
  if ("deprecated" in was && "deprecated" in is && !was.deprecated && is.deprecated)
    findings.push(safe("deprecated", `${id} is deprecated`));
  return findings;
}

function differences(id: string, was: JavaStructure, is: JavaStructure, context: Context): Finding[] {
  switch (was.of) {
    case "method":
    case "constructor":
      return methodChanges(id, was, is as MethodStructure, context);
    case "field":
    case "constant":
      return fieldChanges(id, was, is as FieldStructure, context);
    case "module":
      return moduleChanges(was, is as ModuleStructure);
    case "export":
      return [];
    default:
      return typeChanges(id, was, is as TypeStructure, context);
  }
}
