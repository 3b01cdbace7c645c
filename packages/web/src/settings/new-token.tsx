import { useState } from "react";
import { useSession } from "../account/session.ts";
import { RIGHTS } from "../account/words.ts";
import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { CheckField, Form, SelectField, TextField, textOf, textsOf } from "../ui/index.ts";
import { tokensQuery } from "./queries.ts";
import { ShownOnce } from "./shown-once.tsx";

const LIVES = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "366", label: "A year" },
];

const ALL = ["read", "ingest", "correct", "administer"] as const;

export function NewToken({ onDone }: { readonly onDone: () => void }) {
  const { actor } = useSession();
  const refresh = useRefresh();
  const [made, setMade] = useState<string>();
  const make = async (fields: FormData) => {
    const chosen = new Set(textsOf(fields, "scopes"));
    const scopes = ALL.filter((scope) => chosen.has(scope));
    if (scopes.length === 0) throw new Error("Choose what it may do.");
    const body = { name: textOf(fields, "name"), scopes, days: Number(textOf(fields, "days")) };
    setMade(answered(await api.POST("/api/v1/tokens", { body })).token);
    await refresh([tokensQuery.queryKey]);
  };
  if (made !== undefined) {
    const hint = "Keep it where secrets are kept; for freehold push as the variable FREEHOLD_TOKEN.";
    return <ShownOnce what="The token" secret={made} hint={hint} onDone={onDone} />;
  }
  return (
    <Form onSend={make} send="Make the token" onCancel={onDone}>
      {(error) => (
        <>
          <TextField
            name="name"
            label="What it is for"
            required
            autoFocus
            most={200}
            error={fieldError(error, "name")}
          />
          <fieldset className="checks">
            <legend>It may</legend>
            {ALL.map((scope) => (
              <CheckField
                key={scope}
                name="scopes"
                value={scope}
                label={RIGHTS[scope].name}
                hint={
                  actor?.rights.includes(scope) === true
                    ? RIGHTS[scope].may
                    : `${RIGHTS[scope].may}: as far as you may yourself, in products that you own`
                }
                initial={scope === "read"}
              />
            ))}
          </fieldset>
          <SelectField name="days" label="It ends after" choices={LIVES} initial="90" />
        </>
      )}
    </Form>
  );
}
