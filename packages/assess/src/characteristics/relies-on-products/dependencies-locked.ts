import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** Without a lock file two builds of one commit may differ. */
export const dependenciesLocked: Check = {
  name: "dependencies-locked",
  title: "A build tomorrow gets the same dependencies as today",
  looksAt: "A lock file in its folder or in one around it, and whether its dependencies come from a registry at all.",
  mend: "Commit the lock file of its package manager.",
  source: "SLSA and the OpenSSF Scorecard ask for pinned dependencies; every package manager has a lock file for it.",
  effort: "minutes",
  run({ units, repositoryFacts, at, missing }) {
    if (repositoryFacts === undefined) return unknown("The snapshot has no facts of its repository; scan again.");
    const outside = units
      .flatMap(({ consumes }) => consumes)
      .filter(({ id, declared }) => declared && /^pkg:(?:npm|cargo|pypi|golang)\//.test(id));
    if (outside.length === 0) return notApplicable("It declares no dependency on a package.");
    const folders = units.map(({ path }) => path);
    const lock = repositoryFacts.lockfiles.find((file) => {
      const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
      return folders.some((one) => folder === "" || one === folder || one.startsWith(`${folder}/`));
    });
    return lock === undefined
      ? failed(`It declares ${outside.length} dependencies, and no lock file is around it.`, [missing("no lock file")])
      : passed(`${lock} pins its ${outside.length} dependencies.`, [at(lock)]);
  },
};
