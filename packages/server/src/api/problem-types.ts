/** Every type of problem, with its status, its title, and what to do about it: the page behind its address. */
interface Described {
  readonly status: number;
  readonly title: string;
  readonly todo: string;
}

export const PROBLEM_TYPES = {
  "invalid-input": {
    status: 400,
    title: "The request does not fit",
    todo: "`errors` names each part that does not fit, by JSON pointer. The reference of the API shows the right form.",
  },
  unauthenticated: {
    status: 401,
    title: "Who asks is unknown",
    todo: "Send a token: `Authorization: Bearer <token>`.",
  },
  forbidden: { status: 403, title: "Not allowed", todo: "Ask an administrator of the organisation for the right." },
  "not-found": {
    status: 404,
    title: "Not found",
    todo: "Look in the lists: names change, ids stay. What belongs to another organisation is not found either.",
  },
  conflict: {
    status: 409,
    title: "It does not go with what is there",
    todo: "Read what is there, then decide again.",
  },
  "no-accounts": {
    status: 409,
    title: "This server has no accounts",
    todo: "Turn accounts on (the setting `accounts`), or do without: on your own machine you may do everything.",
  },
  "not-here": {
    status: 409,
    title: "This server has no repository to read that from",
    todo: "`detail` says where it can be had. `GET /api/v1/capabilities` says beforehand what a server can answer.",
  },
  "version-conflict": {
    status: 412,
    title: "Somebody changed it in between",
    todo: "Read it again; `version` says which version is there. Then send the change with that in `If-Match`.",
  },
  "too-large": { status: 413, title: "Too large", todo: "Send less, or a snapshot in parts: POST /api/v1/uploads." },
  "unsupported-type": {
    status: 415,
    title: "Not a type that is read here",
    todo: "Send JSON as `application/json`, plain or with `Content-Encoding: gzip` or `zstd` where bytes are taken.",
  },
  "unknown-host": {
    status: 421,
    title: "Not a name of this server",
    todo: "Open it by the address that it printed when it started.",
  },
  refused: {
    status: 422,
    title: "It says something that can't be",
    todo: "`detail` says what, and what would be right.",
  },
  "snapshot-refused": {
    status: 422,
    title: "The snapshot is not valid",
    todo: "`errors` has the JSON pointer of every fault. Nothing was kept. Make the snapshot with `freehold scan --out`.",
  },
  "idempotency-mismatch": {
    status: 422,
    title: "The idempotency key was used for another request",
    todo: "Make a new key for every new request; use it again only to repeat the same one.",
  },
  "too-many-requests": { status: 429, title: "Too many requests", todo: "Wait as long as `Retry-After` says." },
  internal: { status: 500, title: "Freehold failed", todo: "Report it, with the lines of the log." },
  unavailable: { status: 503, title: "Not available", todo: "Try again in a moment." },
  "storage-full": { status: 507, title: "No space left", todo: "Make room for the database, then send it again." },
} as const satisfies Readonly<Record<string, Described>>;

export type ProblemType = keyof typeof PROBLEM_TYPES;
