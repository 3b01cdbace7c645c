/** What a change of an image breaks for those who run it, configure it, or build on it. */
import type { ShapedElement } from "../../kind.ts";
import { type ComparisonRules, fieldsOf, type Finding, shown } from "../../promise.ts";

export const rules: ComparisonRules = { kind: "container-image", removed, added, changed };

/** Nobody depends on there being none. */
const HARMLESS_WHEN_ADDED = ["port", "environment", "healthcheck", "base", "build-argument"];
const BREAKS_WHEN_REMOVED = ["port", "volume", "entrypoint", "base"];

function removed({ kind, name }: ShapedElement): Finding {
  const what = kind === name ? `the ${kind}` : `the ${kind} ${name}`;
  return {
    rule: `${kind}-removed`,
    class: BREAKS_WHEN_REMOVED.includes(kind) ? "breaking" : "unknown",
    message: `${what} is gone`,
  };
}

function added({ kind, name, signature }: ShapedElement): Finding {
  if (kind === "entrypoint")
    return {
      rule: "entrypoint-added",
      class: "breaking",
      message: `arguments of a run go to ${signature} now, in place of being the command`,
    };
  return {
    rule: `${kind}-added`,
    class: HARMLESS_WHEN_ADDED.includes(kind) ? "compatible" : "unknown",
    message: `${kind === name ? `a ${kind}` : `the ${kind} ${name}`} is new`,
  };
}

function changed(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  const message = `${young.signature} in place of ${old.signature}`;
  if (young.kind === "base") return [base(shown(was["image"]), shown(is["image"]), message)];
  if (young.kind === "user") return [user(shown(was["value"]), shown(is["value"]), message)];
  if (young.kind === "build-argument" && was["default"] === null)
    return [{ rule: "build-argument-default-added", class: "compatible", message }];
  return [{ rule: `${young.kind}-changed`, class: "unknown", message }];
}

/** Another repository of images is another operating system: other tools, other libraries. */
function base(was: string, is: string, message: string): Finding {
  const moved = repositoryOf(was) !== repositoryOf(is);
  return { rule: "base-changed", class: moved ? "breaking" : "unknown", message };
}

function repositoryOf(image: string): string {
  const plain = image.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
  return plain.replace(/^docker\.io\//, "").replace(/^library\//, "");
}

/** Files and ports that root could use are refused to others; the reverse is a matter of safety. */
function user(was: string, is: string, message: string): Finding {
  const rights = isRoot(was) && !isRoot(is);
  return { rule: rights ? "user-not-root" : "user-changed", class: rights ? "breaking" : "unknown", message };
}

function isRoot(user: string): boolean {
  return /^(?:root|0)(?::|$)/.test(user);
}
