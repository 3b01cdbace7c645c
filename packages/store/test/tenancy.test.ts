/** One organisation never sees, changes or is changed by another; and no source file can forget it. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OrganisationStore } from "../src/index.ts";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN, bytesOf, ownedBy, part, person, snapshot } from "./snapshots.ts";

/** Calls of everything that reads; a new query of the store must be added here or the test below fails. */
const READS: Readonly<Record<string, (store: OrganisationStore) => Promise<unknown>>> = {
  product: async (store) => await store.product("core"),
  products: async (store) => await store.products(),
  count: async (store) => [await store.count(), await store.count({ owner: "bob" })],
  facets: async (store) => [await store.facets(), await store.facets({ owner: "bob" })],
  repositoryFacet: async (store) => await store.repositoryFacet(),
  foundKeys: async (store) => (await store.foundKeys("core")).keys.length,
  summary: async (store) => await store.summary(),
  plane: async (store) => await store.plane(),
  picture: async (store) => await store.picture(10),
  surroundings: async (store) => await store.surroundings("core"),
  allFindings: async (store) => await store.allFindings(),
  dependents: async (store) => await store.dependents("core"),
  dependencies: async (store) => await store.dependencies("app"),
  reach: async (store) => await store.reach("core"),
  path: async (store) => await store.path("app", "core"),
  cycles: async (store) => await store.cycles(),
  neighbourhood: async (store) => await store.neighbourhood("core"),
  units: async (store) => await store.units("core"),
  unit: async (store) => await store.unit("acme/main#npm:core"),
  interfaces: async (store) => await store.interfaces("core"),
  elements: async (store) =>
    await store.elements({ unit: "acme/main#npm:core", id: "pkg:npm/core", kind: "typescript" }),
  uses: async (store) => await store.uses("app", "core"),
  findings: async (store) => await store.findings("core"),
  people: async (store) => await store.people(),
  person: async (store) => await store.person("bob"),
  snapshots: async (store) => await store.snapshots(),
  repositories: async (store) => await store.repositories(),
  repository: async (store) => await store.repository("acme/main"),
  changes: async (store) => await store.changes(),
  productsAt: async (store) => await store.productsAt(Number.MAX_SAFE_INTEGER),
  productAt: async (store) => await store.productAt("prd_core", Number.MAX_SAFE_INTEGER),
  fields: async (store) => await store.fields("core"),
  corrections: async (store) => await store.corrections(),
  correction: async (store) => [await store.correction(1), await store.correction(2)],
  suggestions: async (store) => await store.suggestions(),
  charter: async (store) => await store.charter("core"),
  search: async (store) => [await store.search("core"), await store.search("cor"), await store.search("ore")],
};
const WRITES = ["ingest", "correct", "undoCorrection", "refreshReach", "setField", "writeAssessments", "once"];
/** By numbers of rows, which all organisations share; `pages.test.ts` proves that others' numbers give nothing. */
const BY_NUMBER = ["pendingAssessments", "surroundingsOfRepository"];

/** Everything that is read, without the numbers of rows, which all organisations share. */
async function all(store: OrganisationStore): Promise<unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, call] of Object.entries(READS)) read[name] = await call(store);
  const listed = {
    tokens: await store.tokens.list(),
    webhooks: await store.webhooks.list(),
    mail: [await store.mail.list(), await store.subscriptions.list("ann"), await store.subscriptions.immediate()],
    groups: [await store.groups.list(), await store.groups.find("@acme/core")],
    events: [await store.events.after({ revision: 0 }, 500), await store.events.timeOf(1)],
    sources: await store.sources.list(),
    jobs: await store.jobs.list(),
    dead: await store.events.dead(),
  };
  return JSON.parse(JSON.stringify({ ...read, ...listed }));
}

const SOURCE = { kind: "git", url: "https://example.test/x.git", config: {}, active: true, secrets: "sealed" };
const REPOSITORY = { id: "acme/app", url: "https://example.test/x.git", listed: {} };
const PARTS = [part("app", { uses: ["core"] }), part("core", { more: ownedBy("bob", "Bob") })];

describe.each(ENGINES)("organisations on $name", (engine) => {
  test("every read and every write of one leaves the other as it was", async () => {
    await using made = await makeStore(engine);
    await using other = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS, { people: [person("bob", "Bob")] })));
    const before = await all(made.acme);
    expect(await all(other.acme)).toMatchObject({
      products: { items: [], total: 0 },
      count: [0, 0],
      people: { items: [] },
    });
    const changed = [
      part("core", { more: { name: "Theirs", ...ownedBy("eve", "Eve") } }),
      part("app", { uses: ["left-pad"] }),
    ];
    await other.acme.ingest(ANN, bytesOf(snapshot(changed, { people: [person("bob", "Robert")] })));
    await other.acme.correct(ANN, { kind: "merge", product: "app", into: "core" });
    await other.acme.correct(ANN, { kind: "dismiss", product: "core" });
    await other.acme.tokens.create(ANN, { id: "t", name: "t", hash: other.organisation, scopes: [], actor: "eve" });
    await other.acme.webhooks.save(ANN, { url: "https://eve.test", secrets: [], events: [], active: true });
    await other.acme.groups.create(ANN, { id: "@acme/core", name: "Core", members: ["eve"] });
    await other.acme.groups.setMembers(ANN, { id: "@acme/core", members: ["eve", "mallory"] });
    await other.acme.mail.queue({ recipient: "eve@eve.test", kind: "invitation", payload: {} });
    await other.acme.subscriptions.begin({ user: "ann", product: "prd_core", email: "eve@eve.test", mode: "now" });
    await other.acme.subscriptions.end("ann", "prd_core");
    await other.acme.jobs.enqueue({ kind: "scan", payload: {} });
    await other.acme.ingest(ANN, bytesOf(snapshot([])));
    expect(await all(made.acme)).toEqual(before);
  });

  test("ids of another organisation lead nowhere", async () => {
    await using made = await makeStore(engine);
    await using other = await makeStore(engine);
    await made.acme.ingest(ANN, bytesOf(snapshot(PARTS)));
    const { correction } = await made.acme.correct(ANN, { kind: "accept", product: "core" });
    const { id: job } = await made.acme.jobs.enqueue({ kind: "scan", payload: {} });
    const upload = await made.acme.uploads.begin("ann");
    const hook = await made.acme.webhooks.save(ANN, { url: "https://ann.test", secrets: [], events: [], active: true });
    await made.acme.tokens.create(ANN, { id: "t", name: "t", hash: made.organisation, scopes: [], actor: "ann" });
    const refused = { code: "store/not-found" };
    await expect(other.acme.undoCorrection(ANN, correction)).rejects.toMatchObject(refused);
    await expect(other.acme.correct(ANN, { kind: "accept", product: "prd_core" })).rejects.toMatchObject(refused);
    await expect(other.acme.uploads.add(upload, 0, Buffer.from("x"))).rejects.toMatchObject(refused);
    const mail = await made.acme.mail.queue({ recipient: "ann@acme.test", kind: "invitation", payload: {} });
    await expect(other.acme.mail.replay(mail)).rejects.toMatchObject(refused);
    await expect(other.acme.webhooks.remove(ANN, hook.id)).rejects.toMatchObject(refused);
    await made.acme.groups.create(ANN, { id: "@acme/core", name: "Core", members: ["ann"] });
    await expect(other.acme.groups.setMembers(ANN, { id: "@acme/core", members: [] })).rejects.toMatchObject(refused);
    await expect(other.acme.groups.remove(ANN, "@acme/core")).rejects.toMatchObject(refused);
    await expect(other.acme.tokens.revoke(ANN, "t")).rejects.toMatchObject(refused);
    const source = await made.acme.sources.save(ANN, SOURCE);
    await made.acme.sourceRepositories.see(source.id, { pass: 1, page: "1" }, [REPOSITORY]);
    await expect(other.acme.sources.remove(ANN, source.id)).rejects.toMatchObject(refused);
    await expect(other.acme.sources.save(ANN, { ...SOURCE, id: source.id })).rejects.toMatchObject(refused);
    await expect(other.acme.sources.saveSecrets(ANN, source.id, null)).rejects.toMatchObject(refused);
    expect(await other.acme.sources.find(source.id)).toBeUndefined();
    expect(await other.acme.sources.secrets(source.id)).toBeUndefined();
    expect(await other.acme.sourceRepositories.list(source.id)).toEqual({ items: [] });
    expect(await other.acme.sourceRepositories.find(source.id, REPOSITORY.id)).toBeUndefined();
    await other.acme.sourceRepositories.noteFailed(source.id, REPOSITORY.id, { code: "x", message: "x" });
    await other.acme.sourceRepositories.see(source.id, { pass: 9, page: "1" }, [
      { ...REPOSITORY, url: "https://eve.test" },
    ]);
    await other.acme.sourceRepositories.excludeUnseen(source.id, { pass: 99, reason: "gone", at: 1 });
    expect(await made.acme.sourceRepositories.list(source.id)).toMatchObject({
      items: [{ ...REPOSITORY, failures: 0 }],
    });
    await expect(other.acme.jobs.retry(job)).rejects.toMatchObject(refused);
    expect(await other.acme.jobs.cancel(job)).toBe(false);
    expect(await other.acme.jobs.find(job)).toBeUndefined();
    expect(await other.acme.uploads.status(upload)).toBeUndefined();
  });

  test("the test above knows every method of the store", async () => {
    await using made = await makeStore(engine);
    const methods = Object.entries(made.acme).filter(([, value]) => typeof value === "function");
    expect(methods.map(([name]) => name).sort()).toEqual([...Object.keys(READS), ...WRITES, ...BY_NUMBER].sort());
  });
});

test("every raw statement on tables of an organisation names it", () => {
  const root = new URL("../src/", import.meta.url).pathname;
  const files = globSync("{queries,ingest,assessed,corrections,events,jobs,work,text,engines}/**/*.ts", { cwd: root });
  const statements = files.flatMap((path) =>
    [...readFileSync(join(root, path), "utf8").matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)]
      .map(([, text = ""]) => ({ path, text }))
      .filter(({ text }) => /^\s*(?:select|insert|update|delete)\b[^`]*\b(?:from|into|update)\s/i.test(text)),
  );
  expect(statements.length).toBeGreaterThan(10);
  const forgetful = statements.filter(({ text }) => !/\borg\b|\bscope\.org\b|\$\{(?:now|past|holds)\}/.test(text));
  // What is left works on no table of an organisation, or asks for the largest key of all of them.
  const found = forgetful.map(({ path, text }) => `${path}: ${text.trim().split(/\s+/).slice(0, 6).join(" ")}`);
  expect(found.sort()).toEqual([
    "engines/postgres.ts: select ${products}::float8 * 10 >= reltuples",
    "engines/sqlite.ts: select coalesce(max(key), 0) as last from",
    "engines/sqlite.ts: select page_count * page_size as bytes",
  ]);
});
