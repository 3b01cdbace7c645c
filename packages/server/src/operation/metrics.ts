/**
 * Metrics for Prometheus at `/metrics`. Labels are routes, never addresses: names of products or people must
 * not end in a monitoring system, and the number of series stays small.
 */
import { timingSafeEqual, createHash } from "node:crypto";
import type { Backlog, Store } from "@freehold/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { isLoopback } from "../config/loopback.ts";
import { HttpProblem } from "../problem-details.ts";

export interface MetricsOptions {
  readonly store: Pick<Store, "size" | "organisations" | "backlog">;
  /** Without one only this machine may read them. */
  readonly token?: string;
}

export function addMetrics(app: FastifyInstance, { store, token }: MetricsOptions): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "freehold_http_request_duration_seconds",
    help: "Time from a request to its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  addGauge(registry, "freehold_database_bytes", "Bytes that the database takes", async () => await store.size());
  addGauge(registry, "freehold_revisions", "Changes of all organisations so far", async () =>
    (await store.organisations()).reduce((sum, { revision }) => sum + revision, 0),
  );
  addBacklog(registry, store);
  app.addHook("onResponse", async (request, reply) => {
    // How long somebody listened is no time to an answer.
    if (String(reply.getHeader("content-type")).startsWith("text/event-stream")) return;
    const route = request.routeOptions.url ?? "none";
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayRead(request, token)) throw refused(token);
    return await reply.type(registry.contentType).send(await registry.metrics());
  });
}

function addGauge(registry: Registry, name: string, help: string, value: () => Promise<number>): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect: async () => gauge.set(await value()),
  });
}

/** The database is asked once for all of them, when somebody reads the metrics; every server on it tells the same. */
function addBacklog(registry: Registry, store: MetricsOptions["store"]): void {
  let asking: Promise<Backlog> | undefined;
  const asked = async () => {
    asking ??= store.backlog(Date.now()).finally(() => {
      asking = undefined;
    });
    return await asking;
  };
  const add = (name: string, help: string, labelNames: readonly string[], values: (now: Backlog) => Labelled[]) => {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      async collect() {
        const found = values(await asked());
        gauge.reset();
        for (const { labels, value } of found) gauge.set(labels, value);
      },
    });
  };
  add("freehold_jobs", "Jobs; failed ones are tried again, dead ones are not", ["kind", "state"], ({ jobs }) =>
    jobs.map(({ kind, state, count }) => ({ labels: { kind, state }, value: count })),
  );
  add("freehold_job_age_seconds", "Since the job could begin that waits longest", ["kind"], ({ jobAges }) =>
    jobAges.map(({ kind, age }) => ({ labels: { kind }, value: age / 1000 })),
  );
  add("freehold_queue_waiting", "What waits to be worked off", ["queue"], ({ queues }) =>
    queues.map(({ queue, waiting }) => ({ labels: { queue }, value: waiting })),
  );
  add("freehold_queue_age_seconds", "Since the first of what waits was due", ["queue"], ({ queues }) =>
    queues.map(({ queue, age = 0 }) => ({ labels: { queue }, value: age / 1000 })),
  );
  add("freehold_queue_dead", "What was given up, until somebody looks at it", ["queue"], ({ queues }) =>
    queues.flatMap(({ queue, dead }) => (dead === undefined ? [] : [{ labels: { queue }, value: dead }])),
  );
}

interface Labelled {
  readonly labels: Record<string, string>;
  readonly value: number;
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(request.ip);
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(token));
}

/** Equal lengths, so that comparing takes the same time whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function refused(token: string | undefined): HttpProblem {
  const detail =
    token === undefined
      ? "Metrics are for this machine only; set metrics.token to read them from another."
      : "Send the token of the setting metrics.token: Authorization: Bearer …";
  return new HttpProblem({ status: 403, type: "forbidden", title: "Not allowed", detail });
}
