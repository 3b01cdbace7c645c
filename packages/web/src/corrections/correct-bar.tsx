/** What may be decided about this product, for whoever may; for others, whom to ask. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isKept, useSession } from "../account/session.ts";
import { Dialog } from "../ui/index.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { forms, type FormId } from "./forms.tsx";
import { keptProductQuery, rightsQuery } from "./queries.ts";
import { useCorrect } from "./use-correct.ts";
import { VerdictButtons } from "./verdict-buttons.tsx";

interface CorrectBarProps {
  readonly product: string;
  /** Where the verdict on a candidate stands beside it already. */
  readonly otherwise?: true;
}

export function CorrectBar({ product, otherwise }: CorrectBarProps) {
  const session = useSession();
  const kept = isKept(session);
  const { data: found } = useQuery({ ...keptProductQuery(product), enabled: kept });
  const { data: rights } = useQuery({ ...rightsQuery(product), enabled: kept });
  const [open, setOpen] = useState<FormId>();
  const { correct } = useCorrect();
  if (!kept || found === undefined || rights === undefined) return null;
  if (!rights.rights.includes("correct")) {
    return (
      <p className="correct-note muted">
        {rights.owner === undefined ? "A contributor or an administrator" : `${rights.owner.name}, who owns it,`}{" "}
        decides about this product.
      </p>
    );
  }
  const { row } = found;
  const close = () => setOpen(undefined);
  const form = forms.find(({ id }) => id === open);
  return (
    <div className="correct" role="group" aria-label="Decide about this product">
      {otherwise === undefined && <VerdictButtons row={row} />}
      {forms.map(({ id, label }) => (
        <button key={id} type="button" className="button" onClick={() => setOpen(id)}>
          {label}
        </button>
      ))}
      <Dialog opened={form !== undefined} onClose={close} title={form === undefined ? "" : `${form.label} ${row.name}`}>
        {form !== undefined && (
          <ConflictNote product={product} seen={row}>
            {(version) => (
              <form.Content
                found={found}
                onCancel={close}
                onCorrect={async (correction, done) => {
                  await correct(row.id, version, correction, done);
                  close();
                }}
              />
            )}
          </ConflictNote>
        )}
      </Dialog>
    </div>
  );
}
