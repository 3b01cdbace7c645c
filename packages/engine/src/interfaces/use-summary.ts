/** The boundary of a product in figures and lists: promised, used by others, used by nobody, used though not promised. */
import { aboutKind } from "@freehold/interfaces";
import type { InterfaceUse, ProductInterface, PromisedElement } from "@freehold/model";
import { ownerOf } from "./touched.ts";

export interface UsedElement {
  readonly element: PromisedElement;
  /** Uses by other products; the product's own are left out. */
  readonly uses: readonly InterfaceUse[];
}

export interface UseSummary {
  /** Elements that somebody could import or name: members count with what they belong to. */
  readonly promised: number;
  /** By other products, most uses first. */
  readonly used: readonly UsedElement[];
  /** By nobody outside: neither by name nor, perhaps, with the whole module. */
  readonly unused: readonly PromisedElement[];
  /** Only, perhaps, by who takes the whole module. */
  readonly perhaps: readonly UsedElement[];
  /** Used from outside although they are marked as internal. */
  readonly internal: readonly UsedElement[];
  /** Names used that nothing promises: deep imports, and what is not exported. */
  readonly undeclared: readonly InterfaceUse[];
  /** Uses that name nothing. */
  readonly whole: readonly InterfaceUse[];
  /** Of kinds whose use code does not show by name (images, schemas, …). */
  readonly unseen: number;
}

/** Linear in the elements and their uses. */
export function summarizeUse({ units, uses }: ProductInterface): UseSummary {
  const outside = (indexes: readonly number[]) =>
    indexes.flatMap((index) => {
      const use = uses[index];
      return use === undefined || use.own ? [] : [use];
    });
  const elements = units.flatMap((unit) => unit.elements).filter(isNamed);
  const seen = elements.filter((element) => aboutKind(element.interface)?.named !== undefined);
  const named = seen.map((element) => ({ element, uses: outside(element.users) }));
  const [used, rest] = [named.filter((one) => one.uses.length > 0), named.filter((one) => one.uses.length === 0)];
  const whole = rest.map(({ element }) => ({ element, uses: outside(element.perhaps) }));
  return {
    promised: elements.filter(({ stability }) => stability !== "internal").length,
    used: used.filter(({ element }) => element.stability !== "internal").sort(byUses),
    unused: whole
      .filter(({ element, uses: by }) => by.length === 0 && element.stability !== "internal")
      .map(({ element }) => element),
    perhaps: whole.filter(({ element, uses: by }) => by.length > 0 && element.stability !== "internal"),
    internal: used.filter(({ element }) => element.stability === "internal").sort(byUses),
    undeclared: outside(units.flatMap((unit) => unit.undeclared)),
    whole: outside(units.flatMap((unit) => unit.whole)),
    unseen: elements.length - seen.length,
  };
}

/** Neither a member nor a condition of all use, such as an entry point or an engine. */
function isNamed({ id, interface: kind, kind: sort }: PromisedElement): boolean {
  return ownerOf(id) === id && sort !== "entry" && aboutKind(kind)?.everyones?.(id) !== true;
}

function byUses(a: UsedElement, b: UsedElement): number {
  return b.uses.length - a.uses.length || (a.element.id < b.element.id ? -1 : 1);
}
