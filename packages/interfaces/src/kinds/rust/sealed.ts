/** Traits that nobody outside can implement, because something that it takes cannot be named there. */
import { childOf, textOf } from "../../syntax/node.ts";
import type { Item } from "./modules.ts";
import { moduleOf, type Names } from "./names.ts";
import type { PublicView } from "./public-items.ts";
import type { TraitShape } from "./structure.ts";
import { splitTokens, tokensOf } from "./tokens.ts";
import type { TraitMember } from "./traits.ts";

const DEPTH = 8;

export function isSealed(
  item: Item,
  shape: TraitShape,
  members: readonly TraitMember[],
  view: PublicView,
  names: Names,
): boolean {
  // A required method that is hidden is a way of saying that nobody should.
  if (members.some(({ required, attributes }) => required && attributes.hidden)) return true;
  if (members.some((member) => member.required && takesPrivate(member, item, view, names))) return true;
  return shape.supertraits.length > 0 && hasSealedSupertrait(item, view, names, 0);
}

/** A required method that takes or gives something that has no public name. */
function takesPrivate({ shape }: TraitMember, item: Item, view: PublicView, names: Names): boolean {
  if (shape.of !== "function") return false;
  const bounds = shape.generics.parameters.flatMap((one) => one.bounds);
  return [...shape.parameters, shape.returns, ...bounds].some((type) => namesPrivate(type, names, view, item));
}

/** Whether a type mentions something of this crate that nobody outside can name. */
export function namesPrivate(text: string, names: Names, view: PublicView, { module }: Item): boolean {
  return (text.match(/\bcrate::[\w:]+/g) ?? []).some((path) =>
    names
      .resolve(module, path.split("::"))
      .some((one) => one.of === "item" && moduleOf(one) === undefined && isClosed(one.item, view)),
  );
}

function isClosed(item: Item, view: PublicView): boolean {
  const known = view.ids.get(item);
  return known === undefined || known.hidden;
}

function hasSealedSupertrait({ node, file, module }: Item, view: PublicView, names: Names, depth: number): boolean {
  if (depth > DEPTH) return false;
  const bounds = textOf(childOf(node, "TraitBounds"), file.text).replace(/^\s*:/, "");
  const clause = textOf(childOf(node, "WhereClause"), file.text).replace(/^\s*where/, "");
  const ofSelf = splitTokens(tokensOf(clause)).filter(([left, colon]) => left === "Self" && colon === ":");
  const all = [...splitTokens(tokensOf(bounds), "+"), ...ofSelf.flatMap((one) => splitTokens(one.slice(2), "+"))];
  return all.some((bound) => {
    const path = pathOf(bound);
    return names.resolve(module, path).some((meaning) => {
      if (meaning.of !== "item" || meaning.item.node.name !== "TraitItem") return false;
      return isClosed(meaning.item, view) || hasSealedSupertrait(meaning.item, view, names, depth + 1);
    });
  });
}

function pathOf(tokens: readonly string[]): string[] {
  const open = tokens.indexOf("<");
  return (open < 0 ? tokens : tokens.slice(0, open)).filter((token) => token !== "::");
}
