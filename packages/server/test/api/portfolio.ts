/** A server over a store with one snapshot in it, asked without a port. */
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { openStore, type Store } from "@freehold/store";
import { type Accounts, openAccounts } from "../../src/accounts/accounts.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import type { Actor } from "../../src/api/actor.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { sourceRules } from "../../src/sources/rules.ts";
import { smallSnapshot } from "../small-snapshot.ts";

export interface TestPortfolio extends AsyncDisposable {
  readonly store: Store;
  readonly accounts: Accounts;
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
  const server = { accounts: accounts.part, sources: sourceRules(store), now: Date.now };
  const app = await createPortfolioApp({ store, server, authenticate: () => actorOf(organisation) });
  const ask = async (request: InjectOptions) =>
    await app.inject({ ...request, headers: { ...OUR_PAGE, ...request.headers } });
  if (!empty) await ask({ method: "POST", url: "/api/v1/snapshots", payload: { ...smallSnapshot() } });
  return {
    store,
    accounts,
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

const OUR_PAGE = { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" };

/** Their accounts are called alike in both organisations, so that only the organisation tells them apart. */
function actorOf(organisation: string): Actor {
  return { id: "ann@acme.example", kind: "person", user: "usr_ann", organisation, may: () => true };
}
