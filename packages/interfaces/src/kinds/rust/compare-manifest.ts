/** Features, the library's name, `no_std` and the oldest compiler. */
import type { ShapedElement } from "../../kind.ts";
import { fieldsOf, type Finding, shown } from "../../promise.ts";
import { broken, safe, unsure } from "./compare-generics.ts";

export function manifestRemoved({ kind, name, id }: ShapedElement): Finding | undefined {
  if (kind === "feature") return broken("feature-removed", `the feature ${name} is gone`);
  if (kind === "toolchain") return safe("rust-version-removed", "it names no oldest Rust any more");
  return id === "crate" ? broken("library-removed", `there is no library ${name} any more`) : undefined;
}

export function manifestAdded({ kind, name, signature, id }: ShapedElement): Finding | undefined {
  if (kind === "feature") return safe("feature-added", `the feature ${name} is new`);
  // The Cargo book leaves open whether that breaks: "possibly-breaking".
  if (kind === "toolchain") return unsure("rust-version-added", `it needs ${signature}`);
  return id === "crate" ? safe("library-added", `the library ${name} is new`) : undefined;
}

export function manifestChanges(old: ShapedElement, young: ShapedElement): readonly Finding[] | undefined {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  if (young.kind === "feature") return featureChanges(young.name, was, is);
  if (young.kind === "toolchain") return [versionChange(shown(was["version"]), shown(is["version"]))];
  if (young.id !== "crate") return undefined;
  const findings: Finding[] = [];
  if (was["name"] !== is["name"])
    findings.push(
      broken("library-renamed", `the library is called ${shown(is["name"])} in place of ${shown(was["name"])}`),
    );
  if (was["procedural"] !== is["procedural"])
    findings.push(broken("library-kind", "it is another kind of library: procedural macros are, or are no more"));
  const [before, after] = [was["noStd"] ?? null, is["noStd"] ?? null];
  if (before !== null && after === null) findings.push(broken("std-needed", "it needs std now"));
  else if (before !== after && before === null) findings.push(safe("no-std", "it does without std"));
  else if (before !== after)
    findings.push(
      after === '"always"' || after === "always"
        ? safe("no-std", "it always does without std")
        : unsure("no-std", "it does without std under other conditions"),
    );
  return findings;
}

type Fields = ReturnType<typeof fieldsOf>;

function featureChanges(name: string, was: Fields, is: Fields): Finding[] {
  const [before, after] = [texts(was["enables"]), texts(is["enables"])];
  const lost = before.filter((one) => !after.includes(one));
  const gained = after.filter((one) => !before.includes(one));
  if (lost.length > 0)
    return [broken("feature-enables-less", `the feature ${name} turns on ${lost.join(", ")} no more`)];
  return gained.length > 0 ? [safe("feature-enables-more", `the feature ${name} turns on ${gained.join(", ")}`)] : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function versionChange(was: string, is: string): Finding {
  const [before, after] = [was, is].map((text) => text.split(".").map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (after?.[at] ?? 0) - (before?.[at] ?? 0);
    if (difference > 0) return unsure("rust-version-raised", `it needs Rust ${is} in place of ${was}`);
    if (difference < 0) return safe("rust-version-lowered", `it needs Rust ${is} in place of ${was}`);
  }
  return safe("rust-version", `it needs Rust ${is}`);
}
