import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import { licenceIds } from "../licence-text.ts";

/** Two answers to what one may do with it are none. */
export const licenceAgrees: Check = {
  name: "licence-agrees",
  title: "It says under which licence it may be used, everywhere the same",
  looksAt:
    "The licence text in its folder, else that of the repository, by its sentences; and the licence in its manifests.",
  mend: "Put the licence text beside it, and its SPDX identifier into the manifests.",
  source: "Doctrine D3; SPDX. Without a licence nobody outside may use it at all.",
  effort: "minutes",
  run({ facts, document, repositoryFacts, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const own = facts.documents.filter(({ role }) => role === "licence");
    const shared = repositoryFacts?.documents.filter(({ role }) => role === "licence") ?? [];
    const texts = (own.length > 0 ? own : shared).flatMap(({ path, spdx = [] }) => spdx.map((id) => ({ path, id })));
    const stated = facts.manifests.flatMap(({ path, license }) =>
      license === undefined ? [] : [{ path, license, ids: licenceIds(license) }],
    );
    const file = document("licence");
    if (file === undefined && stated.length === 0)
      return failed("Neither a licence text nor a manifest says how it may be used.", [missing("no licence")]);
    const known = new Set(texts.map(({ id }) => licenceIds(id)[0] ?? id));
    const apart = stated.filter(({ ids }) => known.size > 0 && ids.length > 0 && !ids.some((id) => known.has(id)));
    const seen = [
      ...texts.slice(0, 3).map(({ path, id }) => at(path, undefined, id)),
      ...stated.slice(0, 3).map(({ path, license }) => at(path, undefined, license)),
    ];
    if (apart.length > 0)
      return failed(
        `${apart[0]?.path ?? ""} says ${apart[0]?.license ?? ""}, the licence text is ${[...known].join(" and ")}.`,
        seen,
      );
    if (known.size === 0 && stated.length === 0)
      return unknown(
        `The text in ${file?.path ?? ""} is of no licence that is known here.`,
        file === undefined ? [] : [at(file.path)],
      );
    return passed(`It is under ${known.size > 0 ? [...known].join(" or ") : (stated[0]?.license ?? "")}.`, seen);
  },
};
