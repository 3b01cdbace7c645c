/** Mail from what happens to what a mail server is handed, by SMTP to a sink on this machine. */
import type { ClaimedMail } from "@freehold/store";
import { afterEach, describe, expect, test } from "vitest";
import type { Settings } from "../../src/config/settings.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { startDelivering } from "../../src/events/delivering.ts";
import { startMailing } from "../../src/mail/mailing.ts";
import { renderMail } from "../../src/mail/template.ts";
import { openTransport } from "../../src/mail/transport.ts";
import { unsubscribeRoutes } from "../../src/mail/unsubscribe-routes.ts";
import { openUnsubscribing } from "../../src/mail/unsubscribing.ts";
import { administrator, browser, invited, makeWorld, ORIGIN, START, type World } from "../accounts/world.ts";
import { type Sink, startSink } from "./sink.ts";

const DAY = 24 * 3_600_000;
const ANN = { actor: "ann", kind: "person" } as const;
const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end();
});

/** `answer`: what the server says to a mail: undefined takes it. */
async function sink(answer?: Parameters<typeof startSink>[0]): Promise<Sink> {
  const started = await startSink(answer);
  ending.push(async () => await started[Symbol.asyncDispose]());
  return started;
}

function settingsFor(smtp: string): Settings {
  return settingsSchema.parse({
    publicUrl: ORIGIN,
    "mail.smtp": smtp,
    "mail.from": "Freehold <freehold@acme.example>",
  });
}

function failed(error: unknown): never {
  throw error;
}

/** A world whose mail goes to the sink, each turn the test's. */
async function mailing(world: World, box: Sink) {
  let now = START;
  const transport = await openTransport(settingsFor(box.url), () => undefined);
  const unsubscribing = await openUnsubscribing(world.store);
  const around = { store: world.store, unsubscribing, base: ORIGIN, transport };
  const mail = startMailing({ ...around, now: () => now, random: () => 0 }, failed);
  const guard = { allow: [], timeout: 1000 };
  const delivering = startDelivering(world.store, { ...guard, now: () => now, random: () => 0 }, failed);
  ending.push(async () => {
    await mail.stop();
    await delivering.stop();
    transport.close();
  });
  const turn = async () => {
    await delivering.turn();
    await mail.turn();
  };
  // Whoever was invited before has their mail.
  await turn();
  box.received.splice(0);
  return {
    turn,
    advance(milliseconds: number) {
      now += milliseconds;
      world.advance(milliseconds);
    },
  };
}

async function opened(settings: Record<string, unknown> = {}): Promise<World> {
  const world = await makeWorld(settings);
  ending.push(async () => await world[Symbol.asyncDispose]());
  return world;
}

async function rename(world: World, name: string): Promise<void> {
  await world.acme.correct(ANN, { kind: "rename", product: "orphan", name });
}

/** Header fields with their folded lines joined. */
function headersOf(message: string): string {
  return (message.split("\r\n\r\n", 1)[0] ?? "").replaceAll(/\r\n[ \t]+/g, " ");
}

function plain(message: string): string {
  return message.replaceAll("=\r\n", "").replaceAll("=3D", "=");
}

describe("a subscription", () => {
  test("tells at once what changed, with a link that ends it by one POST, without signing in", async () => {
    const box = await sink();
    const world = await opened();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const run = await mailing(world, box);
    const set = await bob.send("PUT", "/api/v1/products/orphan/subscription", { mode: "now" });
    expect(set.body).toEqual({ product: "prd_orphan", email: "bob@acme.example", mode: "now" });
    await rename(world, "<b>Bold\r\nBcc: eve@eve.example</b>");
    run.advance(1000);
    await run.turn();
    await run.turn();
    expect(box.received.map(({ to }) => to)).toEqual([["bob@acme.example"]]);
    const message = box.received[0]?.message ?? "";
    const headers = headersOf(message);
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const path = /^List-Unsubscribe: <https:\/\/freehold\.acme\.example(\/[^>]+)>$/m.exec(headers)?.[1] ?? "";
    expect(plain(message)).toContain("&lt;b&gt;Bold");
    expect(plain(message).split("text/html")[1]).not.toContain("<b>Bold");
    const links = await unsubscribingApp(world);
    const looked = await links.inject({ url: path });
    expect([looked.statusCode, looked.body]).toEqual([200, expect.stringContaining('<form method="post">')]);
    expect((await bob.send("GET", "/api/v1/subscriptions")).body.items).toHaveLength(1);
    const forged = await links.inject({
      method: "POST",
      url: path.replace("token=W", "token=X"),
    });
    expect(forged.statusCode).toBe(404);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const ended = await links.inject({
      method: "POST",
      url: path,
      payload: "List-Unsubscribe=One-Click",
      headers: form,
    });
    expect(ended.statusCode).toBe(200);
    expect((await bob.send("GET", "/api/v1/subscriptions")).body.items).toEqual([]);
    await rename(world, "again");
    run.advance(1000);
    await run.turn();
    expect(box.received).toHaveLength(1);
  });

  test("once a day tells of everything since, in one mail, and of nothing where nothing happened", async () => {
    const box = await sink();
    const world = await opened();
    const ann = await administrator(world);
    const run = await mailing(world, box);
    await rename(world, "before");
    await ann.send("PUT", "/api/v1/products/orphan/subscription", { mode: "daily" });
    await ann.send("PUT", "/api/v1/products/billing/subscription", { mode: "daily" });
    await rename(world, "one");
    await rename(world, "two");
    await run.turn();
    expect(box.received).toEqual([]);
    run.advance(DAY + 1000);
    await run.turn();
    await run.turn();
    expect(box.received).toHaveLength(1);
    const said = plain(box.received[0]?.message ?? "");
    expect(said).toContain("one");
    expect(said).toContain("two");
    expect(said).not.toContain("orphan =E2=86=92 before");
    run.advance(DAY + 1000);
    await run.turn();
    expect(box.received).toHaveLength(1);
  });

  test("ends with the membership", async () => {
    const box = await sink();
    const world = await opened();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const run = await mailing(world, box);
    await bob.send("PUT", "/api/v1/products/orphan/subscription", { mode: "now" });
    await rename(world, "secret plans");
    const { items } = (await ann.send("GET", "/api/v1/members")).body;
    const { user } = items.find(({ email }: { email: string }) => email === "bob@acme.example");
    expect((await ann.send("DELETE", `/api/v1/members/${user}`)).status).toBeLessThan(300);
    run.advance(1000);
    await run.turn();
    expect(box.received).toEqual([]);
  });
});

describe("a mail server", () => {
  test("that is busy is asked again, one that refuses for good is not; an administrator can have it tried again", async () => {
    const box = await sink((count) => (count === 1 ? { code: 451 } : count === 3 ? { code: 550 } : undefined));
    const world = await opened();
    const ann = await administrator(world);
    const run = await mailing(world, box);
    const queue = async () =>
      await world.acme.mail.queue({ recipient: "dan@acme.example", kind: "invitation", payload: INVITED });
    await queue();
    run.advance(10);
    await run.turn();
    expect(await states(ann)).toMatchObject([{ state: "pending", attempts: 1, error: expect.stringContaining("451") }]);
    run.advance(6000);
    await run.turn();
    expect(box.received).toHaveLength(1);
    const second = await queue();
    run.advance(10);
    await run.turn();
    const [dead] = (await states(ann)).filter(({ id }: { id: string }) => id === second);
    expect(dead).toMatchObject({ state: "dead", kind: "invitation", recipient: "dan@acme.example" });
    expect(JSON.stringify(await states(ann))).not.toContain("fhi_");
    await ann.send("POST", `/api/v1/mail/${second}/replay`, {});
    run.advance(10);
    await run.turn();
    expect(box.received).toHaveLength(2);
    expect(new Set(box.received.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1])).size).toBe(2);
    const left = await world.store.mail.claim({ limit: 10, lease: "x", leaseFor: 1, now: START + 100 * DAY });
    expect(left.map(({ payload }: ClaimedMail) => payload)).toEqual([]);
  });
});

describe("a forgotten password", () => {
  test("is replaced by a link that works once, which signs out everywhere", async () => {
    const box = await sink();
    const world = await opened({ "mail.smtp": box.url, "mail.from": "freehold@acme.example" });
    const ann = await administrator(world);
    const run = await mailing(world, box);
    const anybody = browser(world);
    const ask = async (email: string) => await anybody.send("POST", "/api/auth/request-password-reset", { email });
    const [known, unknown] = [await ask("ann@acme.example"), await ask("nobody@acme.example")];
    expect(unknown).toMatchObject({ status: known.status, body: known.body });
    await expect.poll(async () => (await world.acme.mail.list()).length).toBe(1);
    run.advance(10);
    await run.turn();
    const token = /\/reset-password#([\w-]+)/.exec(plain(box.received[0]?.message ?? ""))?.[1] ?? "";
    expect(headersOf(box.received[0]?.message ?? "")).not.toContain("List-Unsubscribe");
    const newPassword = "another horse battery";
    expect((await anybody.send("POST", "/api/auth/reset-password", { token, newPassword })).status).toBe(200);
    expect((await ann.send("GET", "/api/v1/subscriptions")).status).toBe(401);
    expect((await anybody.send("POST", "/api/auth/reset-password", { token, newPassword })).status).toBe(400);
    const again = { email: "ann@acme.example", password: newPassword };
    expect((await anybody.send("POST", "/api/auth/sign-in/email", again)).status).toBe(200);
  });

  test("is nobody's business where no mail is sent", async () => {
    const world = await opened();
    await administrator(world);
    const email = { email: "ann@acme.example" };
    expect((await browser(world).send("POST", "/api/auth/request-password-reset", email)).status).toBe(400);
    expect(await world.acme.mail.list()).toEqual([]);
  });
});

test("whatever a text holds, a mail has one subject line and no markup of its own", () => {
  const evil = "a\r\nBcc: eve@eve.example\u2028<script>alert(1)</script>\"'&";
  const { subject, html, text } = renderMail({
    subject: evil,
    heading: evil,
    paragraphs: [evil],
    items: [{ title: evil, text: evil }],
    action: { label: evil, address: `https://x.example/"onclick="${evil}` },
    footer: { text: evil, address: evil },
  });
  expect(subject).not.toMatch(/[\r\n\u2028]/);
  expect(html).not.toContain("<script");
  expect(html).not.toMatch(/"onclick="/);
  expect(text).toContain("alert(1)");
});

const INVITED = { link: `${ORIGIN}/join#fhi_secret`, role: "viewer", by: "ann@acme.example" };

async function states(by: ReturnType<typeof browser>) {
  return (await by.send("GET", "/api/v1/mail")).body.items;
}

async function unsubscribingApp({ store }: World) {
  const { default: fastify } = await import("fastify");
  const app = fastify();
  await unsubscribeRoutes(app, store, await openUnsubscribing(store));
  ending.push(async () => await app.close());
  return app;
}
