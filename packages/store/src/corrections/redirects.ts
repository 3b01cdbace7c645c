/** Where units go that a snapshot gives to a product which people merged or split. */
import { portions } from "../ingest/chunks.ts";
import type { Scope } from "../scope.ts";
import type { Payload } from "./correction.ts";

export interface Redirects {
  /** The product that a unit belongs to, where a snapshot says `observed`. */
  target(unit: string, observed: number): number;
}

/** Reads the merges and splits of these products, and of those that they lead to. */
export async function loadRedirects(scope: Scope, products: Iterable<number>): Promise<Redirects> {
  const merged = new Map<number, number>();
  const split = new Map<string, number>();
  const seen = new Set<number>();
  let wave = [...products];
  while (wave.length > 0) {
    for (const key of wave) seen.add(key);
    const next = new Set<number>();
    for (const some of portions(wave)) {
      const rows = await scope.db
        .selectFrom("correction")
        .select(["product", "payload"])
        .where("product", "in", some)
        .where("kind", "in", ["merge", "split"])
        .where("undone", "is", null)
        .orderBy("key")
        .execute();
      for (const { product, payload } of rows) {
        const said = JSON.parse(payload) as Payload;
        if (said.kind === "merge") merged.set(product, said.into);
        if (said.kind === "split") for (const unit of said.units) split.set(`${product} ${unit}`, said.made);
        const led = said.kind === "merge" ? said.into : said.kind === "split" ? said.made : product;
        if (!seen.has(led)) next.add(led);
      }
    }
    wave = [...next];
  }
  return {
    target(unit, observed) {
      let at = observed;
      const passed = new Set<number>();
      while (!passed.has(at)) {
        passed.add(at);
        at = split.get(`${at} ${unit}`) ?? merged.get(at) ?? at;
      }
      return at;
    },
  };
}
