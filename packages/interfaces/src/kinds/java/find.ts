/** The Java files that promise something. */
import type { Place } from "../../kind.ts";

/** Source sets other than `main`, by the layout of Maven and Gradle; and folders of tests and examples. */
const ASIDE =
  /(?:^|\/)src\/(?!main\/|java\/)[^/]+\/(?:java|resources|kotlin)\/|(?:^|\/)(?:tests?|androidTest|testFixtures|examples?|samples?|demos?|benchmarks?)\/|(?:^|\/)package-info\.java$/;

export function findJava({ folder, paths }: Place): readonly string[] {
  return paths.filter(
    (path) => path.endsWith(".java") && !ASIDE.test(folder === "" ? path : path.slice(folder.length + 1)),
  );
}
