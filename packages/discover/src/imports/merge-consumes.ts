/** One list from what a unit's manifest declares and what its source imports. */
import type { Consume } from "@freehold/model";

/** Of what manifests declare; places of imports are a short list already. */
const MAX_DECLARED = 8;

/**
 * Sorted by identifier. The manifest's scope and range stand: they are what an installation obeys;
 * what is imported adds symbols, uses and places.
 */
export function mergeConsumes(manifest: readonly Consume[], imported: readonly Consume[]): Consume[] {
  const merged = new Map(manifest.map((consume) => [consume.id, consume]));
  for (const consume of imported) {
    const declared = merged.get(consume.id);
    merged.set(consume.id, declared === undefined ? consume : mergeOne(declared, consume));
  }
  return [...merged.values()].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

function mergeOne({ optIn, ...declared }: Consume, imported: Consume): Consume {
  // What only tests try out is still left to whoever asks for it.
  const offered = optIn === true && (imported.scope === "test" || imported.scope === "development");
  return {
    ...imported,
    ...declared,
    ...(offered && { optIn }),
    declared: declared.declared || imported.declared,
    imported: declared.imported || imported.imported,
    evidence: [...declared.evidence.slice(0, MAX_DECLARED), ...imported.evidence],
  };
}
