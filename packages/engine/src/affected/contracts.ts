/** Who uses what changed in the interfaces of changed units. */
import { aboutKind } from "@freehold/interfaces";
import type { Unit } from "@freehold/model";
import { type ContractHit, EVERY_SCOPE, type Portfolio } from "@freehold/portfolio";
import type { CompareAnswer } from "../interfaces/job.ts";
import { touchedElements } from "../interfaces/touched.ts";
import { usedInterface, type ConsumerUse } from "../interfaces/used-interface.ts";

export interface Contracts {
  hits(unit: string, whole: boolean): readonly ContractHit[];
}

/** What comparing said of a unit; undefined where it gave no answer. */
export type Comparisons = ReadonlyMap<string, CompareAnswer | undefined>;

export function openContracts(
  units: ReadonlyMap<string, Unit>,
  portfolio: Portfolio,
  compared: Comparisons,
  resolved: ReadonlyMap<string, readonly string[]>,
): Contracts {
  return {
    hits(unit, whole) {
      const everyone = (why: string) => everyConsumer(unit, portfolio, units, why);
      if (whole) return everyone("its interface shows what changed below it");
      const shown = shownPackage(units.get(unit), resolved.get(unit) ?? []);
      if (shown !== undefined) return everyone(`its interface shows ${shown}, which is another version now`);
      if (!compared.has(unit)) return [];
      const answer = compared.get(unit);
      if (answer === undefined || answer.kinds.length === 0) {
        return everyone("its interface is not known, so it counts as changed");
      }
      return usersOfChanges(unit, answer, portfolio, units);
    },
  };
}

/** A package that the unit's interface is made of, among those that resolve to others now (`*`: any may). */
function shownPackage(unit: Unit | undefined, packages: readonly string[]): string | undefined {
  if (packages.length === 0) return undefined;
  const names = new Set(packages);
  const shown = (unit?.interfaces ?? []).flatMap(({ elements }) => elements.flatMap(({ shows = [] }) => shows));
  return shown
    .filter((name) => /^(?:@[^/#]+\/)?[^./@#*][^/#]*[/#]/.test(name))
    .map((name) => /^(?:@[^/]+\/)?[^/#]+/.exec(name)?.[0] ?? name)
    .find((name) => names.has(name) || names.has("*") || names.has(`@types/${name}`));
}

function everyConsumer(
  unit: string,
  portfolio: Portfolio,
  units: ReadonlyMap<string, Unit>,
  why: string,
): ContractHit[] {
  const name = units.get(unit)?.name ?? unit;
  return portfolio.dependents(unit, EVERY_SCOPE).map(({ from, uses }) => ({
    unit: from,
    reason: `uses ${name}: ${why}`,
    passesOn: exposes(
      units.get(from),
      uses.map(({ consume }) => ({ unit: from, consume })),
    ),
  }));
}

function usersOfChanges(
  unit: string,
  answer: CompareAnswer,
  portfolio: Portfolio,
  units: ReadonlyMap<string, Unit>,
): ContractHit[] {
  const changed = touchedElements(answer);
  if (changed.size === 0) return [];
  const name = units.get(unit)?.name ?? unit;
  const interfaces = answer.kinds.map(({ kind, before, after }) => ({ kind, elements: [...before, ...after] }));
  const used = usedInterface(unit, interfaces, portfolio, EVERY_SCOPE);
  const byConsumer = new Map<string, { uses: ConsumerUse[]; elements: Set<string> }>();
  const add = (use: ConsumerUse, element: string) => {
    const known = byConsumer.get(use.unit) ?? { uses: [], elements: new Set<string>() };
    known.uses.push(use);
    known.elements.add(element);
    byConsumer.set(use.unit, known);
  };
  for (const element of changed) for (const use of used.users.get(element) ?? []) add(use, element);
  // Who names nothing, or something that no interface declares, may use whatever changed.
  for (const use of used.whole) add(use, "something of it");
  for (const use of used.undeclared) add(use, "something that it does not declare");
  return [...byConsumer].map(([consumer, { uses, elements }]) => ({
    unit: consumer,
    reason: `uses ${listed([...elements])} of ${name}, which changed`,
    passesOn: exposes(units.get(consumer), uses),
  }));
}

/** `name` of the main entry, `./entry#name` of others. */
function plainName(id: string): string {
  return id.replace(/^\.#/, "");
}

function listed(elements: readonly string[]): string {
  const first = elements.slice(0, 3).map(plainName).join(", ");
  return elements.length > 3 ? `${first} and ${elements.length - 3} more` : first;
}

/**
 * Whether a consumer's own interface shows names that it takes from elsewhere: a re-export, or a type in a
 * signature or behind it. A consumer whose interface isn't known, or that names nothing, is taken to show
 * everything.
 */
function exposes(consumer: Unit | undefined, uses: readonly ConsumerUse[]): boolean {
  const telling = consumer?.interfaces?.filter(({ kind }) => aboutKind(kind)?.tellsWhatItShows === true) ?? [];
  const elements = telling.flatMap((one) => one.elements);
  if (elements.length === 0) return true;
  const names = new Set(
    uses.flatMap(({ use }) => (use === undefined ? [] : [`${use.from}#${use.symbol}`, `${use.from}#*`])),
  );
  if (names.size === 0) return uses.some(({ consume }) => consume.imported);
  const wholes = new Set(uses.flatMap(({ use }) => (use?.symbol === "*" ? [use.from] : [])));
  return elements.some(({ shape, shows = [] }) => {
    // What has no shape, or one that only the compiler can infer, may be made of anything.
    if (shape === undefined || shows.includes("*")) return true;
    return shows.some((shown) => {
      const at = shown.lastIndexOf("#");
      const [module, name] = [shown.slice(0, at), shown.slice(at + 1)];
      return wholes.has(module) || names.has(`${module}#${name.split(".")[0]}`);
    });
  });
}
