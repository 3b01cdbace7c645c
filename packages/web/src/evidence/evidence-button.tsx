/** The way from a claim to its evidence: one click. */
import { useContext } from "react";
import { Icon } from "../ui/index.ts";
import { type Claimed, HomeContext, useEvidence } from "./context.ts";

export function EvidenceButton({ claimed, words = false }: { readonly claimed: Claimed; readonly words?: boolean }) {
  const show = useEvidence();
  const home = useContext(HomeContext);
  const { subject, evidence, total = evidence.length } = claimed;
  return (
    <button
      type="button"
      className={words ? "evidence-link" : "icon-button evidence-button"}
      aria-label={`${words ? "why? " : ""}Evidence for: ${subject}`}
      title={total === 1 ? "Why? 1 place" : `Why? ${total} places`}
      onClick={() => show({ ...claimed, repository: claimed.repository ?? home })}
    >
      <Icon name="evidence" />
      {words && <span>why?</span>}
    </button>
  );
}
