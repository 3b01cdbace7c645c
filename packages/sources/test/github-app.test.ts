/** A GitHub App: it shows its key, is given a token of its installation, and lists and fetches by that. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { type Credential, openClones, openSource, openWeb, parsePlace, type Reach } from "../src/index.ts";
import { type ForgeServer, startForge } from "./forge-server.ts";

// Repositories are made, served and fetched for real; busy machines take their time.
vi.setConfig({ testTimeout: 120_000 });

const here: Reach = async ({ hostname }) => ({ address: hostname, family: 4 });
const MIB = 1024 * 1024;
const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });

function pem(key: KeyObject): string {
  return key.export({ type: "pkcs1", format: "pem" }).toString();
}

async function opened(forge: ForgeServer, credential: Partial<Extract<Credential, { kind: "app" }>> = {}) {
  const web = openWeb(here);
  const place = parsePlace("github", `${forge.url}/acme`, { api: forge.url, local: false });
  const app = { kind: "app", app: "1234", privateKey: pem(keys.privateKey), ...credential } as const;
  return { web, source: async () => await openSource(place, app, { web, now: Date.now }) };
}

test("an App lists and fetches by the token of its installation, which it asks for once", async () => {
  await using forge = await startForge();
  const folder = await mkdtemp(join(tmpdir(), "freehold-app-"));
  for (const name of ["app", "core", "web"]) forge.commit(name, { "a.txt": name });
  const given = forge.requireApp("1234", keys.publicKey);
  const { web, source } = await opened(forge);
  const { lister, forGit } = await source();
  const first = await lister.page(undefined);
  if (first === "unchanged") throw new Error("nothing was asked before");
  expect(first.repositories.map(({ id }) => id)).toEqual(["acme/app", "acme/core"]);
  expect(await lister.page(first.next)).toMatchObject({ repositories: [{ id: "acme/web" }] });
  const credential = await forGit();
  expect(credential).toEqual({ kind: "basic", user: "x-access-token", password: "ghs_0" });
  const clones = openClones({ folder, mostBytes: 100 * MIB, mostBytesEach: 10 * MIB, reach: here });
  const wanted = { owner: ["acme", "src_1"], url: `${forge.url}/acme/web.git`, signal: AbortSignal.timeout(60_000) };
  expect(await clones.fetch({ ...wanted, credential })).toMatchObject({ branch: "main" });
  expect(given).toEqual(["ghs_0"]);
  expect(forge.asked.map(({ method, path, status }) => `${method} ${path.split("?")[0]} ${status}`)).toEqual([
    "GET /users/acme/installation 200",
    "POST /app/installations/42/access_tokens 201",
    "GET /orgs/acme/repos 200",
    "GET /orgs/acme/repos 200",
  ]);
  await web.close();
  await rm(folder, { recursive: true });
});

test("the number of an installation spares the question for it", async () => {
  await using forge = await startForge();
  forge.commit("app", {});
  const given = forge.requireApp("1234", keys.publicKey);
  const { web, source } = await opened(forge, { installation: 42 });
  const { lister } = await source();
  expect(await lister.page(undefined)).toMatchObject({ repositories: [{ id: "acme/app" }] });
  expect([given, forge.asked[0]?.path]).toEqual([["ghs_0"], "/app/installations/42/access_tokens"]);
  await web.close();
});

const unauthorized = { code: "source/unauthorized", final: true };

test.each<readonly [string, Partial<Extract<Credential, { kind: "app" }>>, object]>([
  ["another key", { privateKey: pem(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey) }, unauthorized],
  ["another App", { app: "999" }, unauthorized],
  ["no key at all", { privateKey: "none" }, { code: "source/credential", final: true }],
  ["an installation that is not there", { installation: 7 }, { code: "source/not-found", final: true }],
])("%s is refused for good, with what to do", async (_what, credential, failure) => {
  await using forge = await startForge();
  const given = forge.requireApp("1234", keys.publicKey);
  const { web, source } = await opened(forge, credential);
  const listing = async () => await (await source()).lister.page(undefined);
  await expect(listing()).rejects.toMatchObject({ hint: expect.any(String), ...failure });
  expect(given).toEqual([]);
  await web.close();
});
