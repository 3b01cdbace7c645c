import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { ENGINES, makeStore, type TestStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, snapshot } from "./snapshots.ts";

describe.each(ENGINES)("ingest on $name", (engine) => {
  test("a snapshot becomes products with their relations", async () => {
    await using made = await makeStore(engine);
    const result = await made.acme.ingest(
      ANN,
      bytesOf(
        snapshot([
          part("app", { uses: ["core", "left-pad"] }),
          part("core", { more: ownedBy("bob@acme.example", "Bob") }),
        ]),
      ),
    );
    expect(result).toMatchObject({ revision: 1, known: false, units: 2, products: 2 });
    expect((await made.acme.products()).items).toMatchObject([
      {
        id: "prd_app",
        dependencies: 1,
        dependents: 0,
        externals: 1,
        units: 1,
        provides: 1,
        repositories: ["acme/main"],
      },
      { id: "prd_core", dependencies: 0, dependents: 1, owner: { id: "bob@acme.example", provenance: "declared" } },
    ]);
  });

  test("the same bytes change nothing, not even after another snapshot", async () => {
    await using made = await makeStore(engine);
    const first = snapshot([part("app")]);
    await made.acme.ingest(ANN, bytesOf(first));
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app", { more: { name: "Renamed" } })])));
    expect(await made.acme.ingest(ANN, bytesOf(first))).toMatchObject({ known: true, revision: 1 });
    expect((await made.acme.product("app"))?.row).toMatchObject({ name: "Renamed", version: 2 });
  });

  test("what a repository has no more is gone, what other repositories have stays", async () => {
    await using made = await makeStore(engine);
    const other = part("other", { repository: "acme/other", uses: ["core"] });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app", { uses: ["core"] }), part("core"), other])));
    await made.acme.ingest(ANN, bytesOf(snapshot([part("core")])));
    expect((await made.acme.products()).items.map(({ slug, dependents }) => [slug, dependents])).toEqual([
      ["core", 1],
      ["other", 0],
    ]);
    expect((await made.acme.product("prd_app"))?.row).toMatchObject({ gone: "retired" });
  });

  test("a consume that came first finds the provider that comes later, from another repository", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app", { uses: ["core"] })])));
    expect((await made.acme.product("app"))?.row).toMatchObject({ externals: 1, dependencies: 0 });
    await made.acme.ingest(ANN, bytesOf(snapshot([part("core", { repository: "acme/core" })])));
    expect((await made.acme.product("app"))?.row).toMatchObject({ externals: 0, dependencies: 1, version: 1 });
    expect((await made.acme.product("core"))?.row).toMatchObject({ dependents: 1 });
  });

  test("a unit that another product claims takes its dependents along, from other repositories too", async () => {
    await using made = await makeStore(engine);
    const [a, b] = [part("a"), part("b")];
    const far = part("far", { repository: "acme/far", uses: ["b"] });
    await made.acme.ingest(ANN, bytesOf(snapshot([a, b, far])));
    const claiming = { ...a, product: { ...a.product, units: [a.unit.id, b.unit.id] } };
    await made.acme.ingest(ANN, bytesOf(snapshot([claiming, b])));
    expect((await made.acme.dependencies("far"))?.items.map(({ product }) => product.slug)).toEqual(["a"]);
    expect((await made.acme.product("b"))?.row).toMatchObject({ dependents: 0, units: 0 });
    expect((await made.acme.product("a"))?.row).toMatchObject({ dependents: 1, units: 2, reach: 1 });
  });

  test("development use is an edge, and no dependent", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(
      ANN,
      bytesOf(snapshot([part("app", { uses: ["core"], scope: "development" }), part("core")])),
    );
    expect((await made.acme.product("core"))?.row).toMatchObject({ dependents: 0 });
  });

  test("an element that is not valid refuses all of it, and says where", async () => {
    await using made = await makeStore(engine);
    const wrong = part("app", { unit: { consumes: [{ id: "no identifier" }] as never } });
    await expect(made.acme.ingest(ANN, bytesOf(snapshot([part("core"), wrong])))).rejects.toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: "snapshot/invalid", pointer: "/units/1/consumes/0/id" }),
      ]),
    });
    expect(await made.acme.products()).toEqual({ items: [], total: 0 });
  });

  test.each([
    ["no object", "[]", "", "begins with {"],
    ["cut off", `{"format":"freehold.snapshot","uni`, "", "ends too early"],
    ["another format", `{"format":"sbom","version":1}`, "/format", `"sbom"`],
    ["a later version", `{"format":"freehold.snapshot","version":2}`, "/version", "2"],
    ["no version", `{"format":"freehold.snapshot"}`, "/version", "missing"],
    ["broken element", `{"format":"freehold.snapshot","version":1,"units":[{"id":}]}`, "/units/0", "JSON"],
    ["trailing comma", `{"format":"freehold.snapshot","version":1,"units":[{},]}`, "", "element must follow"],
    ["too deep", `{"units":[${"[".repeat(200)}]}`, "", "nested deeper"],
  ])("bytes that are no snapshot: %s", async (_, text, pointer, message) => {
    await using made = await makeStore(engine);
    await expect(made.acme.ingest(ANN, bytesOf(text))).rejects.toMatchObject({
      refusals: [expect.objectContaining({ pointer, message: expect.stringContaining(message) })],
    });
  });

  test("a field that this version does not know is kept", async () => {
    await using made = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot([part("app", { more: { assessment: { score: 3 } } as never })])));
    expect((await made.acme.product("app"))?.product).toMatchObject({ assessment: { score: 3 } });
  });
});

test("a changed field writes at most ten rows, the one that asks for an assessment among them", async () => {
  const [sqlite] = ENGINES;
  if (sqlite === undefined) throw new Error("SQLite is always there");
  await using made = await makeStore(sqlite);
  await made.acme.ingest(
    ANN,
    bytesOf(snapshot([part("app", { uses: ["core"] }), part("core"), part("kit", { uses: ["core"] })])),
  );
  const before = await rowsWritten(made);
  await made.acme.correct(ANN, { kind: "edit", product: "core", stage: "beta" });
  expect((await rowsWritten(made)) - before).toBeLessThanOrEqual(10);
  expect((await made.acme.product("core"))?.row.stage).toBe("beta");
});

/** Rows that the writing connection changed since it was opened, those of indexes' own tables included. */
async function rowsWritten({ store }: TestStore): Promise<number> {
  const { rows } = await sql<{ total: number }>`select total_changes() as total`.execute(store.accounts);
  return rows[0]?.total ?? 0;
}
