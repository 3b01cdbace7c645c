import type { Check } from "../../check.ts";
import { failed, passed } from "../../outcome.ts";

/** An owner whom nobody can find answers to nobody. */
export const ownerCanBeReached: Check = {
  name: "owner-can-be-reached",
  title: "Its owner is named, and can be reached",
  looksAt:
    "Owners that a file declares (charter, CODEOWNERS, manifest, …), and whether a team, a login or an address goes with the name.",
  mend: "Name under `owners` in its product.yaml a login, a team or an address.",
  source: "Doctrine S1: every product an owner; D6.",
  effort: "minutes",
  step: "charter",
  run({ product, portfolio, missing }) {
    const { declared, owner } = product.ownership;
    if (declared.length === 0) {
      const guess = owner === undefined ? "" : ` The history points at ${owner.value.name}.`;
      return failed(`No file names its owner.${guess}`, owner?.evidence.slice(0, 2) ?? [missing("no owner declared")]);
    }
    const reached = declared.find(({ value: { kind, id, name } }) => {
      const person = portfolio.people.get(id);
      return (
        kind === "group" ||
        id.includes("@") ||
        name.includes("@") ||
        (person !== undefined && (person.logins.length > 0 || person.emails.length > 0))
      );
    });
    return reached === undefined
      ? failed(
          `${declared[0]?.value.name ?? ""} is named, without a login or an address.`,
          declared[0]?.evidence.slice(0, 2) ?? [],
        )
      : passed(`${reached.value.name} is named as its owner.`, reached.evidence.slice(0, 2));
  },
};
