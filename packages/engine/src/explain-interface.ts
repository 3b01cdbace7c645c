/** The boundary as promised beside the boundary as used, as statements with their places. */
import type { Evidence, InterfaceUse, Product, ProductInterface, PromisedElement, Snapshot } from "@freehold/model";
import type { Statement } from "./explain.ts";
import { summarizeUse, type UsedElement, type UseSummary } from "./interfaces/use-summary.ts";
import { viewContext } from "./view/context.ts";
import { productInterface } from "./view/interface.ts";

const FIRST_UNUSED = 50;
const FIRST_PLACES = 5;

/** Everything for an answer to `<product>.interface`. */
export function explainInterface(
  snapshot: Snapshot,
  product: Product,
): { readonly statements: readonly Statement[]; readonly interface: ProductInterface } {
  const found = productInterface(viewContext(snapshot), product);
  const summary = summarizeUse(found);
  const statements = [
    headOf(found, summary),
    ...undeclared(summary.undeclared),
    ...summary.internal.map((one) => usedStatement("used though internal", one)),
    ...summary.used.map((one) => usedStatement("used", one)),
    ...(summary.perhaps.length === 0
      ? []
      : [
          listed(
            "used, perhaps, with the whole module",
            summary.perhaps.map(({ element }) => element),
          ),
        ]),
    ...(summary.unused.length === 0 ? [] : [listed("used by no other product", summary.unused)]),
    ...wholeStatements(summary.whole),
  ];
  return { statements, interface: found };
}

/** The first line of it, for the explanation of the product as a whole. */
export function interfaceHead(snapshot: Snapshot, product: Product): Statement {
  const found = productInterface(viewContext(snapshot), product);
  return headOf(found, summarizeUse(found));
}

function headOf({ units }: ProductInterface, summary: UseSummary): Statement {
  const { promised, used, unused, perhaps, unseen, undeclared: more, internal } = summary;
  const unread = units.filter(({ state }) => state === "not-read").length;
  if (unread > 0 && unread === units.length)
    return {
      title: "promises",
      text: "unknown: interfaces were not read (scan without --no-interfaces)",
      evidence: [],
    };
  const facts = [
    `${used.length} used by other products`,
    `${unused.length} by none`,
    ...(perhaps.length > 0 ? [`${perhaps.length} perhaps`] : []),
    ...(unseen > 0 ? [`${unseen} whose use code does not show`] : []),
  ];
  const crossed = more.length + internal.length;
  const text = `${promised} elements: ${facts.join(", ")}; ${crossed === 0 ? "nothing is used that is not promised" : `${crossed} used that are not promised`}`;
  return { title: "promises", text, evidence: [] };
}

/** By what is imported: who reaches for the same thing stands together. */
function undeclared(uses: readonly InterfaceUse[]): Statement[] {
  const groups = Map.groupBy(uses, ({ symbol, from }) => `${symbol ?? "*"}\0${from ?? ""}`);
  return [...groups.values()].map((same) => {
    const [first] = same;
    const { symbol = "*", from = "" } = first ?? {};
    const what = symbol === "*" ? "the whole" : `\`${symbol}\``;
    return { title: "used, not promised", text: `${what} of ${from}, by ${users(same)}`, evidence: placesOf(same) };
  });
}

function usedStatement(title: string, { element, uses }: UsedElement): Statement {
  const count = uses.reduce((sum, one) => sum + one.uses, 0);
  const note = element.stability === "stable" ? "" : ` (${element.stability})`;
  const text = `${element.name}${note}, by ${users(uses)}: ${count} ${count === 1 ? "import" : "imports"}`;
  return { title, text, evidence: [element.evidence, ...placesOf(uses)] };
}

function listed(title: string, elements: readonly PromisedElement[]): Statement {
  const shown = elements.slice(0, FIRST_UNUSED);
  const more = elements.length - shown.length;
  const names = shown.map(({ name }) => name).join(", ");
  return {
    title,
    text: `${names}${more === 0 ? "" : ` and ${more} more`}`,
    evidence: shown.map(({ evidence, name }) => ({ ...evidence, detail: name })),
  };
}

function wholeStatements(uses: readonly InterfaceUse[]): Statement[] {
  if (uses.length === 0) return [];
  return [{ title: "used without naming what", text: `by ${users(uses)}`, evidence: placesOf(uses) }];
}

function users(uses: readonly InterfaceUse[]): string {
  return [...new Set(uses.map(({ product, unit }) => product?.slug ?? unit.name))].sort().join(", ");
}

function placesOf(uses: readonly InterfaceUse[]): Evidence[] {
  return uses
    .flatMap(({ places, unit }) =>
      places.map(({ path, line }) => ({
        rule: "interface.use",
        repository: unit.repository,
        path,
        ...(line === undefined ? {} : { line }),
      })),
    )
    .slice(0, FIRST_PLACES);
}
