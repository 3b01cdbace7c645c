/** What shows how simple a product is: its size, what it relies on, whom a change needs. */
import type { Term } from "@freehold/model";
import { BYTES_A_LINE, SCOPE_LINES } from "../characteristics/manageable-growth/size-fits-a-head.ts";
import type { ProductContext } from "../context/product-context.ts";
import { falling } from "./scale.ts";

export function simplicityTerms(context: ProductContext): Term[] {
  return [size(context), dependencies(context), parties(context), crossing(context)].filter(
    (term) => term !== undefined,
  );
}

function size({ facts }: ProductContext): Term | undefined {
  if (facts === undefined) return undefined;
  const lines = Math.round(facts.size.sourceBytes / BYTES_A_LINE);
  return {
    name: "size",
    value: lines,
    unit: "lines of source, estimated",
    points: falling(lines, 2000, SCOPE_LINES),
    weight: 2,
    source: `1 up to 2,000 lines, 0 from ${SCOPE_LINES.toLocaleString("en-US")} on, what one person maintains (Jones, Applied Software Measurement, 2008)`,
    evidence: facts.size.largest.map(({ path, bytes }) => ({ rule: "plane.size", path, detail: `${bytes} bytes` })),
  };
}

function dependencies(context: ProductContext): Term {
  const direct = new Set(
    context.units.flatMap(({ consumes }) =>
      consumes
        .filter(({ scope, declared }) => declared && scope !== "development" && scope !== "test")
        .map(({ id }) => id),
    ),
  ).size;
  return {
    name: "direct dependencies",
    value: direct,
    unit: "things",
    points: falling(direct, 5, 80),
    weight: 1,
    source: "a scale of this standard: 1 up to 5, 0 from 80 on",
    evidence: context.units
      .slice(0, 3)
      .map(({ manifest, path }) => ({ rule: "plane.dependencies", path: manifest ?? path })),
  };
}

function parties({ facts }: ProductContext): Term | undefined {
  const recent = facts?.history?.recent;
  if (recent === undefined || recent.counted === 0) return undefined;
  return {
    name: "parties to a change",
    value: recent.parties.p90,
    unit: "owners, nine changes in ten need no more",
    points: falling(recent.parties.p90, 1, 8),
    weight: 1,
    source: "a scale of this standard: 1 at one owner, 0 from 8 on",
    evidence: recent.example === undefined ? [] : [{ rule: "plane.parties", commit: recent.example }],
  };
}

function crossing({ facts }: ProductContext): Term | undefined {
  const recent = facts?.history?.recent;
  if (recent === undefined || recent.counted === 0) return undefined;
  const share = recent.crossing / recent.counted;
  return {
    name: "changes that cross its boundary",
    value: Math.round(share * 1000) / 1000,
    unit: "share of a year's changes",
    points: 1 - share,
    weight: 1,
    source: "one minus the share",
    evidence: recent.together.slice(0, 3).map(({ product, commits }) => ({
      rule: "plane.crossing",
      detail: `${commits} commits also changed ${product}`,
    })),
  };
}
