/** What the palette offers for a query: recent products first, then what the letters mean. */
import type { ProductRow } from "@freehold/model";
import type { IconName } from "../ui/index.ts";
import { KINDS } from "../format/words.ts";
import type { ActionContext } from "./action.ts";
import { rank } from "./rank.ts";
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
  readonly products: readonly ProductRow[];
  /** Slugs, the latest first. */
  readonly recent: readonly string[];
  readonly context: ActionContext;
}

const PRODUCTS_SHOWN = 12;

export function paletteEntries({ query, products, recent, context }: PaletteInput): readonly PaletteEntry[] {
  const offered = actions.filter((action) => action.id !== "view.palette" && (action.visible?.(context) ?? true));
  const acts = rank(offered, query, ({ name, section }) => `${name} ${section}`, 20).map((action) => ({ ...action }));
  if (query.trim() === "") {
    const latest = recent.flatMap((slug) => products.find((product) => product.slug === slug) ?? []);
    return [...latest.map((product) => entryOf(product, "Recent")), ...bySection(acts)];
  }
  const found = rank(products, query, ({ name, slug }) => (name === slug ? name : `${name} ${slug}`), PRODUCTS_SHOWN);
  return [...found.map((product) => entryOf(product, "Products")), ...bySection(acts)];
}

function entryOf(product: ProductRow, section: string): PaletteEntry {
  return {
    id: `product.${product.id}`,
    section,
    name: product.name,
    icon: "products",
    ...(product.owner === undefined ? {} : { note: product.owner.name }),
    kind: KINDS[product.kind].label,
    perform: ({ go }) => go(`/products/${encodeURIComponent(product.slug)}`),
  };
}

/** Sections in the order of their best entry, each only once. */
function bySection(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  return [...Map.groupBy(entries, ({ section }) => section).values()].flat();
}
