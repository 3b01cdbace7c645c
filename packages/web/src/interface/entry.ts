/** What the interface tab lists: each element that is promised, and each name that is used without being one. */
import type { InterfaceUnit, InterfaceUse, ProductInterface, PromisedElement } from "@freehold/model";

/**
 * used: by other products; own: by other units of the same product only; perhaps: whoever uses it takes the
 * whole module, or names nothing; unused: by nobody; unseen: code does not name what it uses of its kind;
 * undeclared: used by others, and no element of the interface, or an internal one.
 */
export type UseState = "used" | "own" | "perhaps" | "unused" | "unseen" | "undeclared";

export interface Entry {
  readonly key: string;
  readonly unit: InterfaceUnit;
  readonly name: string;
  /** Absent: it is used, and no interface declares it. */
  readonly element?: PromisedElement;
  /** What imports of it name, where no element says what it is. */
  readonly from?: string;
  readonly state: UseState;
  readonly users: readonly InterfaceUse[];
  readonly perhaps: readonly InterfaceUse[];
}

/** Undeclared names first: they are what somebody has to mend. */
export function entriesOf({ units, uses }: ProductInterface): readonly Entry[] {
  return units.flatMap((unit) => [...undeclaredOf(unit, uses), ...promisedOf(unit, uses)]);
}

function promisedOf(unit: InterfaceUnit, uses: readonly InterfaceUse[]): Entry[] {
  const whole = pick(uses, unit.whole);
  return unit.elements.map((element) => {
    const users = pick(uses, element.users);
    const perhaps = [...pick(uses, element.perhaps), ...whole];
    const key = `${unit.id} ${element.interface} ${element.id}`;
    return { key, unit, name: element.name, element, users, perhaps, state: stateOf(element, users, perhaps) };
  });
}

function stateOf(
  { stability, useSeen }: PromisedElement,
  users: readonly InterfaceUse[],
  perhaps: readonly InterfaceUse[],
): UseState {
  if (users.some(({ own }) => !own)) return stability === "internal" ? "undeclared" : "used";
  if (perhaps.some(({ own }) => !own)) return "perhaps";
  if (users.length + perhaps.length > 0) return "own";
  return useSeen ? "unused" : "unseen";
}

/** What a unit of the same product reaches for is the product's own affair. */
function undeclaredOf(unit: InterfaceUnit, uses: readonly InterfaceUse[]): Entry[] {
  const others = pick(uses, unit.undeclared).filter(({ own }) => !own);
  const byName = Map.groupBy(others, ({ from = "", symbol = "" }) => `${from} ${symbol}`);
  return [...byName].map(([name, users]) => {
    const { symbol = "*", from } = users[0] ?? {};
    const shown = symbol === "*" ? "the whole module" : symbol;
    const key = `${unit.id} undeclared ${name}`;
    return { key, unit, name: shown, state: "undeclared", users, perhaps: [], ...(from === undefined ? {} : { from }) };
  });
}

function pick<T>(items: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((place) => items[place] ?? []);
}
