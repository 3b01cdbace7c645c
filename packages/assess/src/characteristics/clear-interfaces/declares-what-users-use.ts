import type { Check, Sight } from "../../check.ts";
import { isShippedPlace } from "../../text/shipped-place.ts";
import { leavesOut } from "../../text/meant-range.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** What is used and not promised breaks without anybody having broken a promise. */
export const declaresWhatUsersUse: Check = {
  name: "declares-what-users-use",
  title: "Its interfaces hold everything that others use of it",
  looksAt:
    "Names that other products import from its units, against the elements of those units' interfaces. Users whose range leaves the present version out get another one, and are left out.",
  mend: "Export the names that the evidence shows, or offer their users something else.",
  source: "Doctrine D2: declared and complete. Hyrum's law says the same from the other side.",
  thresholds: { names: "Names used and not declared, at most." },
  effort: "hours",
  run({ uses, elementIndexes, threshold }) {
    const named = uses().filter(
      ({ consume, unit, provider }) =>
        (consume.symbolUses?.length ?? 0) > 0 && !leavesOut(consume.range, unit.ecosystem, provider.version),
    );
    if (named.length === 0)
      return notApplicable("No product of the portfolio uses its present version by names that are read.");
    const absent = new Map<string, Sight>();
    let seen: Sight | undefined;
    let looked = 0;
    for (const { consume, provider, unit } of named) {
      const known = elementIndexes(provider);
      for (const { symbol, from, places } of consume.symbolUses ?? []) {
        if (isAsset(from) || !places.some(({ path }) => isShippedPlace(path))) continue;
        const matches = known.flatMap((index) => index.match({ id: consume.id, from, symbol }) ?? []);
        if (matches.length === 0) continue;
        looked++;
        const place = places.find(({ path }) => isShippedPlace(path));
        const sight = { repository: unit.repository, ...place, detail: `${symbol} from ${from}` };
        seen ??= sight;
        if (matches.every(({ missing }) => missing)) absent.set(symbol, sight);
      }
    }
    if (looked === 0)
      return unknown("Its interfaces are of no kind in which those names could be looked up, or were not read.");
    const evidence = absent.size > 0 ? [...absent.values()].slice(0, 8) : seen === undefined ? [] : [seen];
    return atMost(
      absent.size,
      threshold("names"),
      `${absent.size} of ${looked} names that others import are no element of its interfaces.`,
      evidence,
    );
  },
};

/** `@acme/lamp/glow.wasm`, `../lamp/package.json`: a file of a package that is no module, so no interface has names of it. */
function isAsset(from: string): boolean {
  const inner = from.startsWith("@") ? from.split("/").slice(2) : from.split("/").slice(1);
  const ending = /\.(\w+)$/.exec(inner.at(-1) ?? "")?.[1];
  return ending !== undefined && /^(?:wasm|css|scss|less|json|svg|png|jpe?g|gif|woff2?|html|txt|md)$/.test(ending);
}
