/** What a comparison needs to know around one element: its owner, the traits, who implements what. */
import { isList, isRecord } from "../../containment/json.ts";
import type { ShapedElement } from "../../kind.ts";
import type { Circumstances } from "./compare-shapes.ts";
import type { RustShape, ShapeOf } from "./structure.ts";

export interface Context extends Circumstances {
  readonly old: ReadonlyMap<string, ShapedElement>;
  readonly young: ReadonlyMap<string, ShapedElement>;
}

export function contextOf(before: readonly ShapedElement[], after: readonly ShapedElement[]): Context {
  const old = new Map(before.map((one) => [one.id, one]));
  const young = new Map(after.map((one) => [one.id, one]));
  return {
    old,
    young,
    implementable(id) {
      const trait = shapeAs(old.get(ownerOf(id) ?? ""), "trait");
      return trait !== undefined && !trait.sealed;
    },
    implementsAuto: (trait, id) => [...young.keys()].some((one) => isAutoImpl(one, trait, id)),
    typeAround: (id) => typeShape(old.get(ownerOf(id) ?? "")),
    supertraits: (trait) =>
      shapeAs(old.get(trait.replace(/^crate::/, "").replace(/<.*$/s, "")), "trait")?.supertraits ?? [],
    newDefaults(id) {
      const owner = ownerOf(id) ?? "";
      const [was, is] = [typeShape(old.get(owner)), typeShape(young.get(owner))];
      if (was === undefined || is === undefined) return new Map();
      const from = was.generics.parameters.length;
      const entries = is.generics.parameters
        .slice(from)
        .flatMap((one, at) => (one.default === null ? [] : [[`$${from + at}`, one.default] as const]));
      return new Map(entries);
    },
  };
}

function isAutoImpl(id: string, trait: string, type: string): boolean {
  const match = /^impl (\S+) for ([\w:]+)/.exec(id);
  return match !== null && match[1]?.split("::").at(-1) === trait && match[2] === type;
}

export function shapeAs<Kind extends RustShape["of"]>(
  one: ShapedElement | undefined,
  of: Kind,
): ShapeOf<Kind> | undefined {
  const { structure } = one ?? {};
  if (!isRecord(structure)) return undefined;
  const { variants } = structure;
  const all = isList(variants) ? variants : [structure];
  const first = all.find((shape) => isRecord(shape) && shape["of"] === of);
  return isRecord(first) ? (first as unknown as ShapeOf<Kind>) : undefined;
}

export function typeShape(one: ShapedElement | undefined) {
  return shapeAs(one, "struct") ?? shapeAs(one, "enum") ?? shapeAs(one, "union");
}

/** `a::B.c` and `a::B::c` lie in `a::B`; that of a specialised type lies in the type. */
export function ownerOf(id: string): string | undefined {
  const plain = withoutArguments(id);
  const at = Math.max(plain.lastIndexOf("::"), plain.lastIndexOf("."));
  return at <= 0 ? undefined : plain.slice(0, at);
}

function withoutArguments(id: string): string {
  let text = "";
  let depth = 0;
  for (const char of id) {
    if (char === "<") depth++;
    if (depth === 0) text += char;
    if (char === ">") depth--;
  }
  return text;
}

/** All that an element goes with: of an impl the trait and the types that it names. */
export function ownersOf(id: string): readonly string[] {
  if (/^(?:impl|derive) /.test(id)) return id.slice(id.indexOf(" ")).match(/[A-Za-z_][\w:]*/g) ?? [];
  if (/^(?:feature |derive\(|#)/.test(id)) return [];
  const owners: string[] = [];
  for (let owner = ownerOf(id); owner !== undefined; owner = ownerOf(owner)) owners.push(owner);
  return owners;
}
