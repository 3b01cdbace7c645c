/** better-auth on both engines: the migrations give it all that it wants, and an account works. */
import { openStore, type Store } from "@freehold/store";
import { getMigrations } from "better-auth/db/migration";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authOptions, createAuth } from "../../src/accounts/auth.ts";
import { hashOf } from "../../src/accounts/secrets.ts";
import { setupLink } from "../../src/accounts/setup-link.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { ENGINES, type TestDatabase } from "../../../../tests/databases.ts";

const SETTINGS = settingsSchema.parse({
  publicUrl: "https://freehold.acme.example",
  "signIn.github.clientId": "app",
  "signIn.github.clientSecret": "secret",
});

describe.each(ENGINES)("accounts on $name", (engine) => {
  let store: Store;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await engine.make();
    store = await openStore({ at: database.at });
  });

  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  it("better-auth misses no table, column or index", async () => {
    const { toBeCreated, toBeAdded, toBeAddedIndexes } = await getMigrations(
      authOptions(store, SETTINGS, "x".repeat(32)),
    );
    expect({ toBeCreated, toBeAdded, toBeAddedIndexes }).toEqual({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
    });
  });

  it("of servers that start at once one has the link that sets it up", async () => {
    await store.createOrganisation({ id: "new", name: "New" });
    const servers = await Promise.all([1, 2, 3, 4].map(async () => await openStore({ at: database.at })));
    const links = await Promise.all(
      servers.map(async (server) => await setupLink(await server.forOrganisation("new"), Date.now())),
    );
    const found = await Promise.all(
      links.map(async (link) => await store.findInvitation(hashOf(link?.split("#")[1] ?? ""), Date.now())),
    );
    expect(found.filter((invitation) => invitation !== undefined)).toHaveLength(1);
    for (const server of servers) await server.close();
  });

  it("an account is made, signs in, and its session is found and ended", async () => {
    const auth = await createAuth(store, SETTINGS);
    const { internalAdapter, password } = await auth.$context;
    const email = `ann-${Date.now()}@acme.example`;
    const user = await internalAdapter.createUser(
      { email, name: "Ann", emailVerified: true },
      { method: "email-password" },
    );
    const account = { userId: user.id, accountId: user.id, providerId: "credential" };
    await internalAdapter.linkAccount({ ...account, password: await password.hash("correct horse battery") });
    const response = await auth.api.signInEmail({
      body: { email, password: "correct horse battery" },
      asResponse: true,
    });
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
    expect(session?.user).toMatchObject({ email, emailVerified: true });
    await internalAdapter.deleteUserSessions(user.id);
    expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).toBeNull();
    await internalAdapter.deleteUser(user.id);
  });
});
