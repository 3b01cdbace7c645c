/** What accounts are to the routes of the API. */
import type { FastifyRequest } from "fastify";
import type { SignedIn } from "./signed-in.ts";

/** Ways of signing in that this server's settings allow. */
interface SignInWays {
  readonly password: boolean;
  /** Whether a forgotten password can be replaced. */
  readonly reset: boolean;
  readonly github: boolean;
  readonly oidc: boolean;
}

interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface StoredSession {
  readonly id: string;
  readonly user: string;
  readonly created: number;
  /** When it was last prolonged, which happens at most once a day. */
  readonly updated: number;
  readonly expires: number;
  readonly address?: string;
  readonly agent?: string;
}

export interface AccountsPart {
  readonly ways: SignInWays;
  /** The account that a request's cookie speaks for, member of something or not. */
  account(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** Throws 403 where a request that changes something does not come from our own pages. */
  checkOrigin(request: FastifyRequest): void;
  knows(email: string): Promise<boolean>;
  /** Makes an account whose address somebody vouched for, and returns its id. */
  create(account: NewAccount): Promise<string>;
  /** The cookies of a new session. */
  signIn(request: FastifyRequest, email: string, password: string): Promise<readonly string[]>;
  /** Those that have not ended, newest first. */
  sessions(user: string): Promise<readonly StoredSession[]>;
  /** Ends a session of that account; false where there is none of that id. */
  endSession(user: string, id: string): Promise<boolean>;
  endSessions(user: string): Promise<void>;
}
