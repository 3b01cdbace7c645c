/** The draft of a step: a patch to copy, with the questions that only a person can answer. */
import type { StepPatch } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { capabilitiesQuery, draftsQuery } from "../api/queries.ts";
import { CopyButton } from "../ui/index.ts";
import { PatchView } from "./patch-view.tsx";

export function Draft({ slug, step }: { readonly slug: string; readonly step: string }) {
  const { data: capabilities } = useQuery(capabilitiesQuery);
  const here = capabilities?.drafts === true;
  const { data, error } = useQuery({ ...draftsQuery(slug), enabled: here });
  const found = data?.drafts.find((draft) => draft.step === step);
  if (found !== undefined) return <StepDraft draft={found} />;
  if (capabilities === undefined || (here && data === undefined && error === null))
    return <p className="step-draft muted">Reading what a draft needs…</p>;
  // Nothing to draft after all: the file is there, or nothing is known that could be said.
  if (data !== undefined) return null;
  const command = `freehold next ${slug} --patch --step ${step}`;
  return (
    <p className="step-draft">
      In its repository a draft can be made: <code>{command}</code>{" "}
      <CopyButton text={command} label="Copy the command" />
    </p>
  );
}

function StepDraft({ draft: { files, questions, patch } }: { readonly draft: StepPatch }) {
  return (
    <>
      <PatchView title="Draft" files={files} patch={patch} />
      {questions.length > 0 && (
        <ul className="step-questions">
          <li>What only you know is marked in it:</li>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </>
  );
}
