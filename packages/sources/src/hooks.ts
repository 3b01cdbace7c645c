/** Webhooks of GitHub and GitLab: whether they are what they say, and which repository was pushed to. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface HookRequest {
  readonly header: (name: string) => string | undefined;
  readonly body: Uint8Array;
}

/** The bytes are signed (GitHub), or the secret is sent along (GitLab); compared in a time that tells nothing. */
export function isSigned(kind: "github" | "gitlab", secret: string, { header, body }: HookRequest): boolean {
  if (kind === "gitlab") return same(header("x-gitlab-token") ?? "", secret);
  const expected = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  return same(header("x-hub-signature-256") ?? "", expected);
}

function same(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** Equal lengths, so that comparing takes the same time whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

export type HookSaid =
  /** What the source calls the repository: `acme/app`. */
  | { readonly kind: "push"; readonly repository: string }
  /** Repositories were made, renamed, archived or removed: the list is another one. */
  | { readonly kind: "list" }
  | { readonly kind: "other" };

const LIST_EVENTS = new Set(["repository", "installation_repositories", "installation"]);

/** What a webhook says; only of one whose signature was checked. Throws `SyntaxError` for what is no JSON. */
export function readHook(kind: "github" | "gitlab", { header, body }: HookRequest): HookSaid {
  const said: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
  if (kind === "github") {
    const event = header("x-github-event") ?? "";
    if (LIST_EVENTS.has(event)) return { kind: "list" };
    return event === "push" ? pushed(within(said, "repository"), "full_name") : { kind: "other" };
  }
  const event = header("x-gitlab-event") ?? "";
  if (event === "Project Hook" || event === "Subgroup Hook") return { kind: "list" };
  const push = event === "Push Hook" || event === "Tag Push Hook";
  return push ? pushed(within(said, "project"), "path_with_namespace") : { kind: "other" };
}

function pushed(repository: unknown, field: string): HookSaid {
  const name = within(repository, field);
  return typeof name === "string" && name.length <= 1000 ? { kind: "push", repository: name } : { kind: "other" };
}

function within(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}
