import type { DriftSubject } from "../subject.ts";

/** Who owns a product is for people to say, so nothing is edited. */
export const owner: DriftSubject = {
  id: "owner",
  lines({ product: { ownership } }) {
    const [declared] = ownership.declared;
    const [best] = ownership.ranked;
    const wrong = ownership.findings.find((finding) => finding === "declared-disagrees" || finding === "owner-left");
    if (declared === undefined || wrong === undefined) return [];
    const observed =
      wrong === "owner-left" ? "no longer active here" : `the history shows ${best?.person ?? "somebody else"}`;
    return [
      {
        declared: declared.value.name,
        observed,
        evidence: [...declared.evidence, ...(best?.evidence ?? [])].slice(0, 6),
        mend: "Name who looks after it now under `owners` in its charter, or say that it is up for adoption.",
      },
    ];
  },
};
