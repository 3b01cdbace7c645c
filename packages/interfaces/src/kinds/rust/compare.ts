/** Two revisions of a crate. What members lost with their owner is said once, of the owner. */
import { isList, isRecord } from "../../containment/json.ts";
import type { Change, ShapedElement } from "../../kind.ts";
import { compareById, type Finding, forNewcomers } from "../../promise.ts";
import { expand, inOldNames } from "./aliases.ts";
import { combine, implies as conditionImplies, meet, readCondition } from "./cfg.ts";
import { broken, safe, unsure } from "./compare-generics.ts";
import { manifestAdded, manifestChanges, manifestRemoved } from "./compare-manifest.ts";
import { shapeChanges } from "./compare-shapes.ts";
import { contextOf, type Context, ownersOf, typeShape } from "./context.ts";
import { added, removed } from "./came-and-went.ts";
import type { RustShape } from "./structure.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const old = expand(before);
  const types = new Set(old.elements.filter((one) => typeShape(one) !== undefined).map(({ id }) => id));
  const young = inOldNames(
    expand(after, (id) => types.has(id)),
    old.elements,
    after,
  );
  const context = contextOf(old.elements, young.elements);
  const changes = compareById(
    {
      kind: "rust",
      removed: (one) => manifestRemoved(one) ?? removed(one, context),
      added: (one) => manifestAdded(one) ?? added(one, context),
      changed: (was, is) => manifestChanges(was, is) ?? changed(was, is, context),
    },
    old.elements,
    young.elements,
  );
  const copies = new Map([...old.copies, ...young.copies]);
  return forNewcomers(before, withoutRepetition(changes, copies, context));
}

/** Changes of what lies in something that came, went or was hidden; and of a second path to the same. */
function withoutRepetition(
  changes: readonly Change[],
  copies: ReadonlyMap<string, string>,
  context: Context,
): readonly Change[] {
  const said = new Set(changes.map(({ rule, element }) => `${rule} ${element}`));
  return changes.filter(({ rule, element, effect }) => {
    if (rule === "rust/nothing") return false;
    const origin = copies.get(element);
    if (origin !== undefined && said.has(`${rule} ${origin}`)) return false;
    return !ownersOf(element).some((owner) => {
      if (effect !== "changed")
        return context.old.has(owner) !== context.young.has(owner) || isElsewhere(owner, context);
      // Where it is gone here, another crate has it.
      if (rule === "rust/condition-narrowed" && isPartlyOutside(context.young.get(owner))) return true;
      const whole = WHOLE.has(rule) || (IMPLIED.has(rule) && element.startsWith("impl "));
      return whole && said.has(`${rule} ${owner}`);
    });
  });
}

/** What is of another crate on one side has members that can't be seen there. */
function isElsewhere(owner: string, { old, young }: Context): boolean {
  const [was, is] = [old.get(owner), young.get(owner)];
  if (was === undefined || is === undefined) return false;
  const [before, after] = [was, is].map((one) => shapesOf(one).map(isOutside));
  const all = before?.every(Boolean) !== after?.every(Boolean);
  return all || before?.some(Boolean) !== after?.some(Boolean);
}

function isPartlyOutside(one: ShapedElement | undefined): boolean {
  return one !== undefined && one.structure !== undefined && shapesOf(one).some(isOutside);
}

function isOutside(shape: RustShape): boolean {
  return shape.of === "re-export" && shape.outside;
}

/** What a type demands, its impls demand. */
const IMPLIED: ReadonlySet<string> = new Set([
  "rust/bound-tightened",
  "rust/bound-loosened",
  "rust/generic-parameter-added",
]);

/** Rules that say the same of an element and of all its members. */
const WHOLE: ReadonlySet<string> = new Set([
  "rust/made-internal",
  "rust/condition-narrowed",
  "rust/condition-widened",
  "rust/deprecated",
  "rust/re-exported",
]);

function changed(was: ShapedElement, is: ShapedElement, context: Context): readonly Finding[] {
  const [before, after] = [shapesOf(was), shapesOf(is)];
  const findings = before.flatMap((old) => {
    const same = after.find((one) => one.cfg === old.cfg && one.of === old.of);
    const met = same === undefined ? after.filter((one) => meet(conditionOf(old), conditionOf(one))) : [same];
    return met.flatMap((one) => shapeChanges(was.id, old, one, context));
  });
  const all = [...condition(was.id, before, after), ...findings];
  return [...new Map(all.map((one) => [`${one.rule} ${one.message}`, one])).values()];
}

function shapesOf(one: ShapedElement): readonly RustShape[] {
  const { structure } = one;
  const variants = isRecord(structure) ? structure["variants"] : undefined;
  return (isList(variants) ? variants : [structure ?? null]) as unknown as readonly RustShape[];
}

function conditionOf({ cfg }: RustShape) {
  return cfg === undefined ? combine("all", []) : readCondition(cfg);
}

/** Names that the compiler sets; others a build script does, and where it does nothing here can tell. */
const OF_COMPILER = /^(?:unix|windows|debug_assertions|panic|proc_macro|test|doc|docsrs|doctest|miri|true|false)$/;

function namesOwn(cfg: string): boolean {
  const bare = cfg.replaceAll(/\w+\s*=\s*"[^"]*"/g, "");
  return [...bare.matchAll(/\b[a-z_]\w*\b(?!\s*\()/g)].some(([name]) => !OF_COMPILER.test(name));
}

/** Whether it exists wherever it did. */
function condition(id: string, before: readonly RustShape[], after: readonly RustShape[]): Finding[] {
  const [old, young] = [combine("any", before.map(conditionOf)), combine("any", after.map(conditionOf))];
  const still = conditionImplies(old, young);
  const now = after.map(({ cfg }) => cfg ?? "always").join(" or ");
  const built = before.some(({ cfg }) => cfg !== undefined && namesOwn(cfg));
  if (still === false && !built) return [broken("condition-narrowed", `${id} exists only where ${now}`)];
  if (still !== true) return [unsure("condition", `${id} exists where ${now}`)];
  return conditionImplies(young, old) === false ? [safe("condition-widened", `${id} exists where ${now}`)] : [];
}
