import { describe, expect, test } from "vitest";
import { outcomeOf, type Sample, sampleDocument } from "../sample.ts";

const resultOf = (check: string, sample: Sample) => outcomeOf(`well-defined/${check}`, sample).result;
const charter = (text: object): Sample => ({
  product: { charter: "product.yaml" },
  facts: { charter: { name: "Lamp", ...text } },
});
const readme = (text: Parameters<typeof sampleDocument>[0]): Sample => ({
  facts: { documents: [sampleDocument(text)] },
});
const lead = (text: string) => ({ lead: { text, line: 3 } });
const inferred: Sample = {
  product: {
    mission: {
      value: "Lights a room when somebody enters it",
      provenance: "inferred",
      confidence: 0.6,
      evidence: [{ rule: "x", path: "package.json" }],
    },
  },
};

describe("mission-stated", () => {
  test("a charter states it", () =>
    expect(resultOf("mission-stated", charter({ mission: "Lights a room." }))).toBe("passed"));
  test("a manifest does not", () => expect(resultOf("mission-stated", inferred)).toBe("failed"));
  test("a charter without one fails", () => expect(resultOf("mission-stated", charter({}))).toBe("failed"));
});

describe("mission-readable and mission-short", () => {
  test("plain words pass", () => {
    const mission = "Lights a room when somebody enters it, and puts the light out once they have left.";
    expect(resultOf("mission-readable", charter({ mission }))).toBe("passed");
  });
  test("the formula is not for a few words alone, and takes the README with them", () => {
    expect(resultOf("mission-readable", inferred)).toBe("not-applicable");
    const sample = { ...inferred, ...readme(lead("It sees people by their warmth, and never lights an empty room.")) };
    expect(resultOf("mission-readable", sample)).toBe("passed");
  });
  test("a heap of long words fails", () => {
    const heap =
      "Facilitates organisational interoperability optimisation through configurable, extensible, multidimensional orchestration infrastructures and comprehensive parameterisation capabilities";
    expect(resultOf("mission-readable", charter({ mission: heap }))).toBe("failed");
  });
  test("no mission is unknown, not failed", () => expect(resultOf("mission-readable", {})).toBe("unknown"));
  test("a name is no mission", () => expect(resultOf("mission-short", charter({ mission: "Lamp" }))).toBe("failed"));
  test("other alphabets are not judged by syllables", () => {
    expect(resultOf("mission-readable", charter({ mission: "Включает свет в комнате при входе людей" }))).toBe(
      "not-applicable",
    );
  });
});

const limited = (text: string) => readme({ ...lead("Lamp lights rooms."), limits: [{ text, line: 9 }] });

describe("says-what-not", () => {
  const cases: [what: string, sample: Sample, result: string][] = [
    ["a charter's list", charter({ doesNot: ["Dim"] }), "passed"],
    ["a section", readme({ headings: [{ text: "Non-goals", depth: 2, line: 9 }] }), "passed"],
    ["an introduction", readme(lead("Lamp lights rooms and does not dim.")), "passed"],
    ["an exception", readme(lead("Lamp can light rooms but not streets.")), "passed"],
    ["a sentence about it", limited("Lamp is not bundled with any bulb"), "passed"],
    ["a sentence about this tool", limited("This tool lights rooms and does not heat them"), "passed"],
    ["a sentence about something else", limited("The bulb does not break"), "failed"],
    ["what says nothing of a boundary", limited("Lamp doesn't care which bulb it has"), "failed"],
    ["neither", readme(lead("Lamp lights rooms.")), "failed"],
    ["no README", {}, "failed"],
  ];
  test.each(cases)("%s", (_, sample, result) => expect(resultOf("says-what-not", sample)).toBe(result));
});

describe("readme-agrees and name-agrees", () => {
  const unit = { description: "Lights a room when somebody enters" };
  test("the same thing in other words", () => {
    const sample = { ...readme(lead("Lamp is for lighting rooms as people enter them.")), unit };
    expect(resultOf("readme-agrees", sample)).toBe("passed");
  });
  test("something else", () => {
    expect(resultOf("readme-agrees", { ...readme(lead("An encrypted mailbox for teams.")), unit })).toBe("failed");
  });
  test("its name in the title", () =>
    expect(resultOf("name-agrees", readme({ title: { text: "The LAMP", line: 1 } }))).toBe("passed"));
  test("another name", () =>
    expect(resultOf("name-agrees", readme({ title: { text: "Torch", line: 1 } }))).toBe("failed"));
});

const said = (expires: string) =>
  charter({ notApplicable: [{ check: "well-defined/*", reason: "A leaflet", expires }] });

test("what a charter says makes no sense is not applicable, until it expires", () => {
  expect(outcomeOf("well-defined/says-what-not", said("2026-12-31"))).toMatchObject({
    result: "not-applicable",
    excused: { by: "makes-no-sense", instead: "failed" },
  });
  expect(resultOf("says-what-not", said("2026-05-31"))).toBe("failed");
});

test("without facts, what rests on them is unknown", () => {
  expect(resultOf("says-what-not", { facts: null })).toBe("unknown");
});
