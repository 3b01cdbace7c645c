/** Fields and enum constants. */
import type { Finding } from "../../promise.ts";
import { breaks, type Context, ownerOf, safe, typeAs, unsure } from "./context.ts";
import type { FieldStructure, TypeStructure } from "./structure.ts";
import { isNarrowed } from "./compare-method.ts";
import { sameType } from "./world.ts";

export function fieldChanges(id: string, was: FieldStructure, is: FieldStructure, context: Context): Finding[] {
  const findings: Finding[] = [];
  if (was.of !== is.of) return [breaks("field-kind", `${id} is a ${is.of} in place of a ${was.of}`)];
  if (!sameType(was.type, is.type)) findings.push(typeChange(id, was, is, context));
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

/** As the virtual machine knows it: a parameter is its first bound. */
function erasure(type: string, owner: TypeStructure | undefined): string {
  let plain = type.replace(/<.*>/s, "");
  for (let depth = 0; /^\$\d+$/.test(plain) && depth < 8; depth++)
    plain = (owner?.typeParameters[Number(plain.slice(1))] ?? "Object").split("&")[0]?.replace(/<.*>/s, "") ?? "Object";
  return plain;
}

/** What is final is only read, so that it may be narrower. */
function typeChange(id: string, was: FieldStructure, is: FieldStructure, context: Context): Finding {
  const message = `${id} is ${is.type} in place of ${was.type}`;
  const owner = ownerOf(id) ?? "";
  const [before, after] = [typeAs(context.old.get(owner)), typeAs(context.young.get(owner))];
  const [from, to] = [erasure(was.type, before), erasure(is.type, after)];
  if (!sameType(from, to)) return breaks("field-type", message);
  // Of a type that had no parameters users have the raw one: the parameter is its bound to them.
  const raw = before?.typeParameters.length === 0;
  const now = raw ? is.type.replaceAll(/\$(\d+)/g, (label) => erasure(label, after)) : is.type;
  const narrower = was.final && is.final && isNarrowed(id, was.type, is.type, context);
  return now === was.type || narrower ? safe("field-type", message) : breaks("field-type", message, ["source"]);
}
