/**
 * What the links in mails lead to, without signing in. Programs that look through mail open links, so opening one
 * only asks; the POST of RFC 8058, or of the button, ends the subscription at once.
 */
import type { Store } from "@freehold/store";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Ending, UNSUBSCRIBE_PATH, type Unsubscribing } from "./unsubscribing.ts";

interface Asked {
  readonly Querystring: { readonly token?: string | string[] };
}

const MOST_BYTES = 1024;

export async function unsubscribeRoutes(app: FastifyInstance, store: Store, links: Unsubscribing): Promise<void> {
  const endingOf = ({ query }: FastifyRequest<Asked>): Ending | undefined =>
    typeof query.token === "string" && query.token.length < 2000 ? links.read(query.token) : undefined;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: MOST_BYTES }, (_request, _body, done) =>
      done(null),
    );
    scope.get<Asked>(UNSUBSCRIBE_PATH, async (request, reply) =>
      endingOf(request) === undefined ? await page(reply, 404, WRONG) : await page(reply, 200, ASK),
    );
    scope.post<Asked>(UNSUBSCRIBE_PATH, async (request, reply) => {
      const ending = endingOf(request);
      if (ending === undefined) return await page(reply, 404, WRONG);
      await end(store, ending);
      return await page(reply, 200, DONE);
    });
  });
}

async function end(store: Store, { organisation, user, product }: Ending): Promise<void> {
  const { subscriptions } = await store.forOrganisation(organisation);
  const all = product === undefined ? (await subscriptions.list(user)).map((one) => one.product) : [product];
  for (const one of all) await subscriptions.end(user, one);
}

const WRONG = "<p>This link is not whole. Copy all of it from the mail, or sign in and end the subscription there.</p>";
// Without an address the form goes to this page's own, token included.
const ASK = '<p>Get no more of these mails?</p><form method="post"><button>Get no more</button></form>';
const DONE = "<p>Done. You get no more of these mails.</p>";

/** The button sends a form, which no other page here may; and its browser has to say where it comes from. */
async function page(reply: FastifyReply, status: number, body: string): Promise<FastifyReply> {
  return await reply
    .code(status)
    .headers({
      "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
    })
    .type("text/html; charset=utf-8")
    .send(`<!doctype html><html lang="en"><title>Freehold</title><h1>Freehold</h1>${body}</html>`);
}
