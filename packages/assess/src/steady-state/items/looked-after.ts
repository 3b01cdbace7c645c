import { failed, passed } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** Somebody answers for it, and is still there. */
export const lookedAfter: SteadyStateItem = {
  id: "looked-after",
  title: "Somebody who is still there answers for it",
  mend: "Find it an owner and name them in its charter, or say that it is up for adoption.",
  run(context) {
    const { owner, findings } = context.product.ownership;
    if (owner === undefined)
      return failed("Nobody is known to own it.", [context.missing("no owner declared or inferred")]);
    const [seen] = owner.evidence;
    const sight = seen === undefined ? { detail: owner.value.name } : { ...seen };
    if (findings.includes("owner-left")) return failed(`${owner.value.name} is no longer active here.`, [sight]);
    return passed(`${owner.value.name} answers for it (${owner.provenance}).`, [sight]);
  },
};
