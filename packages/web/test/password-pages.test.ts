/** A forgotten password, from the link on the door over the mail to being in again. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";
import { keptPages, PASSWORD } from "./kept-pages.ts";
import { audit } from "./opened-pages.ts";

const mails: string[] = [];
let told: () => void = () => undefined;
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, done) {
    let message = "";
    stream.on("data", (chunk: Buffer) => (message += chunk.toString()));
    stream.on("end", () => {
      mails.push(message);
      done();
      told();
    });
  },
});
afterAll(async () => await new Promise<void>((done) => sink.close(done)));

/** The address of the server is part of the link, and so known before it starts. */
async function settings(): Promise<Record<string, string | number>> {
  const listener = sink.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const port = await freePort();
  return {
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    "mail.smtp": `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    "mail.from": "freehold@acme.example",
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

const { setup, open, takeComplaints } = keptPages("on", settings);

/** The path of the link in the mail that comes next. */
async function linkMailed(): Promise<string> {
  while (mails.length === 0) await new Promise<void>((resolve) => (told = resolve));
  // Quoted-printable breaks long lines, and writes the sign of an equation in digits.
  const text = (mails.shift() ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return /\/reset-password#[\w-]+/.exec(text)?.[0] ?? "";
}

describe("a forgotten password", () => {
  it("is replaced by the link of a mail, which works once", { timeout: 90_000 }, async () => {
    const first = await open("ann", setup());
    await first.getByLabel("Name").fill("Ann Ekberg");
    await first.getByLabel("E-mail").fill("ann@acme.example");
    await first.getByLabel("Password").first().fill(PASSWORD);
    await first.getByRole("button", { name: "Make the account" }).click();
    await first.getByRole("navigation", { name: "Pages" }).waitFor();

    const page = await open("later", "/people");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.getByLabel("E-mail").fill("ann@acme.example");
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByRole("status").getByText("ann@acme.example").waitFor();

    const link = await linkMailed();
    const chosen = await open("later", link);
    await chosen.getByRole("heading", { name: "Choose a new password" }).waitFor();
    expect(new URL(chosen.url()).hash).toBe("");
    expect(await audit(chosen)).toEqual([]);
    await chosen.locator("input[name=password]").fill("another horse battery");
    await chosen.getByRole("button", { name: "Change the password" }).click();
    await chosen.getByText("signed out everywhere").waitFor();
    await chosen.getByRole("link", { name: "Sign in" }).click();
    await chosen.getByLabel("E-mail").fill("ann@acme.example");
    await chosen.getByLabel("Password").first().fill("another horse battery");
    await chosen.getByRole("button", { name: "Sign in", exact: true }).click();
    await chosen.getByRole("navigation", { name: "Pages" }).waitFor();
    takeComplaints();

    const again = await open("later", link, { colours: "dark", width: 390 });
    await again.locator("input[name=password]").fill("a third horse battery");
    await again.getByRole("button", { name: "Change the password" }).click();
    await again.getByRole("link", { name: "Ask for another one" }).waitFor();
    expect(await audit(again)).toEqual([]);
    for (const complaint of takeComplaints()) expect(complaint).toContain("400");
  });

  it("says what is missing where the address has no link in it", async () => {
    const page = await open("nobody", "/reset-password");
    await page.getByRole("heading", { name: "No link" }).waitFor();
    await page.getByRole("link", { name: "Ask for another one" }).waitFor();
  });
});
