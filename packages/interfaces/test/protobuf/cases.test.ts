import { describe, expect, test } from "vitest";
import { protobuf } from "../../src/kinds/protobuf/kind.ts";
import { extractFrom, verdict } from "../pairs.ts";
import { aspectsOf, CASES, compared, m, p3 } from "./cases.ts";

describe("protobuf", () => {
  test.each(CASES)("%s", (_, before, after, forward, aspects, backward) => {
    const there = compared(before, after);
    const said = there.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
    expect([verdict(there), aspectsOf(there)], said).toEqual([forward, aspects]);
    expect(verdict(compared(after, before))).toBe(backward);
    expect(compared(before, before)).toEqual([]);
  });

  test("imports that are not there leave names as they are written", () => {
    const { elements, problems } = extractFrom(
      protobuf,
      m("google.type.Date day = 1;", 'import "google/type/date.proto";')
        .replace("message M", 'import "google/type/date.proto";\nmessage M')
        .replace(/\nimport[^\n]*$/, ""),
      "a.proto",
    );
    expect(problems).toEqual([]);
    expect(elements.find(({ id }) => id === "t.M.day")?.structure).toMatchObject({
      type: "google.type.Date",
      of: "unknown",
    });
  });

  test("a fault has its line", () => {
    expect(extractFrom(protobuf, p3("message {"), "a.proto").problems).toMatchObject([
      { code: "protobuf/syntax-error", line: 3 },
    ]);
  });
});
