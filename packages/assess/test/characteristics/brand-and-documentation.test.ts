import { expect, test } from "vitest";
import { testMendings } from "../mended.ts";
import { outcomeOf, type Sample, sampleDocument, sampleProduct } from "../sample.ts";

const readme = (more: Parameters<typeof sampleDocument>[0], rest: Sample = {}): Sample => ({
  ...rest,
  facts: { ...rest.facts, documents: [sampleDocument(more)] },
});
const lead = (text: string) => ({ lead: { text, line: 3 } });
const commands = (...texts: string[]) => ({ commands: texts.map((text, index) => ({ text, line: index + 5 })) });
const published: Sample = { unit: { published: true } };
const release = (version: string) => ({
  version,
  tag: `v${version}`,
  commit: "c1",
  releasedAt: "2026-05-01T00:00:00.000Z",
});
const stable = {
  product: { stage: { value: "stable" as const, provenance: "declared" as const, confidence: 1, evidence: [] } },
};
const log = (...versions: string[]): Sample => ({
  ...stable,
  facts: {
    documents: [
      sampleDocument({
        path: "CHANGELOG.md",
        role: "changelog",
        releases: versions.map((version, index) => ({ version, line: index + 1 })),
      }),
    ],
    releases: ["1.4.0", "1.3.0", "1.2.0", "1.1.0"].map(release),
    releaseCount: 4,
  },
});
const scripted = (name: string): Sample =>
  readme(commands("npm run build"), {
    facts: { manifests: [{ unit: "u1", path: "package.json", scripts: { [name]: "tsc" } }] },
  });

testMendings("brand-and-documentation", [
  [
    "purpose-first",
    readme({ ...commands("npm i lamp"), lead: { text: "Lights a room when somebody enters it.", line: 9 } }),
    readme({ ...lead("Lights a room when somebody enters it."), ...commands("npm i lamp") }),
  ],
  [
    "installs-by-its-name",
    readme(commands("npm i lantern"), published),
    readme(commands("npm i --save lamp@2"), published),
  ],
  ["first-use-shown", readme(commands("npm i lamp")), readme({ code: [{ language: "js", line: 9, state: "parses" }] })],
  ["commands-exist", scripted("compile"), scripted("build")],
  ["links-alive", readme({ inner: 2, dead: [{ target: "gone.md", line: 4 }] }), readme({ inner: 2 })],
  [
    "examples-parse",
    readme({ code: [{ language: "js", line: 9, state: "broken", message: "oh" }] }),
    readme({ code: [{ language: "js", line: 9, state: "parses" }] }),
  ],
  ["changelog-kept", log("1.1.0"), log("1.4.0", "1.3.0")],
  [
    "manifest-points-home",
    {
      ...published,
      facts: { manifests: [{ unit: "u1", path: "package.json", repository: "github:acme/torch" }] },
      url: "https://github.com/acme/lamp",
    },
    {
      ...published,
      facts: { manifests: [{ unit: "u1", path: "package.json", repository: "git+https://github.com/Acme/lamp.git" }] },
      url: "https://github.com/acme/lamp",
    },
  ],
]);

test("a line of a manifest tells how to get it, too", () => {
  const crate = { unit: { published: true, provides: [{ id: "pkg:cargo/lamp", evidence: [] }] } };
  const text = '[dependencies]\nlamp = "2"\n';
  expect(
    outcomeOf(
      "brand-and-documentation/installs-by-its-name",
      readme({ code: [{ language: "toml", line: 4, state: "parses", text }] }, crate),
    ).result,
  ).toBe("passed");
});

test("release notes may be kept where they are not seen", () => {
  const silent = { ...log(), facts: { ...log().facts, documents: [] } };
  expect(outcomeOf("brand-and-documentation/changelog-kept", silent).result).toBe("unknown");
});

test("commands for another folder, and runners whose scripts were not read, are not judged", () => {
  const quiet = readme(commands("npm run x -w other", "make all", "npm install"), {
    facts: { manifests: [{ unit: "u1", path: "package.json", scripts: { a: "b" } }] },
  });
  expect(outcomeOf("brand-and-documentation/commands-exist", quiet).result).toBe("not-applicable");
});

test("a changelog that began after the last tag lacks none of the releases before it", () => {
  const kept = outcomeOf("brand-and-documentation/changelog-kept", log("2.0.2"));
  expect(kept).toMatchObject({ result: "passed", value: 0 });
  expect(kept.detail).toContain("It tells of 2.0.2, later than the last release.");
});

test("a part that is released with the whole is told of in the changelog of the whole", () => {
  const part: Sample = {
    ...log(),
    product: { ...stable.product, paths: ["acme/lamp:modules/bulb"] },
    others: [sampleProduct({ id: "prd_w", slug: "house", units: [], paths: ["acme/lamp:"] })],
    facts: { ...log().facts, documents: [] },
  };
  const told = { ...part, wholeFacts: log("1.4.0").facts?.documents ?? [] };
  expect(outcomeOf("brand-and-documentation/changelog-kept", told)).toMatchObject({
    result: "passed",
    evidence: [{ path: "CHANGELOG.md" }, {}],
  });
  expect(outcomeOf("brand-and-documentation/changelog-kept", part).result).toBe("unknown");
});

test("to import it is not to get it, and a command that loops installs nothing", () => {
  const id = "brand-and-documentation/installs-by-its-name";
  const code = (text: string) => readme({ code: [{ language: "js", line: 4, state: "parses", text }] }, published);
  expect(outcomeOf(id, code('import { on } from "lamp";')).result).toBe("failed");
  expect(outcomeOf(id, readme(commands("lamp --shell zsh 'for i in 1; do echo; done'"), published)).result).toBe(
    "failed",
  );
  expect(outcomeOf(id, readme(commands("lamp 'for i in 1'", "npm i lamp"), published)).evidence[0]?.detail).toBe(
    "npm i lamp",
  );
});

test("a setting is no first use", () => {
  const found = outcomeOf("brand-and-documentation/first-use-shown", readme(commands("LAMP_URL=address", "npm start")));
  expect(found.detail).toContain("npm start");
});
