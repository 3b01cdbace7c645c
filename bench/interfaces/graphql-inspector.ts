/** `node bench/interfaces/graphql-inspector.ts <git directory of github.com/graphql-hive/graphql-inspector>`: every disagreement, and the figures. */
import { openGit } from "./git-source.ts";
import { judgeGraphqlInspector } from "./suites/graphql-inspector.ts";
import { print } from "./tally.ts";

const [repository] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/graphql-inspector.ts <git directory of graphql-hive/graphql-inspector>");
  process.exit(2);
}
print(judgeGraphqlInspector(openGit(repository)));
