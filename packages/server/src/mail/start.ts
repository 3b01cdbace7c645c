/** Mail as the server plugs it in: the loop that sends it, and the page that ends a subscription. */
import { steadyNow, type Store } from "@freehold/store";
import type { FastifyInstance } from "fastify";
import type { Settings } from "../config/settings.ts";
import type { Working } from "../events/working.ts";
import { startMailing } from "./mailing.ts";
import { type Note, openTransport } from "./transport.ts";
import { unsubscribeRoutes } from "./unsubscribe-routes.ts";
import { openUnsubscribing } from "./unsubscribing.ts";

export async function startMail(
  store: Store,
  settings: Settings,
  failed: (error: unknown) => void,
  note: Note,
): Promise<Working> {
  const transport = await openTransport(settings, note);
  const base = settings.publicUrl?.replace(/\/$/, "") ?? `http://${settings.host}:${settings.port}`;
  const unsubscribing = await openUnsubscribing(store);
  const options = { store, unsubscribing, base, transport, now: steadyNow, random: Math.random };
  const working = startMailing(options, failed);
  return {
    turn: working.turn,
    async stop() {
      await working.stop();
      transport.close();
    },
  };
}

export async function mailPages(app: FastifyInstance, store: Store): Promise<void> {
  await unsubscribeRoutes(app, store, await openUnsubscribing(store));
}
