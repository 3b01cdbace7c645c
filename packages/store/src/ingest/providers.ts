/** Which unit a consume gets, by the same rule as the graph of a scan (`chooseProvider`). */
import type { Unit } from "@freehold/model";
import { chooseProvider, type ProviderFacts } from "@freehold/portfolio";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";

export interface UnitFacts extends ProviderFacts {
  readonly key: number;
}

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

/** The key of the unit that `consumer` gets; null: it comes from outside. */
export function providerKey(consumer: UnitFacts, candidates: readonly UnitFacts[] | undefined): number | null {
  return candidates === undefined ? null : (chooseProvider(consumer, candidates)?.key ?? null);
}
