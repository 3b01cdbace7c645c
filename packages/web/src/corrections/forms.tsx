/** The corrections that take words, one form each. */
import type { components } from "@freehold/client";
import type { ComponentType } from "react";
import { useSession } from "../account/session.ts";
import { CheckField, Form, LongField, SelectField, TextField, textOf, textsOf } from "../ui/index.ts";
import type { Correction } from "./queries.ts";

export interface CorrectionFormProps {
  readonly found: components["schemas"]["FoundProduct"];
  readonly onCorrect: (correction: Correction, done: string) => Promise<void>;
  readonly onCancel: () => void;
}

export type FormId = "claim" | "rename" | "edit" | "merge" | "split";

export const forms: readonly {
  readonly id: FormId;
  readonly label: string;
  readonly Content: ComponentType<CorrectionFormProps>;
}[] = [
  { id: "claim", label: "Claim", Content: ClaimForm },
  { id: "rename", label: "Rename", Content: RenameForm },
  { id: "edit", label: "Edit", Content: EditForm },
  { id: "merge", label: "Merge", Content: MergeForm },
  { id: "split", label: "Split", Content: SplitForm },
];

const YEAR = 365 * 24 * 3_600_000;

/** The date on which a claim is asked again, unless somebody says another. */
function inAYear(): string {
  return new Date(Date.now() + YEAR).toISOString().slice(0, 10);
}

function ClaimForm({ found, onCorrect, onCancel }: CorrectionFormProps) {
  const { account } = useSession();
  const claim = async (fields: FormData) => {
    const id = textOf(fields, "id");
    const name = textOf(fields, "name") || id;
    const kind = textOf(fields, "kind") === "group" ? "group" : "person";
    const correction: Correction = { kind: "claim", owner: { kind, id, name }, expires: textOf(fields, "expires") };
    await onCorrect(correction, `${found.row.name} is ${name}’s`);
  };
  return (
    <Form onSend={claim} send="Claim" onCancel={onCancel}>
      {() => (
        <>
          <SelectField
            name="kind"
            label="Who owns it"
            choices={[
              { value: "person", label: "A person" },
              { value: "group", label: "A group" },
            ]}
          />
          <TextField
            name="id"
            label="E-mail address, or name of the group"
            required
            autoFocus
            initial={account?.email ?? found.row.owner?.id ?? ""}
          />
          <TextField name="name" label="Name" initial={account?.name ?? found.row.owner?.name ?? ""} />
          <TextField name="expires" type="date" label="Asked again on" initial={inAYear()} required />
          <GitWins />
        </>
      )}
    </Form>
  );
}

function RenameForm({ found, onCorrect, onCancel }: CorrectionFormProps) {
  const { name, slug } = found.row;
  const rename = async (fields: FormData) => {
    const given = { name: textOf(fields, "name"), slug: textOf(fields, "slug") };
    const changed = {
      ...(given.name === name ? {} : { name: given.name }),
      ...(given.slug === slug ? {} : { slug: given.slug }),
    };
    if (Object.keys(changed).length === 0) throw new Error("It is called so already.");
    await onCorrect({ kind: "rename", ...changed }, `${name} is called ${given.name} now`);
  };
  return (
    <Form onSend={rename} send="Rename" onCancel={onCancel}>
      {() => (
        <>
          <TextField name="name" label="Name" required autoFocus initial={name} />
          <TextField
            name="slug"
            label="Slug"
            hint="In addresses; the one before goes on leading here"
            required
            initial={slug}
          />
          <GitWins />
        </>
      )}
    </Form>
  );
}

const STAGES = ["idea", "proof-of-concept", "alpha", "beta", "stable", "mature", "revenue", "obsolete"] as const;
const KINDS = ["product", "component", "process"] as const;

function EditForm({ found, onCorrect, onCancel }: CorrectionFormProps) {
  const { mission = "", stage = "", kind } = found.row;
  const edit = async (fields: FormData) => {
    const given = textOf(fields, "mission");
    const stated = STAGES.find((value) => value === textOf(fields, "stage"));
    const chosen = KINDS.find((value) => value === textOf(fields, "productKind"));
    const changed = {
      ...(given === mission || given === "" ? {} : { mission: given }),
      ...(stated === undefined || stated === stage ? {} : { stage: stated }),
      ...(chosen === undefined || chosen === kind ? {} : { productKind: chosen }),
    };
    if (Object.keys(changed).length === 0) throw new Error("Nothing is different.");
    await onCorrect({ kind: "edit", ...changed }, "Kept");
  };
  return (
    <Form onSend={edit} send="Keep" onCancel={onCancel}>
      {() => (
        <>
          <LongField
            name="mission"
            label="Mission"
            hint="What it does, and just as clearly what it does not"
            initial={mission}
            most={5000}
            autoFocus
          />
          <SelectField
            name="stage"
            label="Stage"
            initial={stage}
            choices={[{ value: "", label: "Not stated" }, ...STAGES.map((value) => ({ value, label: value }))]}
          />
          <SelectField
            name="productKind"
            label="Kind"
            initial={kind}
            choices={KINDS.map((value) => ({ value, label: value }))}
          />
          <GitWins />
        </>
      )}
    </Form>
  );
}

function MergeForm({ found, onCorrect, onCancel }: CorrectionFormProps) {
  const merge = async (fields: FormData) => {
    const into = textOf(fields, "into");
    await onCorrect({ kind: "merge", into }, `${found.row.name} is part of ${into} now`);
  };
  return (
    <Form onSend={merge} send="Merge" onCancel={onCancel} tone="danger">
      {() => (
        <>
          <TextField
            name="into"
            label="Into which product"
            hint="Its slug, id, or any alias. Units and dependents go there; names of this one lead there"
            required
            autoFocus
          />
        </>
      )}
    </Form>
  );
}

function SplitForm({ found, onCorrect, onCancel }: CorrectionFormProps) {
  const { units } = found.product;
  if (units.length < 2) {
    return <p className="muted">It has one unit, and there is nothing to split.</p>;
  }
  const split = async (fields: FormData) => {
    const chosen = textsOf(fields, "units");
    if (chosen.length === 0 || chosen.length === units.length) throw new Error("Choose some of its units, not all.");
    const name = textOf(fields, "name");
    await onCorrect({ kind: "split", name, units: [...chosen] }, `${name} is a product of its own`);
  };
  return (
    <Form onSend={split} send="Split" onCancel={onCancel}>
      {() => (
        <>
          <TextField name="name" label="Name of the new product" required autoFocus />
          <fieldset className="checks">
            <legend>Its units</legend>
            {units.map((unit) => (
              <CheckField key={unit} name="units" value={unit} label={<code>{unit}</code>} />
            ))}
          </fieldset>
        </>
      )}
    </Form>
  );
}

function GitWins() {
  return (
    <p className="muted">
      Where the charter in its repository says otherwise, the charter holds, and this becomes a suggested commit.
    </p>
  );
}
