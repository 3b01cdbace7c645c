/** What a module declares beside its exports. */
import type { Finding } from "../../promise.ts";
import { breaks, safe } from "./context.ts";
import type { ModuleStructure } from "./structure.ts";

export function moduleChanges(was: ModuleStructure, is: ModuleStructure): Finding[] {
  const findings: Finding[] = [];
  if (was.name !== is.name)
    findings.push(breaks("module-renamed", `the module is called ${is.name} in place of ${was.name}`));
  if (was.open && !is.open) findings.push(breaks("module-closed", `the module ${is.name} is open no more`, ["binary"]));
  else if (was.open !== is.open) findings.push(safe("module-opened", `the module ${is.name} is open`));
  const lost = was.directives.filter(
    (one) => !is.directives.includes(one) && !one.startsWith("uses ") && !(is.open && one.startsWith("opens ")),
  );
  const gained = is.directives.filter((one) => !was.directives.includes(one));
  if (lost.length > 0) findings.push(breaks("module-directive", `the module no longer ${lost.join(", nor ")}`));
  else if (gained.length > 0) findings.push(safe("module-directive", `the module ${gained.join(", ")}`));
  return findings;
}
