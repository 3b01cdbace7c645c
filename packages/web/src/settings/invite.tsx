import { useState } from "react";
import { ROLES } from "../account/words.ts";
import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { Form, SelectField, TextField, textOf } from "../ui/index.ts";
import { invitationsQuery } from "./queries.ts";
import { ROLE_CHOICES, roleOf } from "./role-choices.ts";
import { ShownOnce } from "./shown-once.tsx";

export function Invite({ onDone }: { readonly onDone: () => void }) {
  const refresh = useRefresh();
  const [made, setMade] = useState<{ readonly email: string; readonly link: string }>();
  const invite = async (fields: FormData) => {
    const body = { email: textOf(fields, "email"), role: roleOf(textOf(fields, "role")), days: 7 };
    const { link } = answered(await api.POST("/api/v1/invitations", { body }));
    setMade({ email: body.email, link: link.startsWith("/") ? location.origin + link : link });
    await refresh([invitationsQuery.queryKey]);
  };
  if (made !== undefined) {
    const hint = `Send it to ${made.email} alone: it works once, for seven days, for whoever opens it.`;
    return <ShownOnce what="The link" secret={made.link} hint={hint} onDone={onDone} />;
  }
  return (
    <Form onSend={invite} send="Make the link" onCancel={onDone}>
      {(error) => (
        <>
          <TextField name="email" type="email" label="E-mail" required autoFocus error={fieldError(error, "email")} />
          <SelectField name="role" label="Role" choices={ROLE_CHOICES} initial="contributor" hint={WORDS} />
        </>
      )}
    </Form>
  );
}

const WORDS = Object.values(ROLES)
  .map(({ name, may }) => `${name}: ${may}.`)
  .join(" ");
