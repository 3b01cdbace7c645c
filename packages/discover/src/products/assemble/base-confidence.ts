/** How sure a group is a product before anything is said about why its parts belong together. */
import type { Evidence } from "@freehold/model";
import type { RepositoryPlaces } from "../grouping/repository-places.ts";
import { isPackage } from "../grouping/places.ts";

export interface Standing {
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** `used`: something else here uses it. */
export function standingOf(
  { places, evidence }: RepositoryPlaces,
  members: readonly number[],
  used: boolean,
): Standing {
  const all = members.flatMap((member) => places[member] ?? []);
  const published = all.find((place) => place.released && isPackage(place.lead));
  if (published !== undefined) {
    const { lead } = published;
    return {
      confidence: 0.8,
      evidence: evidence("published", `${lead.name} is a package that is meant to be published`, lead.manifest),
    };
  }
  const deployed = all.find((place) => place.released);
  if (deployed !== undefined) {
    const { lead } = deployed;
    return {
      confidence: 0.7,
      evidence: evidence(
        "deployable",
        `${lead.name} is a ${lead.kind} that can be deployed or used from elsewhere`,
        lead.manifest,
      ),
    };
  }
  const first = all[0];
  if (first?.lead.kind === "folder") {
    return {
      confidence: 0.5,
      evidence: evidence(
        "no-manifest",
        "no manifest delimits anything in it; the repository is the smallest thing there is",
      ),
    };
  }
  const name = first?.lead.name ?? "it";
  const detail = used
    ? `${name} is private, and no rule says which of its users it belongs to`
    : `${name} is private and nothing else here uses it: an application, or a tool of its own`;
  return { confidence: 0.45, evidence: evidence("private", detail, first?.lead.manifest) };
}
