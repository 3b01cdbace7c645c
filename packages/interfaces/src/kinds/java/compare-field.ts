/** Fields and enum constants. */
import type { Finding } from "../../promise.ts";
import { breaks, safe, unsure } from "./context.ts";
import type { FieldStructure } from "./structure.ts";
import { sameType } from "./world.ts";

export function fieldChanges(id: string, was: FieldStructure, is: FieldStructure): Finding[] {
  const findings: Finding[] = [];
  if (was.of !== is.of) return [breaks("field-kind", `${id} is a ${is.of} in place of a ${was.of}`)];
  if (!sameType(was.type, is.type)) findings.push(breaks("field-type", `${id} is ${is.type} in place of ${was.type}`));
  if (was.access === "public" && is.access === "protected")
    findings.push(breaks("field-access", `${id} is protected now`));
  else if (was.access !== is.access) findings.push(safe("field-access", `${id} is public now`));
  if (was.static !== is.static)
    findings.push(breaks("field-static", `${id} is ${is.static ? "static now" : "static no more"}`));
  if (!was.final && is.final) findings.push(breaks("field-final", `${id} is final now`));
  else if (was.final && !is.final && was.value === null) findings.push(safe("field-final", `${id} is final no more`));
  if (was.value !== null && is.value === null)
    findings.push(
      breaks("constant-gone", `${id} is no constant any more: annotations and switches need one`, ["source"]),
    );
  else if (was.value === null && is.value !== null && was.final && is.final)
    findings.push(safe("constant-known", `${id} is a constant now`));
  else if (was.value !== is.value && was.value !== null)
    findings.push(
      unsure(
        "constant-value",
        `${id} is ${is.value} in place of ${was.value}: its users keep the old one until they are compiled`,
      ),
    );
  return findings;
}
