import { useState } from "react";
import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { Form, TextField, textOf } from "../ui/index.ts";
import { webhooksQuery } from "./queries.ts";
import { ShownOnce } from "./shown-once.tsx";

export function NewWebhook({ onDone }: { readonly onDone: () => void }) {
  const refresh = useRefresh();
  const [secret, setSecret] = useState<string>();
  const make = async (fields: FormData) => {
    const events = textOf(fields, "events")
      .split(/[\s,]+/)
      .filter(Boolean);
    const body = { url: textOf(fields, "url"), events };
    setSecret(answered(await api.POST("/api/v1/webhooks", { body })).secret);
    await refresh([webhooksQuery.queryKey]);
  };
  if (secret !== undefined) {
    return (
      <ShownOnce what="The secret" secret={secret} hint="The receiver checks signatures with it." onDone={onDone} />
    );
  }
  return (
    <Form onSend={make} send="Make the webhook" onCancel={onDone}>
      {(error) => (
        <>
          <TextField
            name="url"
            type="url"
            label="Address"
            hint="https, and public unless this server’s settings allow a private range"
            placeholder="https://example.org/freehold"
            required
            autoFocus
            error={fieldError(error, "url")}
          />
          <TextField
            name="events"
            label="Types of events"
            hint="Such as product.changed, or product.* for all about products; empty: all"
            error={fieldError(error, "events")}
          />
        </>
      )}
    </Form>
  );
}
