/** The loop that sends mail: tried again by the same schedule as webhooks, then kept as dead for a person to see. */
import type { ClaimedMail, MailOutcome } from "@freehold/store";
import { delayAfter } from "../events/schedule.ts";
import { startWorking, type Working } from "../events/working.ts";
import { composeMail, type ComposeOptions } from "./compose.ts";
import type { Transport } from "./transport.ts";

export interface MailingOptions extends ComposeOptions {
  readonly transport: Transport;
  readonly now: () => number;
  readonly random: () => number;
}

const LEASE = 120_000;
/** A mail server says so of an address that it will never take. */
const FOR_GOOD = 500;

export function startMailing(options: MailingOptions, failed: (error: unknown) => void): Working {
  const { store, now } = options;
  return startWorking({
    before: async () => await store.queueDigests(now()),
    claim: async (limit, lease) => await store.mail.claim({ limit, lease, leaseFor: LEASE, now: now() }),
    work: async (mail, lease) => await store.mail.settle(mail, lease, await attempt(mail, options)),
    failed,
  });
}

async function attempt(mail: ClaimedMail, options: MailingOptions): Promise<MailOutcome> {
  const { transport, now, random } = options;
  try {
    const composed = await composeMail(mail, options);
    if (composed === undefined) return { state: "dead", error: "nobody is left to be told, or nothing" };
    await transport.send(mail.recipient, mail.id, composed);
    return { state: "done" };
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 500) : String(error);
    const delay = isForGood(error) ? undefined : delayAfter(mail.attempts, random());
    return delay === undefined ? { state: "dead", error: said } : { state: "pending", error: said, due: now() + delay };
  }
}

function isForGood(error: unknown): boolean {
  return error instanceof Error && "responseCode" in error && Number(error.responseCode) >= FOR_GOOD;
}
