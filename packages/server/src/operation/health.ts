/**
 * Whether the process lives (`/healthz`) and whether it should be given work (`/readyz`): it is not ready
 * while the database does not answer, and once it was told to end, so that a balancer sends nothing more.
 */
import type { Store } from "@freehold/store";
import type { FastifyInstance } from "fastify";

export interface Health {
  /** From now on the server is not ready. */
  readonly drain: () => void;
}

/** A database that takes longer than this is as good as away. */
const PATIENCE = 2000;

export function addHealth(app: FastifyInstance, store: Pick<Store, "organisations">): Health {
  let draining = false;
  app.get("/healthz", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    void reply.header("cache-control", "no-store");
    if (draining) return await reply.code(503).send({ status: "ending" });
    if (await answers(store)) return { status: "ready" };
    return await reply.code(503).send({ status: "the database does not answer" });
  });
  return { drain: () => void (draining = true) };
}

async function answers(store: Pick<Store, "organisations">): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE);
  store.organisations().then(
    () => resolve(true),
    () => resolve(false),
  );
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
