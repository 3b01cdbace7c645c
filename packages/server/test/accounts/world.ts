/** A server with accounts for tests: an organisation, its members, and a browser for each of them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type OrganisationStore, type Store } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import { type Accounts, openAccounts } from "../../src/accounts/accounts.ts";
import type { Right } from "../../src/api/actor.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { sourceRules } from "../../src/sources/rules.ts";
import { snapshotBytes } from "./snapshot.ts";

export const ORIGIN = "https://freehold.acme.example";
export const PASSWORD = "correct horse battery";
export const START = Date.UTC(2026, 0, 1);

export interface World extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly acme: OrganisationStore;
  readonly accounts: Accounts;
  /** Of whoever asks; every world has its own, since limits count by address. */
  readonly address: string;
  advance(milliseconds: number): void;
}

let worlds = 0;

/** Routes `/rights/<right>/<product>` stand for those of the portfolio: they answer whether they may be used. */
export async function makeWorld(settings: Record<string, unknown> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "freehold-accounts-"));
  let now = START;
  const store = await openStore({ at: join(folder, "freehold.db"), now: () => now });
  await store.createOrganisation({ id: "default", name: "Acme" });
  const acme = await store.forOrganisation("default");
  await acme.ingest({ actor: "ci", kind: "token" }, snapshotBytes());
  const effective = settingsSchema.parse({ publicUrl: ORIGIN, accounts: "on", ...settings });
  const accounts = await openAccounts(store, effective, () => now);
  const origin = effective.publicUrl === undefined ? {} : { origin: new URL(effective.publicUrl).origin };
  const app = await createPortfolioApp({
    store,
    authenticate: accounts.authenticate,
    server: {
      ...origin,
      accounts: accounts.part,
      sources: sourceRules(store, effective),
      webhooks: { allow: [], timeout: 1000 },
      now: () => now,
    },
    async extend(scope) {
      await accounts.extend(scope);
      addProbes(scope, accounts);
    },
  });
  return {
    app,
    store,
    acme,
    accounts,
    address: `192.0.2.${++worlds}`,
    advance: (milliseconds) => void (now += milliseconds),
    async [Symbol.asyncDispose]() {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

function addProbes(app: FastifyInstance, accounts: Accounts): void {
  app.get<{ Params: { right: Right; product?: string } }>("/rights/:right/:product?", async (request) => {
    const actor = await accounts.authenticate(request);
    const { right, product } = request.params;
    return { may: await actor.may(right, product === undefined ? {} : { product }) };
  });
  app.post("/change", async (request) => ({ by: (await accounts.authenticate(request)).id }));
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Browser {
  send(method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
}

/** What was answered, as JSON; tests look into it and say what they expect. */
type Body = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  /** Where it sends people. */
  readonly location?: string;
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly [attribute: string]: unknown }[];
}

/** Keeps cookies and says its origin, as browsers do. */
export function browser({ app, address }: World, origin: string = ORIGIN): Browser {
  const jar = new Map<string, string>();
  return {
    async send(method, url, body, headers = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const said = { ...(method === "GET" ? {} : { origin }), ...headers };
      const response = await app.inject({
        method,
        url,
        remoteAddress: address,
        ...(body === undefined ? {} : { payload: body }),
        headers: {
          host: new URL(ORIGIN).host,
          ...(cookie === "" ? {} : { cookie }),
          // A script says none.
          ...Object.fromEntries(Object.entries(said).filter(([name, value]) => name !== "origin" || value !== "")),
        },
      });
      for (const { name, value } of response.cookies) jar.set(name, encodeURIComponent(value));
      const text = response.body;
      const { location } = response.headers;
      return {
        status: response.statusCode,
        body: text === "" ? {} : JSON.parse(text),
        cookies: response.cookies,
        ...(location === undefined ? {} : { location }),
      };
    },
  };
}

/** The first administrator, by the link in the terminal. */
export async function administrator(world: World): Promise<Browser> {
  const ann = browser(world);
  const secret = (await world.accounts.setupLink("default"))?.split("#")[1];
  const joined = await ann.send("POST", "/api/v1/join", {
    secret,
    name: "Ann",
    email: "ann@acme.example",
    password: PASSWORD,
  });
  if (joined.status !== 200) throw new Error(JSON.stringify(joined.body));
  return ann;
}

/** Somebody whom an administrator invited. */
export async function invited(world: World, by: Browser, email: string, role: string): Promise<Browser> {
  const made = await by.send("POST", "/api/v1/invitations", { email, role });
  const secret = String(made.body["link"]).split("#")[1];
  const person = browser(world);
  const joined = await person.send("POST", "/api/v1/join", { secret, name: email.split("@")[0], password: PASSWORD });
  if (joined.status !== 200) throw new Error(JSON.stringify(joined.body));
  return person;
}
