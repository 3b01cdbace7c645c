import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atLeast, notApplicable, unknown } from "../../outcome.ts";

/** What is promised and used by nobody is complexity without value. */
export const interfaceIsUsed: Check = {
  name: "interface-is-used",
  title: "What it promises is used",
  looksAt:
    "The exported names of its units that other products import, over all of them. Published units may have users who are not seen here, so a low share of theirs is unknown, not failed.",
  mend: "Deprecate what nobody uses, beginning with what is hardest to keep.",
  source: "Doctrine D9 and S10. Interfaces that nobody uses are the first candidates of simplifying.",
  thresholds: { share: "Share of exported names in use, at least." },
  effort: "days",
  run({ uses, units, elementIndexes, threshold, missing }) {
    const named = uses().filter(({ consume }) => (consume.symbolUses?.length ?? 0) > 0);
    if (named.length === 0) return notApplicable("No product of the portfolio uses it by names that are read.");
    if (named.some(({ consume }) => consume.symbols?.includes("*")))
      return unknown("A user imports all of it, so any name may be in use.");
    const promised = units.flatMap((unit) =>
      (unit.interfaces ?? []).map((one, index) => ({
        id: unit.id,
        names: elementIndexes(unit)[index],
        roots: one.elements.filter((element) => isRoot(element.id)),
      })),
    );
    const total = promised.reduce((sum, { roots }) => sum + roots.length, 0);
    if (total === 0)
      return unknown("Its interfaces are of no kind in which names could be looked up, or were not read.");
    const used = new Set<string>();
    for (const { id, names, roots } of promised) {
      const own = new Set(roots.map((element) => element.id));
      for (const { consume, provider } of named) {
        if (provider.id !== id) continue;
        for (const { symbol, from } of consume.symbolUses ?? []) {
          for (const element of names?.match({ id: consume.id, from, symbol })?.elements ?? [])
            if (own.has(element)) used.add(`${id} ${element}`);
        }
      }
    }
    const share = Math.round((used.size / total) * 100) / 100;
    const users = new Set(named.map(({ by }) => by.id)).size;
    const detail = `${used.size} of ${counted(total, "exported name")} ${used.size === 1 ? "is" : "are"} used by ${counted(users, "product")}.`;
    const evidence = [missing(detail)];
    if (share < threshold("share") && units.some(({ published }) => published === true))
      return unknown(`${detail} It is published: others may use the rest.`, evidence);
    return atLeast(share, threshold("share"), detail, evidence);
  },
};

/** A name that can be imported: behind the entry, and no member of another. */
function isRoot(id: string): boolean {
  const hash = id.indexOf("#");
  return hash > 0 && !id.slice(hash + 1).includes(".") && !id.includes("#* from ");
}
