/**
 * better-auth: passwords, sessions, GitHub and OpenID Connect. Nobody signs up by themselves: an account is
 * made by an invitation, or by a provider that the server's configuration names, and sees nothing until it
 * is a member of an organisation.
 */
import { randomBytes } from "node:crypto";
import type { Store } from "@freehold/store";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { isLoopback } from "../config/loopback.ts";
import type { Settings } from "../config/settings.ts";
import { hostName, publicOrigin } from "./origin.ts";
import { passwordReset } from "./password-reset.ts";
import { keepNoTokens, providers, refuseTokensOfBrowsers } from "./providers.ts";

/** Set by us from the connection for every request, whatever the client sent. */
export const ADDRESS_HEADER = "x-freehold-address";
export const AUTH_PATH = "/api/auth";
const DAY = 24 * 60 * 60;

export type Auth = ReturnType<typeof betterAuth<BetterAuthOptions>>;

export async function createAuth(store: Store, settings: Settings): Promise<Auth> {
  const secret = settings.secret ?? (await store.secret("sessions", () => randomBytes(32).toString("base64url")));
  return betterAuth(authOptions(store, settings, secret));
}

/**
 * Apart, so that a test can ask better-auth whether the migrations fit them.
 * @internal
 */
export function authOptions(store: Store, settings: Settings, secret: string): BetterAuthOptions {
  const origin = publicOrigin(settings);
  return {
    appName: "Freehold",
    basePath: AUTH_PATH,
    baseURL: origin ?? `http://127.0.0.1:${settings.port}`,
    secret,
    database: { db: store.accounts, type: store.kind },
    // Sessions are the API's own resource, which does not tell their tokens.
    disabledPaths: ["/list-sessions", "/revoke-session", "/revoke-sessions", "/revoke-other-sessions"],
    // Where a provider's sign-in ends that was not begun here.
    onAPIError: { errorURL: `${origin ?? ""}/sign-in` },
    trustedOrigins: (request) => trusted(origin, request),
    user: { modelName: "auth_user" },
    session: { modelName: "auth_session", expiresIn: settings["session.days"] * DAY, updateAge: DAY },
    account: { modelName: "auth_account", updateAccountOnSignIn: false },
    verification: { modelName: "auth_verification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      ...passwordReset(store, settings),
    },
    plugins: providers(settings),
    hooks: { before: refuseTokensOfBrowsers },
    databaseHooks: keepNoTokens,
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        // Nothing is guessed by it; a whole office may come from one address in the morning.
        "/sign-in/social": { window: 60, max: 60 },
        "/change-password": { window: 60, max: 5 },
        "/request-password-reset": { window: 60, max: 3 },
      },
    },
    advanced: {
      // Its defaults differ by environment; these do not.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: "freehold",
      useSecureCookies: origin?.startsWith("https:") === true,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { level: "error" },
  };
}

/** Without a public address the server answers this machine only, by whatever of its names. */
function trusted(origin: string | undefined, request: Request | undefined): string[] {
  if (origin !== undefined) return [origin];
  const host = request?.headers.get("host") ?? "";
  return isLoopback(hostName(host)) ? [`http://${host}`] : [];
}
