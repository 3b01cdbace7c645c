/** Starts the server over a database; the one place that opens its port and ends it. */
import { Failure } from "@freehold/engine";
import { openStore, type Store, StoreError } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import { explained } from "../listen-failure.ts";
import { SINGLE_ORGANISATION } from "./actor.ts";
import { createPortfolioApp } from "./app.ts";
import { pruneNowAndThen } from "./pruning.ts";

export interface PortfolioServerOptions {
  /** Path of a SQLite file, or `postgres://…`. */
  readonly database: string;
  /** Default 4000; 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface PortfolioServer {
  readonly address: string;
  /** Answers what is under way, then ends. */
  readonly close: () => Promise<void>;
}

const DEFAULT_PORT = 4000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Throws a `Failure` where the host needs accounts, the database can't be opened or the port is in use. */
export async function startPortfolioServer(options: PortfolioServerOptions): Promise<PortfolioServer> {
  const { database, port = DEFAULT_PORT, host = "127.0.0.1" } = options;
  if (!LOOPBACK.has(host)) throw needsAccounts(host);
  const store = await opened(database);
  const app = await createPortfolioApp({ store, logger: { level: "error", stream: process.stderr } });
  const stopPruning = pruneNowAndThen(store);
  const close = async () => {
    stopPruning();
    await app.close();
    await store.close();
  };
  return { address: await listening(app, { port, host }, close), close };
}

async function listening(
  app: FastifyInstance,
  { port, host }: { readonly port: number; readonly host: string },
  close: () => Promise<void>,
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    await close();
    throw explained(error, host, port);
  }
}

function needsAccounts(host: string): Failure {
  return new Failure(
    "server/needs-accounts",
    `${host} can be reached from other machines, and this server has no accounts: whoever reaches it may do everything`,
    "Leave --host out: the server then answers to this machine only.",
  );
}

async function opened(database: string): Promise<Store> {
  try {
    const store = await openStore({ at: database });
    const known = await store.organisations();
    if (!known.some(({ id }) => id === SINGLE_ORGANISATION)) await addOrganisation(store);
    return store;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const place = database.replace(/\/\/[^@/]*@/, "//…@");
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure("server/database", `the database ${place} can't be opened: ${message}`, HINT);
  }
}

const HINT =
  "Name a file in a folder that you may write, or a PostgreSQL database that exists: postgres://user@host/name";

/** Two servers may start on one new database at a time; one of them makes it. */
async function addOrganisation(store: Store): Promise<void> {
  try {
    await store.createOrganisation({ id: SINGLE_ORGANISATION, name: "This organisation" });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "store/organisation-exists") throw error;
  }
}
