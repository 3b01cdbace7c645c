/** What the palette offers for a query: recent products first, then what the letters mean. */
import type { IconName } from "../ui/index.ts";
import { KINDS } from "../format/words.ts";
import type { ActionContext } from "./action.ts";
import { rank } from "./rank.ts";
import type { RecentProduct } from "./recent.ts";
import { actions } from "./registry.ts";

export interface PaletteEntry {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly icon: IconName;
  readonly note?: string;
  readonly kind?: string;
  readonly keys?: string;
  readonly perform: (context: ActionContext) => void;
}

interface PaletteInput {
  readonly query: string;
  /** What the server found for the query, best first. */
  readonly products: readonly FoundProduct[];
  /** The latest first. */
  readonly recent: readonly RecentProduct[];
  readonly context: ActionContext;
}

/** As much of a product as an entry shows. */
interface FoundProduct extends RecentProduct {
  readonly owner?: { readonly name: string } | undefined;
}

export const PRODUCTS_SHOWN = 12;

export function paletteEntries({ query, products, recent, context }: PaletteInput): readonly PaletteEntry[] {
  const offered = actions.filter((action) => action.id !== "view.palette" && (action.visible?.(context) ?? true));
  const acts = rank(offered, query, ({ name, section }) => `${name} ${section}`, 20).map((action) => ({ ...action }));
  if (query.trim() === "") {
    return [...recent.map((product) => entryOf(product, "Recent")), ...bySection(acts)];
  }
  return [...products.map((product) => entryOf(product, "Products")), ...bySection(acts)];
}

function entryOf(product: FoundProduct, section: string): PaletteEntry {
  return {
    id: `product.${product.slug}`,
    section,
    name: product.name,
    icon: "products",
    ...(product.owner === undefined ? {} : { note: product.owner.name }),
    ...(product.kind === undefined ? {} : { kind: KINDS[product.kind].label }),
    perform: ({ go }) => go(`/products/${encodeURIComponent(product.slug)}`),
  };
}

/** Sections in the order of their best entry, each only once. */
function bySection(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  return [...Map.groupBy(entries, ({ section }) => section).values()].flat();
}
