/** The boundaries as promised and as used, as a section of the report of a scan. */
import { type PortfolioView, summarizeUse } from "@freehold/engine/view";
import { styled, type Terminal } from "../terminal.ts";
import { table } from "./table.ts";

const FIRST_ROWS = 10;
/** A list of that many is read on the page, not in a terminal. */
const MOST_PRODUCTS = 2000;

/** What is used though not promised comes first, then what promises most that nobody uses. */
export function interfaceSection(
  view: PortfolioView,
  { terminal, all }: { readonly terminal: Terminal; readonly all: boolean },
): string {
  const relied = view.rows.filter(({ dependents, hidden }) => dependents > 0 && hidden !== true);
  if (relied.length === 0 || relied.length > MOST_PRODUCTS) return "";
  const rows = relied
    .flatMap(({ slug }) => {
      const found = view.interfaceOf(slug);
      return found === undefined ? [] : [{ slug, ...figures(summarizeUse(found)) }];
    })
    .filter(({ promised, crossed }) => promised > 0 || crossed > 0)
    .sort((a, b) => b.crossed - a.crossed || b.unused - a.unused || (a.slug < b.slug ? -1 : 1));
  if (rows.length === 0) return "";
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  const more = rows.length - shown.length;
  const note = styled(terminal, "dim", "  what products promise, and what other products use of it");
  const body = table(
    [
      { title: "product", most: 44 },
      { title: "promises", align: "right" },
      { title: "used", align: "right" },
      { title: "by nobody", align: "right" },
      { title: "not promised", align: "right" },
    ],
    shown.map(cells),
  );
  const left = more === 0 ? "" : `  and ${more} more products; --all lists them\n`;
  return `${styled(terminal, "bold", `Interfaces (${rows.length})`)}${note}\n${body}${left}  one with its users: freehold explain ${shown[0]?.slug ?? ""}.interface\n`;
}

/** Where no use can be told from another, as in languages whose imports are not read, there is no figure. */
function cells({ slug, promised, used, unused, crossed }: { slug: string } & ReturnType<typeof figures>): string[] {
  const seen = used + unused + crossed > 0;
  return [slug, String(promised), ...[used, unused, crossed].map((count) => (seen ? String(count) : "–"))];
}

function figures({ promised, used, unused, undeclared, internal }: ReturnType<typeof summarizeUse>) {
  return { promised, used: used.length, unused: unused.length, crossed: undeclared.length + internal.length };
}
