/** What is there to ask for, of every kind that a path of the API names. */
import { addMore } from "./more-examples.ts";
import type { TestPortfolio } from "./portfolio.ts";
import { PASSWORD } from "./portfolio.ts";
import { EXAMPLES } from "./requests.ts";
import { sourceExamples } from "./source-examples.ts";

/** Makes one of each in `acme`: an upload, a correction, a token, a member, an invitation, a session, a webhook, a delivery, a source, a job. */
export async function makeExamples(portfolio: TestPortfolio): Promise<Readonly<Record<string, string>>> {
  const post = async (path: string, payload?: object) => {
    const url = `/api/v1/${path}`;
    const answer = await portfolio.ask({ method: "POST", url, ...(payload === undefined ? {} : { payload }) });
    return answer.json();
  };
  const member = await post("invitations", { email: "bob@acme.example" });
  const bob = { secret: secretOf(member), name: "Bob", password: PASSWORD };
  await post("join", bob);
  await post("products/app/corrections", { kind: "accept" });
  await addMore(portfolio);
  const signIn = { email: "ann@acme.example", password: PASSWORD };
  const request = { headers: {}, ip: "192.0.2.1" };
  // All that signing in reads of a request.
  await portfolio.accounts.part.signIn(request as never, signIn.email, signIn.password);
  const [members, sessions] = [await listOf(portfolio, "members"), await listOf(portfolio, "sessions")];
  const webhook = (await post("webhooks", { url: "https://hook.example/in" })).id;
  const acme = await portfolio.store.forOrganisation("acme");
  await acme.webhooks.queue("evt_1_1_0", [webhook]);
  return {
    ...EXAMPLES,
    ...(await sourceExamples(portfolio)),
    upload: (await post("uploads")).id,
    token: (await post("tokens", { name: "CI", scopes: ["read"] })).id,
    invitation: (await post("invitations", { email: "carol@acme.example" })).id,
    user: members.find(({ email }) => email === "bob@acme.example")?.["user"] ?? "",
    session: sessions[0]?.["id"] ?? "",
    webhook,
    delivery: (await acme.webhooks.deliveries(webhook))[0]?.id ?? "",
  };
}

/** The secret of an invitation to `acme` that works. */
export async function invitationSecret(portfolio: TestPortfolio): Promise<string> {
  const payload = { email: "dora@acme.example" };
  return secretOf((await portfolio.ask({ method: "POST", url: "/api/v1/invitations", payload })).json());
}

function secretOf({ link }: { readonly link: string }): string {
  return link.split("#")[1] ?? "";
}

async function listOf(portfolio: TestPortfolio, path: string): Promise<readonly Record<string, string>[]> {
  return (await portfolio.ask({ url: `/api/v1/${path}` })).json().items;
}
