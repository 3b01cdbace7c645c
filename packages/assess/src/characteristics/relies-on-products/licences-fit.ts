import type { ProductFacts } from "@freehold/model";
import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";
import { isCopyleft, licenceIds } from "../licence-text.ts";

/** A permissive promise on top of a copyleft dependency cannot be kept. */
export const licencesFit: Check = {
  name: "licences-fit",
  title: "It may promise what it promises with what it relies on",
  looksAt:
    "Its licence, and those of the products of the portfolio that it ships with. Packages from outside are not in the snapshot and not judged.",
  mend: "Change its licence, ask the owner of what the evidence names for another, or talk to it over a process boundary.",
  source: "gnu.org/licenses/gpl-faq: what is combined with a work under the GPL is under it as a whole.",
  thresholds: { products: "Products whose licence asks more, at most." },
  effort: "weeks",
  run({ facts, dependencies, portfolio, document, threshold, missing }) {
    const on = dependencies();
    if (on.length === 0) return notApplicable("It relies on no other product of the portfolio.");
    const [stated, repository] = [licencesOf(facts), document("licence")];
    const own = stated.length > 0 ? stated : (repository?.spdx ?? []).flatMap(licenceIds);
    if (own.length === 0) return unknown("Its own licence is not known.");
    if (own.some(isCopyleft)) return notApplicable("It is under a copyleft licence itself.");
    const known = on
      .map(({ id, slug }) => ({ slug, ids: licencesOf(portfolio.facts.get(id)) }))
      .filter(({ ids }) => ids.length > 0);
    if (known.length === 0) return unknown("Nothing that it relies on states a licence of its own.");
    const apart = known.filter(({ ids }) => ids.every(isCopyleft));
    const shown = (apart.length > 0 ? apart : known)
      .slice(0, 6)
      .map(({ slug, ids }) => missing(`${slug}: ${ids.join(", ")}`));
    return atMost(
      apart.length,
      threshold("products"),
      `It is under ${own.join(", ")}; ${apart.length} of ${known.length} with a known licence ask more.`,
      shown,
    );
  },
};

function licencesOf(facts: ProductFacts | undefined): string[] {
  const stated = facts?.manifests.flatMap(({ license }) => (license === undefined ? [] : licenceIds(license))) ?? [];
  const written = facts?.documents.flatMap(({ spdx = [] }) => spdx.flatMap(licenceIds)) ?? [];
  return [...new Set(stated.length > 0 ? stated : written)];
}
