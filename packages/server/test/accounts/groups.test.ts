/** Groups own products: whoever is in one decides about them, by the real routes and accounts. */
import { describe, expect, it } from "vitest";
import { administrator, invited, makeWorld } from "./world.ts";

const CORE = "/api/v1/groups/%40acme%2Fcore";
const OWNED = "/api/v1/products/orphan/corrections";

describe("a group", () => {
  it("that a product names as owner is there without members; its members are whom an administrator says", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const dan = await invited(world, ann, "dan@acme.example", "viewer");
    const eve = await invited(world, ann, "eve@acme.example", "contributor");
    const owner = { kind: "group", id: "@acme/core", name: "Core" };
    expect((await ann.send("POST", OWNED, { kind: "claim", owner })).status).toBe(201);
    const listed = { id: "@acme/core", name: "Core", products: 1, members: 0, version: 0 };
    expect((await eve.send("GET", "/api/v1/groups")).body).toEqual({ items: [listed] });
    expect((await dan.send("POST", OWNED, { kind: "accept" })).status).toBe(403);
    for (const who of [dan, eve]) {
      expect((await who.send("PUT", `${CORE}/members`, { members: ["eve@acme.example"] })).status).toBe(403);
      expect((await who.send("POST", "/api/v1/groups", { id: "@acme/core", members: [] })).status).toBe(403);
    }
    const said = await ann.send("PUT", `${CORE}/members`, { members: ["DAN@acme.example", "DAN@acme.example"] });
    expect(said.body).toEqual({ ...listed, members: ["DAN@acme.example"], version: 1 });
    expect((await dan.send("POST", OWNED, { kind: "accept" })).status).toBe(201);
    expect((await eve.send("POST", OWNED, { kind: "accept" })).status).toBe(403);
    const members = ["dan@acme.example", "eve@acme.example"];
    const stale = await dan.send("PUT", `${CORE}/members`, { members }, { "if-match": '"0"' });
    expect([stale.status, stale.body.more ?? stale.body]).toEqual([412, expect.objectContaining({ version: 1 })]);
    expect((await dan.send("PUT", `${CORE}/members`, { members }, { "if-match": '"1"' })).status).toBe(200);
    expect((await eve.send("POST", OWNED, { kind: "accept" })).status).toBe(201);
    const { body } = await ann.send("GET", "/api/v1/changes?limit=500");
    expect(body.items.filter(({ kind }: { kind: string }) => kind === "group")).toMatchObject([
      { subject: "@acme/core", actor: "dan@acme.example", action: "changed" },
      { subject: "@acme/core", actor: "ann@acme.example", fields: [{ field: "members", before: [] }] },
    ]);
  });

  it("is made once, by administrators, and forgotten", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    expect((await ann.send("POST", "/api/v1/groups", { id: "payments", name: "Payments" })).status).toBe(201);
    expect((await ann.send("POST", "/api/v1/groups", { id: "payments" })).status).toBe(409);
    expect((await ann.send("GET", "/api/v1/groups/payments")).body).toMatchObject({ name: "Payments", members: [] });
    expect((await ann.send("DELETE", "/api/v1/groups/payments")).status).toBe(200);
    expect((await ann.send("GET", "/api/v1/groups/payments")).status).toBe(404);
  });

  it("pages by id", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const ids = ["b", "a", "ä", "c"];
    for (const id of ids) await ann.send("POST", "/api/v1/groups", { id });
    const seen: string[] = [];
    let next: string | undefined = "";
    while (next !== undefined) {
      const { body } = await ann.send("GET", `/api/v1/groups?limit=1${next === "" ? "" : `&cursor=${next}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(seen).toEqual(["a", "b", "c", "ä"]);
  });
});
