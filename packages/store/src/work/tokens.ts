/** API tokens: only the hash of the secret is kept, and everything that a request needs to be judged. */
import type { Engine } from "../engines/engine.ts";
import { type Author, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** On whose behalf it acts. */
  readonly actor: string;
  readonly created: number;
  readonly expires?: number;
  readonly used?: number;
  readonly revoked?: number;
}

export interface TokenInput {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly actor: string;
  readonly expires?: number;
}

const COLUMNS = ["id", "name", "scopes", "actor", "created", "expires", "used", "revoked"] as const;

export async function createToken(
  engine: Engine,
  org: number,
  author: Author,
  input: TokenInput,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "token.created",
    async (revision) => {
      const { id, name, hash, scopes, actor, expires } = input;
      await revision.db
        .insertInto("api_token")
        .values({
          id,
          name,
          hash,
          scopes: JSON.stringify(scopes),
          actor,
          created: revision.at,
          expires: expires ?? null,
          used: null,
          revoked: null,
        })
        .execute();
      const fields = [
        ["name", null, name] as const,
        ["scopes", null, scopes] as const,
        ["expires", null, expires ?? null] as const,
      ];
      await revision.record([{ kind: "token", subject: id, action: "created", fields, silent: true }]);
    },
    now,
  );
}

/** Throws `store/not-found` where there is none that works. */
export async function revokeToken(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "token.revoked",
    async (revision) => {
      const { numUpdatedRows } = await revision.db
        .updateTable("api_token")
        .set({ revoked: revision.at })
        .where("id", "=", id)
        .where("revoked", "is", null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new StoreError("store/not-found", `there is no token "${id}" that works`);
      await revision.record([{ kind: "token", subject: id, action: "revoked", silent: true }]);
    },
    now,
  );
}

export async function listTokens({ db }: Scope): Promise<ApiToken[]> {
  const rows = await db.selectFrom("api_token").select(COLUMNS).orderBy("created").execute();
  return rows.map(present);
}

/** The token with this hash, in whatever organisation, revoked and expired ones too: the caller judges. */
export async function findToken(
  engine: Engine,
  hash: string,
): Promise<(ApiToken & { readonly organisation: string }) | undefined> {
  const row = await engine.read
    .selectFrom("api_token")
    .innerJoin("organisation", "organisation.key", "api_token.org")
    .select(["api_token.id", "api_token.name", "scopes", "actor", "api_token.created", "expires", "used", "revoked"])
    .select("organisation.id as organisation")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...present(row), organisation: row.organisation };
}

/** Notes that it was used; call it once in a while, not for every request. */
export async function touchToken({ db }: Scope, id: string, now: number): Promise<void> {
  await db.updateTable("api_token").set({ used: now }).where("id", "=", id).execute();
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly actor: string;
  readonly created: number;
  readonly expires: number | null;
  readonly used: number | null;
  readonly revoked: number | null;
}

function present({ id, name, scopes, actor, created, expires, used, revoked }: TokenRow): ApiToken {
  return {
    id,
    name,
    scopes: JSON.parse(scopes) as string[],
    actor,
    created,
    ...(expires === null ? {} : { expires }),
    ...(used === null ? {} : { used }),
    ...(revoked === null ? {} : { revoked }),
  };
}
