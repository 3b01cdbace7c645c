/** Webhooks of GitHub and GitLab to this server: only what is signed queues anything, and nobody learns what is there. */
import { createHmac } from "node:crypto";
import { openStore } from "@freehold/store";
import { expect, test } from "vitest";
import { createPortfolioApp } from "../../src/api/app.ts";
import { sourceBodySchema } from "../../src/api/schemas/source.ts";
import { hookRoute } from "../../src/sources/hook-route.ts";
import { sourceRules } from "../../src/sources/rules.ts";
import { saveSource } from "../../src/sources/save-source.ts";

const SECRET = "a secret for webhooks";

async function makeHooks() {
  const store = await openStore({ at: ":memory:" });
  await store.createOrganisation({ id: "acme", name: "Acme" });
  const rules = sourceRules(store);
  const app = await createPortfolioApp({ store, extend: async (scope) => await hookRoute(scope, store, rules) });
  const acme = await store.forOrganisation("acme");
  const saving = { organisation: acme, of: "acme", author: { actor: "ann", kind: "person" }, rules } as const;
  const body = { kind: "github", url: "https://github.example/acme", hookSecret: SECRET };
  const { id } = await saveSource(saving, sourceBodySchema.parse(body));
  const page = { pass: 1, page: "first" };
  const left = { id: "acme/old", url: "https://github.example/acme/old.git", listed: {}, excluded: "it is archived" };
  await acme.sourceRepositories.see(id, page, [
    { id: "acme/app", url: "https://github.example/acme/app.git", listed: {} },
    left,
  ]);
  return {
    acme,
    id,
    async send(event: string, said: object, more: { readonly url?: string; readonly secret?: string } = {}) {
      const payload = JSON.stringify(said);
      const signature = createHmac("sha256", more.secret ?? SECRET)
        .update(payload)
        .digest("hex");
      return await app.inject({
        method: "POST",
        url: more.url ?? `/api/v1/hooks/acme/${id}`,
        payload,
        headers: {
          host: "127.0.0.1:4000",
          "content-type": "application/json",
          "x-github-event": event,
          "x-hub-signature-256": `sha256=${signature}`,
        },
      });
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await store.close();
    },
  };
}

const push = (name: string) => ({ repository: { full_name: name } });

test("a push has its repository scanned, once for many; one that nobody knows has the list looked at", async () => {
  await using hooks = await makeHooks();
  expect((await hooks.send("push", push("acme/app"))).json()).toEqual({ queued: 1 });
  expect((await hooks.send("push", push("acme/app"))).statusCode).toBe(202);
  expect((await hooks.send("push", push("acme/old"))).json()).toEqual({ queued: 0 });
  expect((await hooks.send("ping", {})).json()).toEqual({ queued: 0 });
  expect((await hooks.send("push", push("acme/new"))).json()).toEqual({ queued: 1 });
  expect(
    (await hooks.acme.jobs.list()).items.map(({ kind, payload }) => JSON.stringify([kind, payload])).toSorted(),
  ).toEqual([JSON.stringify(["list", {}]), JSON.stringify(["scan", { repository: "acme/app" }])]);
});

test("what is not signed by the secret of the source does nothing, and is answered alike wherever it goes", async () => {
  await using hooks = await makeHooks();
  const wrong = await hooks.send("push", push("acme/app"), { secret: "another" });
  const nowhere = await hooks.send("push", push("acme/app"), { url: "/api/v1/hooks/acme/src_none" });
  const nobody = await hooks.send("push", push("acme/app"), { url: `/api/v1/hooks/other/${hooks.id}` });
  for (const answer of [wrong, nowhere, nobody]) {
    expect(answer.statusCode).toBe(401);
    expect(answer.json().detail).toBe(wrong.json().detail);
  }
  expect((await hooks.acme.jobs.list()).items).toEqual([]);
});
