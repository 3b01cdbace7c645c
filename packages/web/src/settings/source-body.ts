/** What a form says of a source, as the API takes it. */
import type { components } from "@freehold/client";
import { textOf } from "../ui/index.ts";

export type Source = components["schemas"]["Source"];
type SourceInput = components["schemas"]["SourceInput"];
type Credential = NonNullable<SourceInput["credential"]>;
type SecretValue = components["schemas"]["SecretValue"];

export const SOURCE_KINDS = [
  { value: "github", label: "GitHub: an organisation or a person" },
  { value: "gitlab", label: "GitLab: a group" },
  { value: "git", label: "One repository, by its address" },
  { value: "folder", label: "A folder of this server" },
] as const;

/** `as it was` is for changing a source alone: its secret stays. */
export type CredentialChoice = "as it was" | Credential["kind"];
export type SecretPlace = "here" | "environment" | "file";

/** Fields that are empty are left out, so that the defaults of the API hold. */
export function sourceBody(fields: FormData): SourceInput {
  const api = textOf(fields, "api");
  const depth = textOf(fields, "depth");
  const every = textOf(fields, "every");
  const hookSecret = textOf(fields, "hookSecret");
  const credential = credentialOf(fields);
  return {
    kind: SOURCE_KINDS.find(({ value }) => value === textOf(fields, "kind"))?.value ?? "git",
    url: textOf(fields, "url"),
    include: patterns(textOf(fields, "include")),
    exclude: patterns(textOf(fields, "exclude")),
    archived: fields.has("archived"),
    forks: fields.has("forks"),
    facts: fields.has("facts"),
    active: fields.has("active"),
    ...(api === "" ? {} : { api }),
    ...(depth === "" ? {} : { depth: Number(depth) }),
    ...(every === "" ? {} : { every: Number(every) }),
    ...(credential === undefined ? {} : { credential }),
    ...(hookSecret === "" ? {} : { hookSecret }),
  };
}

/** Undefined: as it was, or none for a new source. */
function credentialOf(fields: FormData): Credential | undefined {
  const secret = secretOf(fields);
  switch (textOf(fields, "credential")) {
    case "none":
      return { kind: "none" };
    case "token": {
      const user = textOf(fields, "user");
      return { kind: "token", token: secret, ...(user === "" ? {} : { user }) };
    }
    case "app": {
      const installation = textOf(fields, "installation");
      return {
        kind: "app",
        app: textOf(fields, "app"),
        privateKey: secret,
        ...(installation === "" ? {} : { installation: Number(installation) }),
      };
    }
    case "key":
      return { kind: "key", privateKey: secret, knownHosts: textOf(fields, "knownHosts") };
    default:
      return undefined;
  }
}

function secretOf(fields: FormData): SecretValue {
  const secret = textOf(fields, "secret");
  const place = textOf(fields, "secretPlace");
  if (place === "environment") return { environment: secret };
  return place === "file" ? { file: secret } : secret;
}

/** One a line, or apart by commas or spaces: names of repositories have none of them. */
function patterns(text: string): string[] {
  return text.split(/[\s,]+/).filter((pattern) => pattern !== "");
}
