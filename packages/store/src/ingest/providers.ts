/** Which unit a consume gets, by the same rule as the graph of a scan (`chooseProvider`). */
import type { Unit } from "@freehold/model";
import { chooseProvider, isOpenToAll, type ProviderFacts } from "@freehold/portfolio";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";

export interface UnitFacts extends ProviderFacts {
  readonly key: number;
}

/** Providers met lately, by identifier; popular ones are asked for by every batch. */
export type KnownProviders = Map<number, readonly UnitFacts[]>;

const MOST_REMEMBERED = 100_000;

/** The same as `providersOf`, asking only for what is not known; whoever changes what is provided takes it out. */
export async function providersOfMany(
  scope: Scope,
  identifiers: ReadonlySet<number>,
  known: KnownProviders,
): Promise<KnownProviders> {
  if (known.size > MOST_REMEMBERED) known.clear();
  const unknown = [...identifiers].filter((identifier) => !known.has(identifier));
  const found = await providersOf(scope, unknown);
  for (const identifier of unknown) known.set(identifier, found.get(identifier) ?? NONE);
  return known;
}

const NONE: readonly UnitFacts[] = [];

/** Units that provide each of the identifiers. */
export async function providersOf(scope: Scope, identifiers: Iterable<number>): Promise<Map<number, UnitFacts[]>> {
  const providers = new Map<number, UnitFacts[]>();
  for (const some of portions(identifiers)) {
    const rows = await scope.db
      .selectFrom("provide")
      .innerJoin("unit", "unit.key", "provide.unit")
      .select([
        "provide.identifier",
        "unit.key",
        "unit.id",
        "unit.repository",
        "unit.role",
        "unit.path",
        "unit.published",
        "unit.around",
      ])
      .where("provide.identifier", "in", some)
      .execute();
    for (const { identifier, ...row } of rows) {
      const facts = factsOf(row);
      const before = providers.get(identifier);
      if (before === undefined) providers.set(identifier, [facts]);
      else before.push(facts);
    }
  }
  return providers;
}

interface FactsRow {
  readonly key: number;
  readonly id: string;
  readonly repository: number;
  readonly role: string;
  readonly path: string;
  readonly published: number | null;
  readonly around: string | null;
}

/** A repository's number stands for its id: the rule only asks whether two are the same. */
export function factsOf({ key, id, repository, role, path, published, around }: FactsRow): UnitFacts {
  const facts = {
    key,
    id,
    repository: String(repository),
    role: role as Unit["role"],
    path,
    surroundings: around ?? "",
  };
  return published === null ? facts : { ...facts, published: published === 1 };
}

const FACTS = ["repository", "role", "path", "published", "surroundings"] as const;

export function sameFacts(a: UnitFacts, b: UnitFacts): boolean {
  return FACTS.every((name) => a[name] === b[name]);
}

/** The key of the unit that everybody gets: it is alone, and of a kind that can be got from anywhere; else undefined. */
export function onlyProvider(candidates: readonly UnitFacts[] | undefined): number | undefined {
  const [only, ...others] = candidates ?? NONE;
  return only !== undefined && others.length === 0 && isOpenToAll(only) ? only.key : undefined;
}

/** The key of the unit that `consumer` gets; null: it comes from outside. */
export function providerKey(consumer: UnitFacts, candidates: readonly UnitFacts[] | undefined): number | null {
  return candidates === undefined ? null : (chooseProvider(consumer, candidates)?.key ?? null);
}
