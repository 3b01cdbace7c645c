import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** A relative import of a neighbour works in this checkout and nowhere else. */
export const staysInItsFolder: Check = {
  name: "stays-in-its-folder",
  title: "Nothing in it reaches into a neighbour's folder by path",
  looksAt: "Imports in its source that are written as relative paths and lead to a unit of another product.",
  mend: "Import the neighbour by its name and declare it, or move the file to where it is used.",
  source: "Doctrine D3: anyone can pick it up, outside this repository too.",
  thresholds: { imports: "Such imports at most." },
  effort: "hours",
  run({ everyUnit, imports: imported, threshold }) {
    const imports = imported();
    if (imports.length === 0)
      return notApplicable("Its source imports nothing, or is in a language whose imports are not read.");
    const own = new Set(everyUnit.flatMap(({ provides }) => provides.map(({ id }) => id)));
    const reaching = imports.filter(({ consume, from }) => !own.has(consume.id) && from?.startsWith(".") === true);
    const evidence = (reaching.length > 0 ? reaching.slice(0, 8) : imports.slice(0, 3)).map(({ sight }) => sight);
    return atMost(
      reaching.length,
      threshold("imports"),
      `${counted(reaching.length, "import")} reach into another product by path.`,
      evidence,
    );
  },
};
