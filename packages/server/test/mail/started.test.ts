/** Mail as `freehold serve` plugs it in: sent by the server's own loop, with links that lead to it. */
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { snapshotBytes } from "../accounts/snapshot.ts";
import { startSink } from "./sink.ts";

const PASSWORD = "correct horse battery";

/** Links name an address that is known beforehand. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** As a mail program reads it: lines that were too long are one again, and signs are what they stand for. */
function readable(message: string | undefined): string {
  return (message ?? "")
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

test("a server with mail sends a new password, and ends a subscription by the link of a mail", async () => {
  await using sink = await startSink();
  const folder = await mkdtemp(join(tmpdir(), "freehold-mail-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = settingsSchema.parse({
    port,
    accounts: "on",
    "log.level": "silent",
    publicUrl: origin,
    "mail.smtp": sink.url,
    "mail.from": "Freehold <freehold@acme.example>",
  });
  const server = await startPortfolioServer({ database: join(folder, "freehold.db"), settings });
  let cookie = "";
  const send = async (method: string, path: string, body?: object | string, type = "application/json") => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { cookie, origin, ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
    return response;
  };
  const email = "ann@acme.example";
  const secret = new URL(server.setup ?? "").hash.slice(1);
  expect((await send("POST", "/api/v1/join", { secret, name: "Ann", email, password: PASSWORD })).status).toBe(200);

  // A forgotten password: the link leads to a page of the app, and what stands in it works.
  expect((await send("POST", "/api/auth/request-password-reset", { email })).status).toBe(200);
  await expect.poll(() => sink.received.length, { timeout: 60_000 }).toBe(1);
  const [mail] = sink.received.splice(0);
  expect(mail).toMatchObject({ from: "freehold@acme.example", to: [email] });
  const link = /http:\/\/127\.0\.0\.1:\d+(\/reset-password)#([\w-]+)/.exec(readable(mail?.message));
  expect(link?.[1]).toBe("/reset-password");
  const reset = { token: link?.[2], newPassword: `another ${PASSWORD}` };
  expect((await send("POST", "/api/auth/reset-password", reset)).status).toBe(200);
  expect((await send("GET", "/api/v1/products")).status, "it ended all sessions").toBe(401);
  expect((await send("POST", "/api/auth/sign-in/email", { email, password: reset.newPassword })).status).toBe(200);

  // A subscription, and the link that ends it.
  let snapshot = "";
  for await (const bytes of snapshotBytes()) snapshot += Buffer.from(bytes).toString();
  expect((await send("POST", "/api/v1/snapshots", snapshot)).status).toBe(201);
  expect((await send("PUT", "/api/v1/products/orphan/subscription", { mode: "now" })).status).toBe(200);
  expect((await send("POST", "/api/v1/products/orphan/corrections", { kind: "rename", name: "found" })).status).toBe(
    201,
  );
  await expect.poll(() => sink.received.length, { timeout: 60_000 }).toBeGreaterThan(0);
  const told = readable(sink.received[0]?.message);
  const end = /List-Unsubscribe: <http:\/\/127\.0\.0\.1:\d+([^>]+)>/.exec(told.replaceAll(/\r\n\s+/g, " "))?.[1];
  expect((await send("GET", end ?? "")).status).toBe(200);
  const subscriptions = async () =>
    ((await (await send("GET", "/api/v1/subscriptions")).json()) as { items: [] }).items;
  expect(await subscriptions(), "looking at it ends nothing").toHaveLength(1);
  const form = "application/x-www-form-urlencoded";
  expect((await send("POST", end ?? "", "List-Unsubscribe=One-Click", form)).status).toBe(200);
  expect(await subscriptions()).toEqual([]);
  await server.close();
  await rm(folder, { recursive: true });
}, 120_000);
