/** Two revisions of API descriptions: which operations came, went, and changed what they promise. */
import { isRecord, own } from "../../containment/json.ts";
import type { Change, ShapedElement } from "../../kind.ts";
import { compareOperation } from "./compare-operation.ts";
import { openJudge, report } from "./judge.ts";
import type { Judge } from "./judge.ts";
import type { Operation, Servers } from "./structure.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const judge = openJudge(before, after);
  const changes: Change[] = [];
  const matched = new Set<string>();
  for (const old of before.filter(isPromise)) {
    const young = match(old, after);
    if (young === undefined) {
      changes.push(removed(old));
      continue;
    }
    matched.add(young.id);
    if (old.shape !== young.shape) compareElement(judge, changes, old, young);
  }
  for (const young of after.filter(isPromise)) if (!matched.has(young.id)) changes.push(added(young));
  return changes;
}

/** Schemas are promises only as parts of the operations that use them. */
function isPromise(element: ShapedElement): boolean {
  return element.kind !== "schema";
}

/** With a second description ids get the file name added; the first one's operations stay what they are. */
function match(old: ShapedElement, after: readonly ShapedElement[]): ShapedElement | undefined {
  const exact = after.find((one) => one.id === old.id);
  if (exact !== undefined) return exact;
  const [bare] = old.id.split(" @");
  const alike = after.filter((one) => one.id.split(" @")[0] === bare);
  const file = old.evidence.path;
  return alike.find((one) => one.evidence.path === file) ?? (alike.length === 1 ? alike[0] : undefined);
}

function removed(old: ShapedElement): Change {
  const sunset = isRecord(old.structure) ? own(old.structure, "sunset") : undefined;
  const notice =
    old.stability === "deprecated"
      ? ` (it was deprecated${typeof sunset === "string" ? `, with sunset ${sunset}` : ""})`
      : "";
  const rule = old.stability === "deprecated" ? "deprecated-operation-removed" : "operation-removed";
  return {
    rule: `openapi/${rule}`,
    class: "breaking",
    effect: "removed",
    element: old.id,
    message: `${old.name} is gone${notice}`,
    old,
  };
}

function added(young: ShapedElement): Change {
  return {
    rule: "openapi/operation-added",
    class: "compatible",
    effect: "added",
    element: young.id,
    message: `${young.name} is new`,
    new: young,
  };
}

function compareElement(judge: Judge, changes: Change[], old: ShapedElement, young: ShapedElement): void {
  const to = { changes, old, young };
  const said = changes.length;
  if (old.structure === undefined || young.structure === undefined) {
    report(to, "shape-unknown", "unknown", "its shape is not known");
  } else if (old.kind === "servers") {
    compareServers(to, old.structure as unknown as Servers, young.structure as unknown as Servers);
  } else {
    compareOperation(judge, to, old.structure as unknown as Operation, young.structure as unknown as Operation);
  }
  if (changes.length === said) report(to, "changed", "compatible", "changed, and what was promised still holds");
}

/** A path in front of all operations is part of every address; the host is often a matter of deployment. */
function compareServers(to: Parameters<typeof report>[0], before: Servers, after: Servers): void {
  const lost = before.urls.filter((url) => !after.urls.includes(url));
  for (const url of lost) {
    const kept = after.urls.some((other) => pathOf(other) === pathOf(url));
    report(
      to,
      kept ? "server-host-changed" : "server-path-changed",
      kept ? "unknown" : "breaking",
      `the server ${url} is gone; now: ${after.urls.join(", ")}`,
    );
  }
  if (lost.length === 0) report(to, "server-added", "compatible", `servers: ${after.urls.join(", ")}`);
}

function pathOf(url: string): string {
  return url.replace(/^([a-z]+:)?\/\/[^/]*/i, "").replace(/\/+$/, "");
}
