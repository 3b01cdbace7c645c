/** Corrections in words. */
interface Said {
  readonly kind: string;
  readonly payload: unknown;
}

export function correctionWords({ kind, payload }: Said): string {
  const said = typeof payload === "object" && payload !== null ? (payload as Record<string, unknown>) : {};
  switch (kind) {
    case "accept":
      return "Accepted as a product";
    case "dismiss":
      return "Dismissed";
    case "rename":
      return `Renamed to ${[said["name"], said["slug"]].filter((part) => typeof part === "string").join(", ")}`;
    case "claim":
      return `Claimed for ${nameOf(said["owner"])}`;
    case "edit":
      return `Edited: ${["mission", "stage", "productKind"].filter((field) => said[field] !== undefined).join(", ")}`;
    case "merge":
      return "Merged into another product";
    case "split":
      return "Split in two";
    default:
      return kind;
  }
}

function nameOf(owner: unknown): string {
  if (typeof owner !== "object" || owner === null || !("name" in owner)) return "somebody";
  return String(owner.name);
}

/** A field of a charter as a line of YAML; JSON is YAML, and quotes are always right. */
export function charterLine(field: string, value: unknown): string {
  return `${field}: ${JSON.stringify(value)}`;
}
