import type { Check } from "../../check.ts";
import { addressPath } from "../address-text.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** A registry shows the address in the manifest to everybody who looks for the source. */
export const manifestPointsHome: Check = {
  name: "manifest-points-home",
  title: "What it publishes says where it comes from, and is right",
  looksAt: "The repository address in the manifests of its published units, against the repository that was scanned.",
  mend: "Set `repository` in the manifests that the evidence names to the address of this repository.",
  source: "npm, crates.io and PyPI show it; provenance statements (SLSA) are refused when it is wrong.",
  effort: "minutes",
  run({ facts, units, repository, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const published = new Set(units.filter((unit) => unit.published === true).map(({ id }) => id));
    const manifests = facts.manifests.filter(({ unit }) => published.has(unit));
    if (manifests.length === 0) return notApplicable("It publishes nothing with a manifest that could say so.");
    const silent = manifests.filter(({ repository: address }) => address === undefined);
    const evidence = (list: typeof manifests) =>
      list.slice(0, 5).map(({ path, repository: address }) => at(path, undefined, address ?? "no repository"));
    if (silent.length > 0)
      return failed(
        `${silent.length} of ${manifests.length} published manifests do not say where they come from.`,
        evidence(silent),
      );
    if (repository?.url === undefined)
      return unknown("The repository that was scanned has no remote to compare with.", evidence(manifests));
    const home = addressPath(repository.url);
    const wrong = manifests.filter(({ repository: address = "" }) => addressPath(address) !== home);
    return wrong.length > 0
      ? failed(
          `${wrong.length} of ${manifests.length} published manifests name another repository than ${home}.`,
          evidence(wrong),
        )
      : passed(`All ${manifests.length} published manifests name ${home}.`, evidence(manifests));
  },
};
