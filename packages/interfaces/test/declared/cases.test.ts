/** Pairs of charters: interfaces between people are promises too (doctrine D2). */
import { describe, expect, test } from "vitest";
import { declared } from "../../src/kinds/declared/kind.ts";
import { elementsIn, type Pair, testPairs } from "../pairs.ts";

const charter = (...entries: readonly string[]): string =>
  `name: Support\n${entries.length === 0 ? "" : `interfaces:\n${entries.map((entry) => `  - ${entry.split("\n").join("\n    ")}`).join("\n")}\n`}`;
const DESK = "kind: process\nname: Escalation";

const PAIRS: readonly Pair[] = [
  ["interface added", charter(), charter(DESK), "compatible", "breaking"],
  ["renamed", charter(DESK), charter("kind: process\nname: Urgent"), "breaking", "breaking"],
  ["channel changed", charter(`${DESK}\nchannel: "#a"`), charter(`${DESK}\nchannel: "#b"`), "breaking", "breaking"],
  ["channel added", charter(DESK), charter(`${DESK}\nchannel: "#a"`), "compatible", "breaking"],
  [
    "order of interfaces",
    charter(DESK, "kind: meeting\nname: Weekly"),
    charter("kind: meeting\nname: Weekly", DESK),
    "none",
    "none",
  ],
  [
    "order of fields",
    charter(`${DESK}\nchannel: "#a"`),
    charter('channel: "#a"\nkind: process\nname: Escalation'),
    "none",
    "none",
  ],
  ["comment", charter(DESK), charter(`${DESK} # for the night`), "none", "none"],
  ["description", charter(DESK), charter(`${DESK}\ndescription: For the night`), "none", "none"],
  [
    "answer time changed",
    charter(`${DESK}\nanswerWithin: 4 hours`),
    charter(`${DESK}\nanswerWithin: 2 days`),
    "unknown",
    "unknown",
  ],
  ["path changed", charter(`${DESK}\npath: docs/a.md`), charter(`${DESK}\npath: docs/b.md`), "unknown", "unknown"],
  ["deprecated", charter(DESK), charter(`${DESK}\nstability: deprecated`), "unknown", "unknown"],
  ["made internal", charter(DESK), charter(`${DESK}\nstability: internal`), "breaking", "compatible"],
  ["another kind", charter(DESK), charter("kind: meeting\nname: Escalation"), "breaking", "breaking"],
  [
    "mission of the product",
    charter(DESK),
    charter(DESK).replace("name: Support\n", "name: Support\nmission: Helps.\n"),
    "none",
    "none",
  ],
  ["second interface", charter(DESK), charter(DESK, "kind: meeting\nname: Weekly"), "compatible", "breaking"],
  ["charter removed", { "product.yaml": charter(DESK) }, { "README.md": "" }, "breaking", "compatible"],
];

describe("declared", () => {
  testPairs(declared, "product.yaml", PAIRS);

  test("an interface without a name is called by its channel", () => {
    const elements = elementsIn(declared, charter('kind: chat\nchannel: "#help"'), "product.yaml");
    expect(elements).toMatchObject([
      { id: "chat #help", signature: "chat #help at #help", evidence: { path: "product.yaml", line: 3 } },
    ]);
  });
});
