/** A server over a store with one snapshot in it, asked without a port. */
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { openStore, type Store } from "@freehold/store";
import { type Accounts, openAccounts } from "../../src/accounts/accounts.ts";
import { hashOf } from "../../src/accounts/secrets.ts";
import type { ServerParts } from "../../src/api/server-parts.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import type { Actor } from "../../src/api/actor.ts";
import type { LocalPart } from "../../src/api/local-part.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { sourceRules } from "../../src/sources/rules.ts";
import { smallSnapshot } from "../small-snapshot.ts";

export interface TestPortfolio extends AsyncDisposable {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly server: ServerParts;
  /** Id of the account of an organisation's administrator. */
  readonly userOf: (organisation: string) => string;
  ask(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Asks for somebody of another organisation, in which there is nothing. */
  askAs(organisation: string, request: InjectOptions): Promise<LightMyRequestResponse>;
}

/** Organisations `acme`, with the small snapshot unless said otherwise, and `other`, empty. */
export async function makePortfolio({ empty = false, at = ":memory:" } = {}): Promise<TestPortfolio> {
  const store = await openStore({ at });
  for (const id of ["acme", "other"]) await store.createOrganisation({ id, name: id });
  let organisation = "acme";
  const accounts = await openAccounts(store, settingsSchema.parse({ accounts: "on" }));
  const webhooks = { allow: [], timeout: 1000, resolve: async () => [] };
  const server = { accounts: accounts.part, local: LOCAL, sources: sourceRules(store), webhooks, now: Date.now };
  const users = await makeUsers(store, accounts);
  const app = await createPortfolioApp({ store, server, authenticate: () => actorOf(organisation, users) });
  const ask = async (request: InjectOptions) =>
    await app.inject({ ...request, headers: { ...OUR_PAGE, ...request.headers } });
  if (!empty) await ask({ method: "POST", url: "/api/v1/snapshots", payload: { ...smallSnapshot() } });
  for (const id of ["acme", "other"]) await join(store, id);
  const { groups } = await store.forOrganisation("acme");
  if (!empty) await groups.create(ANN, { id: "@acme/core", name: "Core", members: ["ada"] });
  if (!empty) await deadMail(store);
  return {
    store,
    accounts,
    server,
    userOf: (id) => users.get(id) ?? "",
    ask,
    async askAs(id, request) {
      organisation = id;
      const answer = await ask(request);
      organisation = "acme";
      return answer;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await store.close();
    },
  };
}

/** What a server beside repositories has. */
const LOCAL: LocalPart = {
  drafts: async () => ({ drafts: [], drift: [] }),
  comparison: {
    base: { label: "before.json" },
    head: { label: "after.json" },
    judged: "shapes",
    products: [],
    unchanged: 1,
    problems: [],
  },
};
const ANN = { actor: "ann", kind: "person" } as const;

/** Ann subscribed to a product, and a mail about it was given up. */
async function deadMail(store: Store): Promise<void> {
  const { subscriptions } = await store.forOrganisation("acme");
  const subscription = { user: "usr_ann", product: "prd_client", email: "ann@acme.example", mode: "now" } as const;
  await subscriptions.begin(subscription);
  await subscriptions.queue([subscription], 1);
  const [mail] = await store.mail.claim({ limit: 1, lease: "test", leaseFor: 1000, now: Date.now() });
  if (mail !== undefined) await store.mail.settle(mail, "test", { state: "dead", error: "refused" });
}

/** The secret of an invitation; always the same, as audit logs are compared. */
export async function invitationTo(store: Store, organisation: string): Promise<string> {
  const secret = `fhi_${organisation}_${invited++}`;
  const { invitations } = await store.forOrganisation(organisation);
  const count = (await invitations.list()).length;
  const expires = Date.now() + 3_600_000;
  await invitations.create(ANN, { id: `inv_${count}`, hash: hashOf(secret), role: "administrator", expires });
  return secret;
}

let invited = 0;

/** Makes Ann a member. */
async function join(store: Store, organisation: string): Promise<void> {
  const account = { user: "usr_ann", email: "ann@acme.example", name: "Ann" };
  await store.acceptInvitation(hashOf(await invitationTo(store, organisation)), account);
}

const OUR_PAGE = { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" };

/** An administrator for each organisation; sessions belong to accounts, everything else to organisations. */
async function makeUsers(store: Store, { part, setupLink }: Accounts): Promise<ReadonlyMap<string, string>> {
  const users = new Map<string, string>();
  for (const id of ["acme", "other"]) {
    const account = { email: `ann@${id}.example`, name: "Ann" };
    const user = await part.create({ ...account, password: PASSWORD });
    const [, secret = ""] = (await setupLink(id))?.split("#") ?? [];
    await store.acceptInvitation(hashOf(secret), { ...account, user });
    users.set(id, user);
  }
  return users;
}

export const PASSWORD = "correct horse battery";

function actorOf(organisation: string, users: ReadonlyMap<string, string>): Actor {
  const user = users.get(organisation) ?? "";
  return { id: "ann@acme.example", kind: "person", user, organisation, may: () => true };
}
