import type { Role } from "@freehold/store";
import { describe, expect, it } from "vitest";
import { allows, RIGHTS } from "../../src/accounts/policy.ts";
import type { Right } from "../../src/api/actor.ts";
import { administrator, browser, invited, makeWorld } from "./world.ts";

const THEIRS = { theirs: true, spokenFor: true };
const OTHERS = { theirs: false, spokenFor: true };
const NOBODYS = { theirs: false, spokenFor: false };

describe("the policy", () => {
  it.each<[Role, Right[]]>([
    ["viewer", ["read"]],
    ["contributor", ["read", "ingest"]],
    ["administrator", ["read", "ingest", "correct", "administer"]],
  ])("a %s may %j everywhere", (role, rights) => {
    expect(RIGHTS.filter((right) => allows(right, { role }))).toEqual(rights);
    expect(RIGHTS.filter((right) => allows(right, { role, product: OTHERS }))).toEqual(rights);
  });

  it("lets owners decide in their product, and contributors about what nobody speaks for", () => {
    expect(allows("correct", { role: "viewer", product: THEIRS })).toBe(true);
    expect(allows("correct", { role: "viewer", product: NOBODYS })).toBe(false);
    expect(allows("correct", { role: "contributor", product: NOBODYS })).toBe(true);
    expect(allows("administer", { role: "viewer", product: THEIRS })).toBe(false);
  });

  it("lets members of a group decide who is in it, and nobody let themselves in", () => {
    for (const role of ["viewer", "contributor"] as const) {
      expect(allows("correct", { role, group: { theirs: true } })).toBe(true);
      expect(allows("correct", { role, group: { theirs: false } })).toBe(false);
      expect(allows("correct", { role, group: { theirs: true }, scopes: ["read"] })).toBe(false);
    }
    expect(allows("correct", { role: "administrator", group: { theirs: false } })).toBe(true);
  });

  it("never lets a token do more than its scopes, nor more than its person", () => {
    for (const right of RIGHTS) {
      expect(allows(right, { role: "administrator", scopes: [] })).toBe(false);
      expect(allows(right, { role: "administrator", scopes: [right] })).toBe(true);
      expect(allows(right, { role: "viewer", scopes: RIGHTS })).toBe(right === "read");
    }
  });
});

describe("products", () => {
  it("are decided about by their owner, whom a charter or a claim names", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const carol = await invited(world, ann, "carol@acme.example", "contributor");
    const may = async (who: typeof ann, product: string) =>
      (await who.send("GET", `/rights/correct/${product}`)).body["may"];
    expect([await may(ann, "billing"), await may(bob, "billing"), await may(carol, "billing")]).toEqual([
      true,
      true,
      false,
    ]);
    expect([await may(ann, "orphan"), await may(bob, "orphan"), await may(carol, "orphan")]).toEqual([
      true,
      false,
      true,
    ]);
    const owner = { kind: "person", id: "bob@acme.example", name: "Bob" } as const;
    await world.acme.correct({ actor: "ann", kind: "person" }, { kind: "claim", product: "orphan", owner });
    expect([await may(bob, "orphan"), await may(carol, "orphan")]).toEqual([true, false]);
  });
});

describe("a correction", () => {
  it("is taken back by whoever may correct that product, and by nobody else", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const carol = await invited(world, ann, "carol@acme.example", "contributor");
    const renamed = await bob.send("POST", "/api/v1/products/billing/corrections", { kind: "rename", slug: "bills" });
    expect(renamed.status).toBe(201);
    const address = `/api/v1/corrections/${renamed.body["correction"]}`;
    expect((await carol.send("DELETE", address)).status).toBe(403);
    expect((await bob.send("DELETE", address)).status).toBe(200);
    expect((await bob.send("GET", "/api/v1/products/billing/rights")).body).toEqual({
      rights: ["read", "correct"],
      owner: { kind: "person", id: "bob@acme.example", name: "Bob" },
    });
  });

  it("merges into a product only where one decides about that too", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const carol = await invited(world, ann, "carol@acme.example", "contributor");
    const merge = { kind: "merge", into: "billing" };
    expect((await carol.send("POST", "/api/v1/products/orphan/corrections", merge)).status).toBe(403);
    const own = { kind: "person", id: "carol@acme.example", name: "Carol" } as const;
    await world.acme.correct({ actor: "ann", kind: "person" }, { kind: "claim", product: "orphan", owner: own });
    expect((await carol.send("POST", "/api/v1/products/orphan/corrections", merge)).status).toBe(403);
    expect((await ann.send("POST", "/api/v1/products/orphan/corrections", merge)).status).toBe(201);
  });
});

describe("tokens", () => {
  it("have scopes, an end, and are shown once", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const wrong = await ann.send("POST", "/api/v1/tokens", { name: "CI", scopes: ["everything"], days: 5000 });
    expect(wrong.status).toBe(400);
    expect(wrong.body["errors"].map(({ pointer }: { pointer: string }) => pointer)).toEqual(["/scopes/0", "/days"]);
    const made = await ann.send("POST", "/api/v1/tokens", { name: "CI", scopes: ["ingest"], days: 1 });
    expect(made.body["token"]).toMatch(/^fht_[\w-]{43}$/);
    const headers = { authorization: `Bearer ${made.body["token"]}` };
    const script = browser(world);
    expect((await script.send("GET", "/rights/ingest", undefined, headers)).body).toEqual({ may: true });
    expect((await script.send("GET", "/rights/read", undefined, headers)).body).toEqual({ may: false });
    expect((await script.send("POST", "/change", {}, { ...headers, origin: "" })).body).toEqual({
      by: made.body["id"],
    });
    const listed = JSON.stringify((await ann.send("GET", "/api/v1/tokens")).body);
    expect(listed).toContain(made.body["id"]);
    expect(listed).not.toContain(made.body["token"]);
    world.advance(24 * 3_600_000);
    expect((await script.send("GET", "/rights/ingest", undefined, headers)).status).toBe(401);
  });

  it("stop when they are revoked, and make no others", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const all = { name: "all", scopes: ["read", "ingest", "correct", "administer"] };
    const { token, id } = (await bob.send("POST", "/api/v1/tokens", all)).body;
    const headers = { authorization: `Bearer ${token}` };
    const script = browser(world);
    expect((await script.send("GET", "/rights/administer", undefined, headers)).body).toEqual({ may: false });
    expect((await script.send("POST", "/api/v1/tokens", all, headers)).status).toBe(403);
    const carol = await invited(world, ann, "carol@acme.example", "contributor");
    expect((await carol.send("DELETE", `/api/v1/tokens/${id}`)).status).toBe(404);
    expect((await ann.send("DELETE", `/api/v1/tokens/${id}`)).status).toBe(200);
    expect((await script.send("GET", "/rights/read", undefined, headers)).status).toBe(401);
  });

  it.each(["Bearer", "Bearer fht_", "Basic YTpi", `Bearer fht_${"x".repeat(43)}`, `Bearer ${"y".repeat(5000)}`])(
    "%.20s is none",
    async (authorization) => {
      await using world = await makeWorld();
      expect((await browser(world).send("GET", "/rights/read", undefined, { authorization })).status).toBe(401);
    },
  );
});
