import { describe, expect, test } from "vitest";
import { ENGINES, makeStore } from "./engines.ts";
import { ANN } from "./snapshots.ts";

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

describe.each(ENGINES)("members on $name", (engine) => {
  test("an invitation makes one member, once, until it expires", async () => {
    let now = START;
    await using made = await makeStore(engine, { now: () => now });
    const invite = async (id: string, email: string) =>
      await made.acme.invitations.create(ANN, {
        id,
        hash: `${made.organisation}-${id}`,
        email,
        role: "contributor",
        expires: START + HOUR,
      });
    await invite("first", "bob@acme.example");
    await invite("late", "eve@acme.example");
    const hash = `${made.organisation}-first`;
    const bob = { user: `bob-${made.organisation}`, email: "bob@acme.example", name: "Bob" };
    expect(await made.store.findInvitation(hash, now)).toMatchObject({
      email: "bob@acme.example",
      role: "contributor",
    });
    const both = await Promise.allSettled([1, 2].map(async () => await made.store.acceptInvitation(hash, bob)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await made.store.memberships(bob.user)).toEqual([{ organisation: made.organisation, role: "contributor" }]);
    now += HOUR;
    const late = made.store.acceptInvitation(`${made.organisation}-late`, bob);
    await expect(late).rejects.toMatchObject({ code: "store/not-found" });
    const { items } = await made.acme.changes();
    expect(items[0]).toMatchObject({ kind: "member", subject: bob.user, action: "created", actor: "bob@acme.example" });
  });

  test("the last administrator stays one", async () => {
    await using made = await makeStore(engine, { now: () => START });
    const join = async (user: string) => {
      const invitation = {
        id: user,
        hash: `${made.organisation}-${user}`,
        role: "administrator",
        expires: START + 1,
      } as const;
      await made.acme.invitations.create(ANN, invitation);
      await made.store.acceptInvitation(invitation.hash, { user, email: `${user}@acme.example`, name: user });
    };
    const [ann, bob] = [`ann-${made.organisation}`, `bob-${made.organisation}`];
    await join(ann);
    await expect(made.acme.members.changeRole(ANN, ann, "viewer")).rejects.toMatchObject({ code: "store/conflict" });
    await join(bob);
    const gone = await Promise.allSettled([
      made.acme.members.remove(ANN, ann),
      made.acme.members.changeRole(ANN, bob, "viewer"),
    ]);
    expect(gone.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(made.acme.members.remove(ANN, "nobody")).rejects.toMatchObject({ code: "store/not-found" });
  });

  test("servers on one database share a secret", async () => {
    await using made = await makeStore(engine);
    const names = await Promise.all(
      ["a", "b"].map(async (candidate) => await made.store.secret(made.organisation, () => candidate)),
    );
    expect(new Set(names).size).toBe(1);
  });
});
