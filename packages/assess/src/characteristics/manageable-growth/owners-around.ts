import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** Everything that it stands on is somebody's: those are the people whose changes reach it. */
export const ownersAround: Check = {
  name: "owners-around",
  title: "Few owners can break it",
  looksAt:
    "Owners of the products of the portfolio that it relies on directly; an unowned one counts as a party, since somebody has to be found.",
  mend: "Rely on fewer products directly, or on one product in front of them.",
  source: "Doctrine D8. Seven is as many as people keep in mind at once (Miller, 1956).",
  thresholds: { owners: "Owners at most." },
  effort: "weeks",
  run({ dependencies, threshold, missing }) {
    const on = dependencies();
    if (on.length === 0) return notApplicable("It relies on no other product of the portfolio.");
    const owners = new Map(
      on.map(({ ownership, slug }) => [
        ownership.owner?.value.id ?? `unowned:${slug}`,
        ownership.owner?.value.name ?? `nobody (${slug})`,
      ]),
    );
    const names = [...owners.values()];
    return atMost(
      owners.size,
      threshold("owners"),
      `${counted(owners.size, "owner")} of ${counted(on.length, "product")} that it relies on.`,
      [missing(names.slice(0, 10).join(", "))],
    );
  },
};
