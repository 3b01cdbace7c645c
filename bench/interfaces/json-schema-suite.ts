/**
 * Our evaluator and our formulas on the public suite for validators.
 *
 *   node bench/interfaces/json-schema-suite.ts <git directory of github.com/json-schema-org/JSON-Schema-Test-Suite>
 *
 * Every case says whether a value is valid. The evaluator must agree; and containment must find each valid
 * value, as a constant, inside its schema and each invalid one outside. Read in place, nothing is copied.
 */
import { execFileSync } from "node:child_process";
import { compareLocated, openComparison } from "@freehold/interfaces/kinds";
import type { Draft } from "@freehold/interfaces/kinds";
import { evaluate } from "@freehold/interfaces/kinds";
import { addDocument, openSchemas } from "@freehold/interfaces/kinds";
import type { Json } from "@freehold/interfaces";

interface Group {
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const [repository] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node bench/interfaces/json-schema-suite.ts <git directory of JSON-Schema-Test-Suite>");
  process.exit(2);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository ?? "", ...args], { maxBuffer: 1 << 30 }).toString();
}

function json(path: string): Json {
  return JSON.parse(git("show", `HEAD:${path}`)) as Json;
}

const files = git("ls-tree", "-r", "--name-only", "HEAD").split("\n");
const remotes = new Map(
  files
    .filter((file) => /^remotes\/.*\.json$/.test(file))
    .map((file) => [file.replace("remotes/", "http://localhost:1234/"), json(file)]),
);

const DRAFTS: readonly (readonly [folder: string, draft: Draft])[] = [
  ["draft4", "draft-04"],
  ["draft6", "draft-06"],
  ["draft7", "draft-07"],
  ["draft2019-09", "2019-09"],
  ["draft2020-12", "2020-12"],
];

console.log("draft          cases   evaluator: agrees  unknown  wrong   containment: agrees  unknown  wrong");
for (const [folder, draft] of DRAFTS) {
  const counts = { cases: 0, agrees: 0, unknown: 0, wrong: 0, contained: 0, open: 0, mistaken: 0 };
  for (const file of files.filter((one) => new RegExp(`^tests/${folder}/[^/]+\\.json$`).test(one))) {
    for (const group of json(file) as unknown as readonly Group[]) {
      const schemas = openSchemas((uri) => remotes.get(uri));
      const place = addDocument(schemas, "", group.schema, draft);
      for (const test of group.tests) {
        counts.cases++;
        const valid = evaluate(schemas, place, test.data, "ignore");
        if (valid === undefined) counts.unknown++;
        else if (valid === test.valid) counts.agrees++;
        else {
          counts.wrong++;
          console.log(`  evaluator: ${file}: ${group.description}: ${test.description}`);
        }
        const constants = openSchemas();
        const constant = { schemas: constants, place: addDocument(constants, "", { enum: [test.data] }, draft) };
        const answer = compareLocated(openComparison({ formats: "ignore" }), constant, { schemas, place });
        if (answer.kind === "unknown") counts.open++;
        else if ((answer.kind === "yes") === test.valid) counts.contained++;
        else {
          counts.mistaken++;
          console.log(`  containment: ${file}: ${group.description}: ${test.description}`);
        }
      }
    }
  }
  const cells = [
    counts.cases,
    counts.agrees,
    counts.unknown,
    counts.wrong,
    counts.contained,
    counts.open,
    counts.mistaken,
  ];
  const widths = [5, 20, 9, 7, 22, 9, 7];
  console.log(folder.padEnd(15) + cells.map((cell, index) => String(cell).padStart(widths[index] ?? 8)).join(""));
}
