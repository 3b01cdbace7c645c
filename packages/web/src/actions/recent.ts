/** The products opened last, kept in this browser. */
import type { ProductKind } from "@freehold/model";

export interface RecentProduct {
  readonly slug: string;
  readonly name: string;
  readonly kind?: ProductKind | undefined;
}

const KEY = "freehold-recent";
const KEPT = 5;

export function recentProducts(): readonly RecentProduct[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.flatMap(recentIn) : [];
  } catch {
    return [];
  }
}

export function rememberProduct({ slug, name, kind }: RecentProduct): void {
  try {
    const others = recentProducts().filter((other) => other.slug !== slug);
    localStorage.setItem(KEY, JSON.stringify([{ slug, name, kind }, ...others].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered, and nothing else depends on it.
  }
}

const KINDS: readonly unknown[] = ["product", "component", "process"] satisfies ProductKind[];

/** Whatever lies there may be of an older page, which kept slugs alone. */
function recentIn(kept: unknown): RecentProduct[] {
  if (typeof kept === "string") return [{ slug: kept, name: kept }];
  const { slug, name, kind } = Object(kept) as Readonly<Record<string, unknown>>;
  if (typeof slug !== "string" || typeof name !== "string") return [];
  return [{ slug, name, ...(KINDS.includes(kind) ? { kind: kind as ProductKind } : {}) }];
}
