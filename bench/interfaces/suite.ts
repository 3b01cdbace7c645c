/** `node bench/interfaces/suite.ts <suite> <git directory of its repository>`: every disagreement, and the figures. */
import { openGit } from "./git-source.ts";
import { SUITES } from "./suites/registry.ts";
import { print } from "./tally.ts";

const [name = "", repository] = process.argv.slice(2);
const suite = SUITES[name];
if (suite === undefined || repository === undefined) {
  console.error("usage: node bench/interfaces/suite.ts <suite> <git directory>\n");
  for (const [id, one] of Object.entries(SUITES)) console.error(`  ${id.padEnd(20)} of github.com/${one.repository}`);
  process.exit(2);
}
print(suite.judge(openGit(repository)));
