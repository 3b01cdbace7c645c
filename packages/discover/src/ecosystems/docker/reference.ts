/** References to images, `registry/name:tag@digest`, without what names one release. */
import type { Identifier } from "@freehold/model";
import { identifyPackage } from "../reading/identify.ts";

/**
 * `nginx` and `docker.io/library/nginx:1` are the same image: names without a registry are those of
 * Docker Hub, and names without a namespace its own library.
 */
export function imageIdentifier(reference: string): Identifier | undefined {
  const name = imageName(reference);
  return name === undefined ? undefined : identifyPackage("docker", name);
}

function imageName(reference: string): string | undefined {
  const untagged = reference
    .replace(/@.*$/, "")
    .replace(/:[^/:]*$/, "")
    .toLowerCase();
  if (!/^[a-z0-9][\w.:/-]*$/.test(untagged) || untagged.includes("//") || untagged.endsWith("/")) return undefined;
  const [first = "", ...rest] = untagged.split("/");
  if (rest.length === 0) return `library/${first}`;
  const isHost = first.includes(".") || first.includes(":") || first === "localhost";
  if (!isHost) return untagged;
  if (first !== "docker.io" && first !== "index.docker.io") return untagged;
  return rest.length === 1 ? `library/${rest[0]}` : rest.join("/");
}

/** The tag or digest, as the range of what is consumed. */
export function imageTag(reference: string): string | undefined {
  return /(?::([^/:@]+))?(?:@(.+))?$/
    .exec(reference)
    ?.slice(1)
    .find((part) => part !== undefined);
}

/**
 * Fills `$NAME`, `${NAME}` and `${NAME:-default}` in; undefined when some variable has no value,
 * for then nobody can say which image it is.
 */
export function substitute(text: string, values: ReadonlyMap<string, string>): string | undefined {
  let unknown = false;
  const filled = text
    .slice(0, 1000)
    .replaceAll(
      /\$(?:(\w+)|\{(\w+)(?::?([-+?])([^{}]*))?\})/g,
      (_, plain?: string, braced?: string, operator?: string, word?: string) => {
        const value = values.get(plain ?? braced ?? "");
        if (operator === "+") return value === undefined ? "" : (word ?? "");
        if (value !== undefined && value !== "") return value;
        if (operator === "-") return word ?? "";
        unknown = true;
        return "";
      },
    );
  return unknown || filled.includes("$") ? undefined : filled;
}
