/** Where a value comes from. */
import type { Provenance } from "@freehold/model";
import { PROVENANCES } from "../format/words.ts";
import { Badge, type Tone } from "../ui/index.ts";

const TONES: Readonly<Record<Provenance, Tone>> = {
  declared: "good",
  confirmed: "good",
  imported: "info",
  inferred: "plain",
};

export function ProvenanceBadge({ provenance }: { readonly provenance: Provenance }) {
  const { label, meaning } = PROVENANCES[provenance];
  return (
    <Badge tone={TONES[provenance]} title={meaning}>
      {label}
    </Badge>
  );
}
