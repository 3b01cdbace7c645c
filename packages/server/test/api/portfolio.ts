/** A server over a store with one snapshot in it, asked without a port. */
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { openStore, type Store } from "@freehold/store";
import { createPortfolioApp } from "../../src/api/app.ts";
import type { Actor } from "../../src/api/actor.ts";
import { smallSnapshot } from "../small-snapshot.ts";

export interface TestPortfolio extends AsyncDisposable {
  readonly store: Store;
  ask(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Asks for somebody of another organisation, in which there is nothing. */
  askAs(organisation: string, request: InjectOptions): Promise<LightMyRequestResponse>;
}

/** Organisations `acme`, with the small snapshot unless said otherwise, and `other`, empty. */
export async function makePortfolio({ empty = false, at = ":memory:" } = {}): Promise<TestPortfolio> {
  const store = await openStore({ at });
  for (const id of ["acme", "other"]) await store.createOrganisation({ id, name: id });
  let organisation = "acme";
  const app = await createPortfolioApp({ store, authenticate: () => actorOf(organisation) });
  const ask = async (request: InjectOptions) =>
    await app.inject({ ...request, headers: { host: "127.0.0.1:4000", ...request.headers } });
  if (!empty) await ask({ method: "POST", url: "/api/v1/snapshots", payload: { ...smallSnapshot() } });
  return {
    store,
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

function actorOf(organisation: string): Actor {
  return { id: "ann", kind: "person", organisation, may: () => true };
}
