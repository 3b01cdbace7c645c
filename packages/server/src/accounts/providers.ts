/**
 * Sign-in with GitHub and OpenID Connect, by better-auth's plugin for any provider: its own one for GitHub knows
 * github.com alone.
 */
import { githubApi } from "@freehold/sources";
import type { BetterAuthOptions } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { genericOAuth, type GenericOAuthConfig } from "better-auth/plugins";
import type { Settings } from "../config/settings.ts";
import { githubProfile } from "./github-profile.ts";

type Plugin = NonNullable<BetterAuthOptions["plugins"]>[number];

export function providers(settings: Settings): Plugin[] {
  const config = [...github(settings), ...oidc(settings)];
  return config.length === 0 ? [] : [askedWhenNeeded(config)];
}

/**
 * The plugin asks a provider for its addresses when it is made, and waits for the answer; one that is away is asked
 * again when somebody signs in, for ten seconds at most. Here all are asked then only, so that a provider that hangs
 * keeps no server from starting.
 */
function askedWhenNeeded(config: GenericOAuthConfig[]): Plugin {
  const waiting = new Map(config.map((one) => [one.providerId, one]));
  return { ...genericOAuth({ config }), init: () => ({ context: { genericOAuthPendingDiscovery: waiting } }) };
}

function github(settings: Settings): GenericOAuthConfig[] {
  const clientId = settings["signIn.github.clientId"];
  const clientSecret = settings["signIn.github.clientSecret"];
  if (clientId === undefined || clientSecret === undefined) return [];
  const url = new URL(settings["signIn.github.url"]);
  return [
    {
      providerId: "github",
      clientId,
      clientSecret,
      authorizationUrl: `${url.origin}/login/oauth/authorize`,
      tokenUrl: `${url.origin}/login/oauth/access_token`,
      scopes: ["read:user", "user:email"],
      getUserInfo: async ({ accessToken = "" }) => await githubProfile(githubApi(url), accessToken),
    },
  ];
}

function oidc(settings: Settings): GenericOAuthConfig[] {
  const issuer = settings["signIn.oidc.issuer"];
  const clientId = settings["signIn.oidc.clientId"];
  const clientSecret = settings["signIn.oidc.clientSecret"];
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [
    {
      providerId: "oidc",
      clientId,
      clientSecret,
      discoveryUrl: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
      scopes: ["openid", "email", "profile"],
      requireIdTokenVerification: true,
      accountSubject: ({ tokens }) => subjectOf(tokens.idToken, issuer),
    },
  ];
}

/**
 * Who an ID token is about. Its signature, audience, time and nonce were checked, and its issuer against what the
 * provider says of itself; that this is the issuer of the settings, and that there is a token at all, is asked here.
 */
function subjectOf(token: string | undefined, issuer: string): string {
  if (token === undefined) throw new Error("the provider gave no ID token");
  const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  const { iss, sub } = claims as { readonly iss: string; readonly sub: string };
  if (withoutSlash(iss) === withoutSlash(issuer)) return sub;
  throw new Error(`the provider calls itself ${iss}, the setting signIn.oidc.issuer ${issuer}`);
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, "");
}

/** An ID token that a browser brings was asked for by nobody here: no nonce ties it to a sign-in that began. */
export const refuseTokensOfBrowsers = createAuthMiddleware(async ({ body }) => {
  if (typeof body !== "object" || body === null || !("idToken" in body)) return;
  throw new APIError("BAD_REQUEST", { message: "Sign in through the provider's page; its tokens are not taken here." });
});

/** Nothing is asked of a provider after the sign-in, so nothing that would let somebody ask is kept. */
export const keepNoTokens: NonNullable<BetterAuthOptions["databaseHooks"]> = {
  account: {
    create: {
      before: async (account) => {
        const none = { accessToken: null, refreshToken: null, idToken: null };
        return { data: { ...account, ...none } };
      },
    },
  },
};
