import { highestRelease } from "../../context/releases-of-unit.ts";
import { keptVersion } from "../../text/kept-versions.ts";
import type { DriftSubject } from "../subject.ts";

/** What is built from here would call itself older than what is released. */
export const version: DriftSubject = {
  id: "version",
  lines(context) {
    return context.units.flatMap((unit) => {
      const said = unit.version ?? "";
      // 0.0.0 in a manifest says that the version is filled in when it is published.
      const version = keptVersion(said);
      if (unit.published !== true || version === null || said.startsWith("0.0.0")) return [];
      const highest = highestRelease(context, unit);
      if (highest === undefined || version.compare(highest.version) >= 0) return [];
      const file = unit.manifest;
      return [
        {
          declared: `version ${said}`,
          observed: `${highest.tag} is released`,
          evidence: [context.at(file ?? unit.path, undefined, said), { commit: highest.commit, detail: highest.tag }],
          mend: `Set the version of ${unit.name} to ${highest.version}, or to that of the next release.`,
          ...(file === undefined
            ? {}
            : { edit: { kind: "value", file, key: "version", from: said, to: highest.version } as const }),
        },
      ];
    });
  },
};
