/** What the pages of a whole portfolio ask for: assessments, people, findings, figures, pictures, surroundings. */
import type { AssessmentRow, Problem, Violation } from "@freehold/model";
import { describe, expect, test } from "vitest";
import type { OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, person, snapshot } from "./snapshots.ts";

const PARTS = [
  part("app", { uses: ["core", "left-pad"], more: ownedBy("ann", "Ann") }),
  part("core", { uses: ["base"], more: ownedBy("bob", "Bob") }),
  part("base", { more: { ownership: { declared: [], ranked: [], findings: ["owner-left"] } } }),
  part("far", { repository: "acme/other", uses: ["core"] }),
];

const FACTS = PARTS.map(({ product }) => ({
  product: product.id,
  documents: [],
  manifests: [],
  size: {
    files: 1,
    bytes: 1,
    sourceFiles: 1,
    sourceBytes: 1,
    testFiles: 0,
    exampleFiles: 0,
    languages: {},
    largest: [],
  },
  releases: [],
  releaseCount: 0,
}));

function violation(from: string, to: string, rule: Violation["rule"]): Violation {
  return { rule, from: `prd_${from}`, to: `prd_${to}`, message: `${from} past ${to}`, hint: "", evidence: [] };
}

function problem(path: string, severity: Problem["severity"]): Problem {
  return { code: "x/y", severity, message: `bad ${path}`, hint: "", repository: "acme/main", path };
}

const WHOLE = snapshot(PARTS, {
  people: [person("ann", "Ann"), person("cyd", "Cyd"), { ...person("ci", "CI"), bot: true }],
  productFacts: FACTS,
  violations: [
    violation("app", "core", "entry-bypassed"),
    violation("app", "base", "cycle"),
    violation("far", "core", "cycle"),
  ],
  problems: [problem("packages/core/x", "error"), problem("packages/core/y", "info"), problem("README", "warning")],
});

function assessed(id: string, more: Partial<AssessmentRow> = {}): AssessmentRow {
  return {
    product: `prd_${id}`,
    slug: id,
    name: id,
    kind: "product",
    characteristics: {},
    failed: 0,
    unknown: 0,
    steady: false,
    action: "unknown",
    drift: [],
    ...more,
  };
}

async function assess(store: OrganisationStore): Promise<void> {
  const rows = [
    assessed("app", { score: 0.4, value: 0.2, simplicity: 0.8, stage: "beta", action: "add-value" }),
    assessed("core", { score: 0.9, value: 0.9, simplicity: 0.4, stage: "stable", steady: true, action: "simplify" }),
    assessed("base"),
    assessed("far", { score: 0.4 }),
  ];
  for (const pending of await store.pendingAssessments(10)) await store.writeAssessments(pending, rows);
}

describe.each(ENGINES)("pages on $name", (engine) => {
  test("a snapshot asks for an assessment of its repositories, once", async () => {
    await using made = await makeStore(engine);
    await using other = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    const pending = await made.acme.pendingAssessments(10);
    expect(pending).toHaveLength(2);
    expect(await other.acme.pendingAssessments(10)).toEqual([]);
    const [first] = pending;
    expect((await other.acme.surroundingsOfRepository(first?.repository ?? 0)).products).toEqual([]);
    await assess(made.acme);
    expect(await made.acme.pendingAssessments(10)).toEqual([]);
    expect((await made.acme.summary()).waiting).toBe(0);
    const more = [...PARTS.slice(0, 3), part("far", { repository: "acme/other", uses: ["base"] })];
    await made.acme.ingest(ANN, bytesOf({ ...WHOLE, ...snapshot(more) }));
    expect(await made.acme.pendingAssessments(10)).toHaveLength(2);
  });

  test("an assessment that was asked for again meanwhile stays asked for", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    const [pending] = await made.acme.pendingAssessments(1);
    if (pending === undefined) throw new Error("nothing waits");
    await made.acme.writeAssessments({ ...pending, revision: pending.revision - 1 }, []);
    expect(await made.acme.pendingAssessments(1)).toEqual([pending]);
  });

  test("lists sort by score in pages, what has none last either way", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    await assess(made.acme);
    const walk = async (descending: boolean) => {
      const seen: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const at = cursor === undefined ? {} : { cursor };
        const page = await made.acme.products({ sort: "score", descending, limit: 1, ...at });
        seen.push(...page.items.map(({ slug }) => slug));
        cursor = page.next;
      }
      return seen.join(" ");
    };
    expect(await walk(false)).toBe("app far core base");
    expect(await walk(true)).toBe("core far app base");
  });

  test.each([
    [{ action: ["simplify"] }, ["core"]],
    [{ standing: ["beta", ""] }, ["app", "base", "far"]],
    [{ steady: true }, ["core"]],
    [{ ownership: ["left" as const, "owned" as const] }, ["app", "base", "core"]],
    [{ ownership: ["unowned" as const] }, ["base", "far"]],
    [{ has: ["problems" as const] }, ["core"]],
    [{ has: ["violations" as const, "dependents" as const] }, ["app", "base", "core", "far"]],
  ])("filter %j gives the same as its facets count", async (filter, expected) => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    await assess(made.acme);
    const { items, total } = await made.acme.products({ filter });
    expect(items.map(({ slug }) => slug)).toEqual(expected);
    expect(total).toBe(expected.length);
    const keys = (await made.acme.foundKeys("app")).keys;
    const cubed = await made.acme.facets(filter);
    // Something that the cube does not know, and that holds for all: the other way to count.
    const counted = await made.acme.facets({
      ...filter,
      partOf: undefined as never,
      keys: [...keys, 0].concat(await allKeys(made.acme)),
    });
    expect(cubed).toEqual(counted);
  });

  test("facets of what was corrected, retired and came back stay true", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    await assess(made.acme);
    await made.acme.correct(ANN, { kind: "claim", product: "far", owner: { kind: "person", id: "ann", name: "Ann" } });
    await made.acme.ingest(ANN, bytesOf(snapshot([...PARTS.slice(0, 2), ...PARTS.slice(3)])));
    const cubed = await made.acme.facets({});
    expect(cubed).toEqual(await made.acme.facets({ keys: await allKeys(made.acme) }));
    expect(cubed.has.find(({ value }) => value === "dependents")?.count).toBe(1);
  });

  test("people and groups with what they hold", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    const owners = await made.acme.people({ show: "owners", sort: "name" });
    expect(owners.items.map(({ id, owns, products }) => [id, owns, products.map(({ slug }) => slug)])).toEqual([
      ["ann", 1, ["app"]],
      ["bob", 1, ["core"]],
    ]);
    expect((await made.acme.people({ show: "without" })).items.map(({ id }) => id)).toEqual(["cyd"]);
    expect((await made.acme.people()).items.map(({ id }) => id)).toEqual(["ann", "bob", "cyd"]);
    expect((await made.acme.people({ text: "BO" })).items.map(({ id }) => id)).toEqual(["bob"]);
    expect((await made.acme.people({ text: "%" })).items).toEqual([]);
    expect(await made.acme.person("bob")).toBeUndefined();
    await made.acme.correct(ANN, { kind: "claim", product: "far", owner: { kind: "person", id: "cyd", name: "Cyd" } });
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS.filter(({ product }) => product.slug !== "app"))));
    const after = await made.acme.people({ sort: "owns", descending: true, limit: 1 });
    expect(after).toMatchObject({ items: [{ id: "cyd", owns: 1 }], total: 3 });
    const next = await made.acme.people({ sort: "owns", descending: true, limit: 5, cursor: after.next ?? "" });
    expect(next.items.map(({ id, owns }) => `${id} ${owns}`)).toEqual(["bob 1", "ann 0"]);
  });

  test("findings of the whole portfolio, by rule, severity and words", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    const all = await made.acme.allFindings();
    expect(all.total).toBe(6);
    expect(all.items.map(({ kind }) => kind).join(" ")).toBe("violation violation violation problem problem problem");
    expect(all.items[0]).toMatchObject({ violation: { from: { slug: "app" }, to: { slug: "core" } } });
    expect(all.rules).toEqual(
      [
        { kind: "violation", value: "cycle", count: 2 },
        { kind: "violation", value: "entry-bypassed", count: 1 },
        { kind: "problem", value: "error", count: 1 },
        { kind: "problem", value: "info", count: 1 },
        { kind: "problem", value: "warning", count: 1 },
      ].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    );
    const cycles = await made.acme.allFindings({ rules: ["cycle"], limit: 1 });
    expect(cycles).toMatchObject({ total: 2, items: [{ violation: { message: "app past base" } }] });
    const rest = await made.acme.allFindings({ rules: ["cycle"], cursor: cycles.next ?? "" });
    expect(rest.items).toMatchObject([{ violation: { message: "far past core" } }]);
    expect(rest.next).toBeUndefined();
    const words = await made.acme.allFindings({ text: "BAD readme" });
    expect(words.items).toMatchObject([{ problem: { path: "README" } }]);
    expect(words.total).toBeUndefined();
    expect((await made.acme.allFindings({ kind: "problem", rules: ["error"] })).total).toBe(1);
  });

  test("the portfolio in figures", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    expect(await made.acme.summary()).toMatchObject({
      products: 4,
      kinds: { product: 4 },
      hidden: 0,
      units: 4,
      people: 2,
      unowned: 2,
      ownerLeft: 1,
      violations: 3,
      problems: 3,
      repositories: 2,
      waiting: 2,
    });
    expect(await made.acme.repositoryFacet()).toEqual([
      { value: "acme/main", label: "main", count: 3 },
      { value: "acme/other", label: "other", count: 1 },
    ]);
  });

  test("the picture shows all, or those that most rely on, and says which", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    const all = await made.acme.picture(10);
    expect(all).toMatchObject({ shown: "all", total: 4 });
    expect(all.edges.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(["app>core", "core>base", "far>core"]);
    const few = await made.acme.picture(2);
    expect(few.shown).toBe("most-relied-on");
    expect(few.nodes.map(({ slug }) => slug).sort()).toEqual(["base", "core"]);
  });

  test("points of the plane are those that have a place", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    await assess(made.acme);
    const { points, ...counts } = await made.acme.plane();
    expect(points.map(({ slug, action }) => `${slug} ${action}`)).toEqual(["core simplify", "app add-value"]);
    expect(counts).toEqual({ assessed: 4, placed: 2 });
  });

  test("surroundings are a snapshot of a product and of what touches it, as corrected", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(WHOLE));
    await made.acme.correct(ANN, { kind: "rename", product: "core", name: "Heart" });
    const found = await made.acme.surroundings("core");
    const { snapshot: part } = found ?? { snapshot: undefined };
    expect(found?.products).toEqual(["prd_core"]);
    expect(found?.reach.get("prd_core")).toBe(2);
    expect(part?.products.map(({ name }) => name).sort()).toEqual(["Heart", "app", "base", "far"]);
    const app = part?.units.find(({ name }) => name === "app");
    expect(app?.consumes.map(({ id }) => id)).toEqual(["pkg:npm/core"]);
    expect(part?.productFacts?.map(({ product }) => product).sort()).toEqual(
      FACTS.map(({ product }) => product).sort(),
    );
    expect(part?.violations.map(({ message }) => message).sort()).toEqual(["app past core", "far past core"]);
    expect(part?.problems.map(({ message }) => message).sort()).toEqual(["bad packages/core/x", "bad packages/core/y"]);
    expect(await made.acme.surroundings("nothing")).toBeUndefined();
  });
});

/** Of every listed product, by what all of these tests' names are found by. */
async function allKeys(store: OrganisationStore): Promise<number[]> {
  const found: number[] = [];
  for (const name of ["app", "core", "base", "far"]) found.push(...(await store.foundKeys(name)).keys);
  return found;
}
