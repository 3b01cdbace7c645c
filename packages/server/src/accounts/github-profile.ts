/** Who a token of GitHub speaks for, with the address that GitHub vouches for. */
import * as z from "zod";

const userSchema = z.object({
  id: z.number(),
  login: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  avatar_url: z.string().nullish(),
});
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** As better-auth wants it: a type and no interface, since it takes whatever else a provider says. */
type GithubProfile = {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly image?: string;
};

/** How long GitHub may take for an answer, in milliseconds. */
const PATIENCE = 10_000;

/** Null where GitHub does not answer as it should. */
export async function githubProfile(api: string, token: string): Promise<GithubProfile | null> {
  const user = userSchema.safeParse(await asked(`${api}/user`, token));
  if (!user.success) return null;
  const { id, login, name, email = null, avatar_url: image } = user.data;
  const emails = emailsSchema.safeParse(await asked(`${api}/user/emails`, token)).data ?? [];
  // The main address if it was verified, else any that was; what a profile shows is only said.
  const verified = emails.filter((one) => one.verified).sort((a, b) => Number(b.primary) - Number(a.primary))[0];
  const who = { id, name: name ?? login, ...(image === undefined || image === null ? {} : { image }) };
  if (verified !== undefined) return { ...who, email: verified.email, emailVerified: true };
  return { ...who, email: email ?? emails[0]?.email ?? null, emailVerified: false };
}

async function asked(url: string, token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", "user-agent": "freehold" };
  const response = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
  return response.ok ? await response.json() : undefined;
}
