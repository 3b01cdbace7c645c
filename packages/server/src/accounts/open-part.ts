/** better-auth behind the words that routes use. */
import type { Settings } from "../config/settings.ts";
import type { Known } from "./authenticate.ts";
import { checkCookieOrigin } from "./origin.ts";
import type { AccountsPart, StoredSession } from "./part.ts";
import { sendsResets } from "./password-reset.ts";
import { signedIn, webHeaders } from "./signed-in.ts";

export async function openPart({ auth, origin, now }: Known, settings: Settings): Promise<AccountsPart> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const sessionsOf = async (user: string) => {
    const sessions = await internalAdapter.listSessions(user);
    return sessions.filter(({ expiresAt }) => expiresAt.getTime() > now());
  };
  return {
    ways: {
      password: true,
      reset: sendsResets(settings),
      github: settings["signIn.github.clientId"] !== undefined,
      oidc: settings["signIn.oidc.issuer"] !== undefined,
    },
    account: async (request) => await signedIn(auth, request),
    checkOrigin: (request) => checkCookieOrigin(request, origin),
    knows: async (email) => (await internalAdapter.findUserByEmail(email)) !== null,
    async create({ email, name, password }) {
      const hash = await passwords.hash(password);
      const user = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: "email-password" });
      const account = { userId: user.id, accountId: user.id, providerId: "credential", password: hash };
      await internalAdapter.linkAccount(account);
      return user.id;
    },
    async signIn(request, email, password) {
      const body = { email, password };
      const response = await auth.api.signInEmail({ body, headers: webHeaders(request), asResponse: true });
      return response.headers.getSetCookie();
    },
    async sessions(user) {
      return (await sessionsOf(user)).map(stored).sort((a, b) => b.created - a.created);
    },
    async endSession(user, id) {
      const session = (await sessionsOf(user)).find((candidate) => candidate.id === id);
      if (session === undefined) return false;
      await internalAdapter.deleteSession(session.token);
      return true;
    },
    endSessions: async (user) => await internalAdapter.deleteUserSessions(user),
  };
}

interface AuthSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
}

/** Without the token: who reads a list of sessions must not be able to take one over. */
function stored({ id, userId, createdAt, updatedAt, expiresAt, ipAddress, userAgent }: AuthSession): StoredSession {
  return {
    id,
    user: userId,
    created: createdAt.getTime(),
    updated: updatedAt.getTime(),
    expires: expiresAt.getTime(),
    ...(ipAddress === null || ipAddress === undefined || ipAddress === "" ? {} : { address: ipAddress }),
    ...(userAgent === null || userAgent === undefined || userAgent === "" ? {} : { agent: userAgent }),
  };
}
