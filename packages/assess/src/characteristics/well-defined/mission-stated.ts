import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** A mission that a machine took from a manifest was never meant as one. */
export const missionStated: Check = {
  name: "mission-stated",
  title: "Its owner says what it is for",
  looksAt:
    "The mission in its charter, or one that a person confirmed. What was inferred from a manifest or README does not count.",
  mend: "Write `mission` into its product.yaml: what it does, so that a newcomer understands it.",
  source: "Doctrine D1 and S5: owners define mission and scope themselves.",
  effort: "minutes",
  step: "charter",
  run({ product, charter, charterAt, at, missing }) {
    if (charter?.mission !== undefined)
      return passed("Its charter states a mission.", [charterAt("mission", charter.mission.slice(0, 160))]);
    const { mission } = product;
    if (mission?.provenance === "confirmed" || mission?.provenance === "declared") {
      return passed("Its mission is stated.", mission.evidence);
    }
    if (product.charter !== undefined)
      return charter === undefined
        ? unknown("Its charter was not read; scan again.")
        : failed("Its charter states no mission.", [at(product.charter)]);
    const [seen] = mission?.evidence ?? [];
    return failed(
      mission === undefined
        ? "Nothing says what it is for."
        : `Nobody stated a mission; a file says “${mission.value.slice(0, 120)}”.`,
      [seen ?? missing("no charter")],
    );
  },
};
