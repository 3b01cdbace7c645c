/**
 * Identifiers are what units provide and consume; the portfolio graph is the join of the two.
 *
 * An identifier never carries a version, qualifier or subpath: those describe one release or one
 * file of the thing, while the join is about the thing itself.
 */
import { PackageURL } from "packageurl-js";
import * as z from "zod";

/**
 * `pkg:…` is a package URL (https://github.com/package-url/purl-spec); `api:` an interface
 * description (`api:protobuf/acme.users.v1`); `event:` a message type; `repo:` a git repository by
 * host and path (`repo:github.com/acme/users`); `unit:` a unit that has no name of its own
 * (`unit:<repository id>/<folder>`).
 */
export const identifierSchema = z
  .string()
  .regex(/^(?:pkg|api|event|repo|unit):\S+$/, "an identifier, such as pkg:npm/foo or api:openapi/orders")
  .meta({ id: "Identifier" });

export type Identifier = z.infer<typeof identifierSchema>;

/**
 * The package URL of a package, without version, qualifiers and subpath.
 * A scope, group or organisation in front of the name becomes the namespace: everything up to the
 * last slash. Throws nothing for odd names: they are percent-encoded as the purl specification says.
 */
export function packageIdentifier(type: string, fullName: string): Identifier {
  const slash = fullName.lastIndexOf("/");
  const namespace = slash > 0 ? fullName.slice(0, slash) : undefined;
  const name = slash > 0 ? fullName.slice(slash + 1) : fullName;
  return new PackageURL(type, namespace, name, undefined, undefined, undefined).toString();
}
