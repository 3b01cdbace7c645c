/** Two revisions of AsyncAPI documents: which exchanges and servers came, went, and changed. */
import { canonical } from "../../containment/json.ts";
import type { Change, Json, ShapedElement } from "../../kind.ts";
import { compareSecurity } from "../openapi/compare-security.ts";
import { compareSchema } from "../openapi/compare-schema.ts";
import { type Judge, openJudge, report, type Report } from "../openapi/judge.ts";
import { compareMessages } from "./compare-messages.ts";
import type { Exchange, Server } from "./structure.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const judge = openJudge(before, after);
  const changes: Change[] = [];
  const matched = new Set<string>();
  for (const old of before.filter(isPromise)) {
    const young = match(old, after);
    if (young === undefined) changes.push(removed(old, after));
    else {
      matched.add(young.id);
      if (old.shape !== young.shape) compareElement(judge, { kind: "asyncapi", changes, old, young });
    }
  }
  for (const young of after.filter(isPromise)) {
    if (matched.has(young.id)) continue;
    changes.push({
      rule: `asyncapi/${young.kind}-added`,
      class: "compatible",
      effect: "added",
      element: young.id,
      message: `${young.name} is new`,
      new: young,
    });
  }
  return changes;
}

/** Schemas are promises only as parts of the messages that they describe. */
function isPromise({ kind }: ShapedElement): boolean {
  return kind !== "schema";
}

/** With a second document ids get the file name added; the first one's exchanges stay what they are. */
function match(old: ShapedElement, after: readonly ShapedElement[]): ShapedElement | undefined {
  const exact = after.find(({ id }) => id === old.id);
  if (exact !== undefined) return exact;
  const [bare] = old.id.split(" @");
  const alike = after.filter(({ id }) => id.split(" @")[0] === bare);
  return (
    alike.find(({ evidence }) => evidence.path === old.evidence.path) ??
    (alike.length === 1 ? alike[0] : operationOf(old, after))
  );
}

/** A channel that said of nobody who writes to it lives on in the operation that says it now. */
function operationOf(old: ShapedElement, after: readonly ShapedElement[]): ShapedElement | undefined {
  const was = exchangeOf(old);
  if (was?.way !== "both") return undefined;
  return after.find((one) => exchangeOf(one)?.address === was.address);
}

function exchangeOf({ kind, structure }: ShapedElement): Exchange | undefined {
  return kind === "server" || kind === "schema" ? undefined : (structure as unknown as Exchange | undefined);
}

/** One of several servers that speak the same may go without anybody being left alone. */
function removed(old: ShapedElement, after: readonly ShapedElement[]): Change {
  const protocol = old.kind === "server" ? (old.structure as unknown as Server).protocol : undefined;
  const spared = after.some(
    ({ kind, structure }) => kind === "server" && (structure as unknown as Server).protocol === protocol,
  );
  const notice = old.stability === "deprecated" ? " (it was deprecated)" : "";
  return {
    rule: `asyncapi/${old.kind}-removed`,
    class: old.kind === "server" && spared ? "unknown" : "breaking",
    effect: "removed",
    element: old.id,
    message: `${old.name} is gone${notice}`,
    old,
  };
}

function compareElement(judge: Judge, to: Report): void {
  const said = to.changes.length;
  const [was, is] = [to.old.structure, to.young.structure];
  if (was === undefined || is === undefined) report(to, "shape-unknown", "unknown", "its shape is not known");
  else if (to.old.kind === "server") compareServer(to, was as unknown as Server, is as unknown as Server);
  else compareExchange(judge, to, was as unknown as Exchange, is as unknown as Exchange);
  if (to.changes.length === said) report(to, "changed", "compatible", "changed, and what was promised still holds");
}

function compareServer(to: Report, was: Server, is: Server): void {
  if (was.protocol !== is.protocol)
    report(to, "server-protocol-changed", "breaking", `it speaks ${is.protocol} in place of ${was.protocol}`);
  // What another version of a protocol understands, only the protocol says.
  if (was.protocolVersion !== is.protocolVersion)
    report(
      to,
      "server-protocol-version-changed",
      "unknown",
      `it speaks version ${is.protocolVersion || "unknown"} in place of ${was.protocolVersion || "unknown"}`,
    );
  if (was.path !== is.path)
    report(to, "server-path-changed", "breaking", `it is at ${is.path || "/"} in place of ${was.path || "/"}`);
  // The host is often a matter of deployment.
  if (was.host !== is.host) report(to, "server-host-changed", "unknown", `it is at ${is.host} in place of ${was.host}`);
  compareSecurity(to, was, is);
  compareBindings(to, was.bindings, is.bindings);
}

function compareExchange(judge: Judge, to: Report, was: Exchange, is: Exchange): void {
  for (const [index, { name, schema }] of was.parameters.entries()) {
    const young = is.parameters[index];
    // Whoever makes the address says what the parameter is, whichever way messages go.
    if (young !== undefined) compareSchema(judge, to, `parameter (\`${name}\`)`, schema, young.schema, "request");
  }
  const { way } = was;
  compareMessages(judge, to, was.messages, is.messages, way);
  compareMessages(judge, to, was.reply, is.reply, way === "receive" ? "send" : way === "send" ? "receive" : "both");
  compareSecurity(to, was, is);
  compareBindings(to, was.bindings, is.bindings);
}

function compareBindings(to: Report, was: Json, is: Json): void {
  if (canonical(was) !== canonical(is))
    report(to, "bindings-changed", "unknown", "how the protocol carries it changed");
}
