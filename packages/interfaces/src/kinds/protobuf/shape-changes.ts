/** What changed of a message, an enum, a service's method or a file, by itself: its members are elements of their own. */
import type { Json, ShapedElement } from "../../kind.ts";
import { fieldsOf, type Finding, shown } from "../../promise.ts";
import { covers, rangesText, reservedChanges } from "./reserved-changes.ts";
import type { EnumStructure, MessageStructure, MethodStructure, ReservedStructure } from "./structure.ts";

const ALL = ["wire", "json", "source"];

export function enumChanges(was: EnumStructure, is: EnumStructure, name: string): Finding[] {
  const findings = reservedChanges(was, is, name);
  if (was.closed !== is.closed)
    findings.push({
      rule: "enum-closed",
      class: "breaking",
      message: `${name} is ${is.closed ? "closed" : "open"} now: unknown values are kept elsewhere`,
      aspects: ["source"],
    });
  return orReserved([...findings, ...jsonChanges(was, is, name)], name);
}

export function messageChanges(was: MessageStructure, is: MessageStructure, name: string): Finding[] {
  const findings = reservedChanges(was, is, name);
  const lost = was.extensions.filter((range) => !covers(is.extensions, range));
  if (lost.length > 0)
    findings.push({
      rule: "extension-range-removed",
      class: "breaking",
      message: `${name} no longer has room for extensions ${rangesText(lost)}`,
      aspects: ALL,
    });
  for (const [option, value] of Object.entries(is.options)) {
    if (value === was.options[option]) continue;
    const wire = option === "message_set_wire_format";
    const message = `${name}: ${option} is ${value}`;
    // A descriptor that is there again hurts nobody.
    if (wire || value)
      findings.push({ rule: "message-option", class: "breaking", message, aspects: wire ? ALL : ["source"] });
    else findings.push({ rule: "message-option", class: "compatible", message });
  }
  return orReserved([...findings, ...jsonChanges(was, is, name)], name);
}

export function methodChanges(was: MethodStructure, is: MethodStructure, name: string): Finding[] {
  const findings: Finding[] = [];
  const differ = (rule: string, from: Json, to: Json, what: string) => {
    if (from !== to)
      findings.push({
        rule,
        class: "breaking",
        message: `${name}: ${what} is ${shown(to)} in place of ${shown(from)}`,
        aspects: ALL,
      });
  };
  differ("rpc-request", was.request, is.request, "the request");
  differ("rpc-response", was.response, is.response, "the response");
  differ("rpc-request-stream", was.requestStream, is.requestStream, "streaming of requests");
  differ("rpc-response-stream", was.responseStream, is.responseStream, "streaming of responses");
  differ("rpc-idempotency", was.idempotency, is.idempotency, "the idempotency level");
  return findings;
}

export function fileChanges(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  const [before, after] = [fieldsOf({ structure: was["options"] }), fieldsOf({ structure: is["options"] })];
  const differ = (rule: string, what: string, from: Json | undefined, to: Json | undefined): Finding[] =>
    from === to
      ? []
      : [
          {
            rule,
            class: "breaking",
            message: `${young.name}: ${what} is ${shown(to) || "not set"} in place of ${shown(from) || "nothing"}`,
            aspects: ["source"],
          },
        ];
  return [
    ...differ("file-package", "the package", was["package"], is["package"]),
    ...differ("file-syntax", "the syntax", was["syntax"], is["syntax"]),
    ...Object.keys(after).flatMap((key) => differ("file-option", key, before[key], after[key])),
  ];
}

function orReserved(findings: Finding[], name: string): Finding[] {
  return findings.length > 0
    ? findings
    : [{ rule: "reserved-added", class: "compatible", message: `${name} reserves more, or says the same otherwise` }];
}

/** From a form of JSON that all agree on to what each language makes of it. */
function jsonChanges(was: ReservedStructure, is: ReservedStructure, name: string): Finding[] {
  if (was.jsonFormat === is.jsonFormat) return [];
  return is.jsonFormat === "ALLOW"
    ? [{ rule: "json-format-allowed", class: "compatible", message: `${name} has a form in JSON that all agree on` }]
    : [
        {
          rule: "json-format",
          class: "breaking",
          message: `${name} has no form in JSON any more that all agree on`,
          aspects: ["json"],
        },
      ];
}
