/** Starts the server over a database; the one place that opens its port and ends it. */
import { Failure } from "@freehold/engine";
import { openStore, steadyNow, type Store, StoreError } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import type { Accounts } from "../accounts/accounts.ts";
import { accountsOn } from "../config/coherence.ts";
import { isLoopback } from "../config/loopback.ts";
import { type Settings, settingsSchema } from "../config/settings.ts";
import { withoutPassword } from "../config/shown.ts";
import { startDelivering } from "../events/delivering.ts";
import { explained } from "../listen-failure.ts";
import { addHealth, type Health } from "../operation/health.ts";
import { logOptions } from "../operation/log.ts";
import { addMetrics } from "../operation/metrics.ts";
import type { Tracing } from "../operation/tracing/start-tracing.ts";
import { wantedTracing } from "../operation/tracing/wanted-tracing.ts";
import { hookRoute } from "../sources/hook-route.ts";
import { sourceRules, type SourceRules } from "../sources/rules.ts";
import { SINGLE_ORGANISATION } from "./actor.ts";
import { createPortfolioApp } from "./app.ts";
import { assessApart } from "./assessing/assess-apart.ts";
import { mailPages, startMail } from "../mail/start.ts";
import { startAssessing } from "./assessing/assessing.ts";
import { pruneNowAndThen } from "./pruning.ts";

export interface PortfolioServerOptions {
  /** Path of a SQLite file, or `postgres://…`. */
  readonly database: string;
  /** Default: one person on this machine, on port 4000. */
  readonly settings?: Settings;
  /** Folder of the built web app. */
  readonly webRoot?: string;
}

export interface PortfolioServer {
  readonly address: string;
  /** Where the first administrator makes their account; absent where there are members, or no accounts. */
  readonly setup?: string;
  /** Answers what is under way, then ends. */
  readonly close: () => Promise<void>;
}

/** Throws a `Failure` where the host needs accounts, the database can't be opened or the port is in use. */
export async function startPortfolioServer(options: PortfolioServerOptions): Promise<PortfolioServer> {
  const { database, settings = settingsSchema.parse({}) } = options;
  const { host, port, publicUrl } = settings;
  if (!isLoopback(host) && !accountsOn(settings)) throw needsAccounts(host);
  const log: { app?: FastifyInstance } = {};
  const tracing = await wantedTracing(settings, (said) => log.app?.log.warn(`spans were not sent: ${said}`));
  const store = await opened(database);
  const accounts = accountsOn(settings) ? await withAccounts(store, settings) : undefined;
  const rules = sourceRules(store, settings);
  const { app, health } = await composed(store, settings, { accounts, rules, tracing, webRoot: options.webRoot });
  log.app = app;
  const working = worksItself(store, settings) ? withWorking(store, rules, settings, app) : undefined;
  const stopPruning = pruneNowAndThen(store);
  const delivering = startDelivering(
    store,
    { ...webhookRules(settings), now: steadyNow, random: Math.random },
    (error) => app.log.error({ err: error }, "events were not delivered"),
  );
  const notAssessed = (error: unknown) => app.log.error({ err: error }, "products were not assessed");
  const assessing =
    database === IN_MEMORY ? startAssessing(store, undefined, notAssessed) : assessApart(database, store, notAssessed);
  const mailing =
    accounts === undefined
      ? undefined
      : await startMail(
          store,
          settings,
          (error) => app.log.error({ err: error }, "mail was not sent"),
          (said) => app.log.info(said, "mail, which is not sent"),
        );
  const close = async () => {
    health.drain();
    stopPruning();
    await app.close();
    await assessing.stop();
    await delivering.stop();
    await (await working)?.close(PATIENCE);
    await mailing?.stop();
    await store.close();
    await tracing?.close();
  };
  const address = await listening(app, { port, host }, close);
  const path = await accounts?.setupLink(SINGLE_ORGANISATION);
  return {
    address,
    close,
    ...(path === undefined ? {} : { setup: `${(publicUrl ?? address).replace(/\/$/, "")}${path}` }),
  };
}

/** No other connection sees what is in memory. */
const IN_MEMORY = ":memory:";

/** Loaded when people sign in: better-auth alone is a fifth of the time to start. */
async function withAccounts(store: Store, settings: Settings): Promise<Accounts> {
  const { openAccounts } = await import("../accounts/accounts.ts");
  return await openAccounts(store, settings);
}

/** Jobs that run when the server is told to end have so long (milliseconds); what is left is given back. */
const PATIENCE = 15_000;

/** On SQLite nobody else could. */
function worksItself({ kind }: Store, settings: Settings): boolean {
  return kind === "sqlite" || settings["worker.inProcess"];
}

/** Loaded beside the first requests: what speaks to hosts of code is not needed to answer them. */
async function withWorking(store: Store, rules: SourceRules, settings: Settings, app: FastifyInstance) {
  const { openWorking } = await import("../sources/work/open-tools.ts");
  return openWorking(store, rules, settings, (error, job) => {
    app.log.error({ err: error, ...(job === undefined ? {} : { job: job.id }) }, "a job did not go as expected");
  });
}

interface Parts {
  readonly accounts: Accounts | undefined;
  readonly rules: SourceRules;
  readonly tracing: Tracing | undefined;
  readonly webRoot: string | undefined;
}

async function composed(
  store: Store,
  settings: Settings,
  { accounts, rules, tracing, webRoot }: Parts,
): Promise<{ readonly app: FastifyInstance; readonly health: Health }> {
  const token = settings["metrics.token"];
  const origin = settings.publicUrl === undefined ? {} : { origin: new URL(settings.publicUrl).origin };
  const added: { health?: Health } = {};
  const app = await createPortfolioApp({
    store,
    logger: logOptions(settings["log.level"]),
    trustProxy: settings.trustedProxies,
    ...(accounts === undefined ? {} : { authenticate: accounts.authenticate }),
    ...(webRoot === undefined ? {} : { webRoot }),
    server: {
      ...origin,
      sources: rules,
      webhooks: webhookRules(settings),
      now: steadyNow,
      ...(accounts === undefined ? {} : { accounts: accounts.part }),
    },
    async extend(scope) {
      tracing?.ofRequests(scope);
      added.health = addHealth(scope, store);
      addMetrics(scope, { store, ...(token === undefined ? {} : { token }) });
      await accounts?.extend(scope);
      await hookRoute(scope, store, rules);
      if (accounts !== undefined) await mailPages(scope, store);
    },
  });
  return { app, health: added.health ?? { drain: () => undefined } };
}

function webhookRules(settings: Settings) {
  return { allow: settings["webhooks.allow"], timeout: settings["webhooks.timeoutSeconds"] * 1000 };
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
    "Leave --host out: the server then answers to this machine only; or turn accounts on.",
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
    const place = withoutPassword(database);
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
