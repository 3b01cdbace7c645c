/** `node bench/interfaces/buf.ts <git directory of github.com/bufbuild/buf>`: every disagreement, and the figures. */
import { openGit } from "./git-source.ts";
import { judgeBuf } from "./suites/buf.ts";
import { print } from "./tally.ts";

const [repository] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/buf.ts <git directory of bufbuild/buf>");
  process.exit(2);
}
print(judgeBuf(openGit(repository)));
