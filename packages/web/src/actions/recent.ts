/** The products opened last, kept in this browser. */
const KEY = "freehold-recent";
const KEPT = 5;

export function recentProducts(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((slug): slug is string => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

export function rememberProduct(slug: string): void {
  try {
    const others = recentProducts().filter((other) => other !== slug);
    localStorage.setItem(KEY, JSON.stringify([slug, ...others].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered, and nothing else depends on it.
  }
}
