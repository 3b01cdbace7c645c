import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { Form, PasswordField, SelectField, TextField, textOf } from "../ui/index.ts";
import { jobsQuery, sourcesQuery } from "./queries.ts";

const KINDS = [
  { value: "github", label: "GitHub: an organisation or a person" },
  { value: "gitlab", label: "GitLab: a group" },
  { value: "git", label: "One repository, by its address" },
  { value: "folder", label: "A folder of this server" },
] as const;

export function NewSource({ onDone }: { readonly onDone: () => void }) {
  const refresh = useRefresh();
  const add = async (fields: FormData) => {
    const kind = KINDS.find(({ value }) => value === textOf(fields, "kind"))?.value ?? "git";
    const token = textOf(fields, "token");
    const body = {
      kind,
      url: textOf(fields, "url"),
      ...(token === "" ? {} : { credential: { kind: "token" as const, token } }),
    };
    answered(await api.POST("/api/v1/sources", { body }));
    await refresh([sourcesQuery.queryKey, jobsQuery.queryKey]);
    onDone();
  };
  return (
    <Form onSend={add} send="Add the source" onCancel={onDone}>
      {(error) => (
        <>
          <SelectField name="kind" label="What it is" choices={KINDS} initial="github" />
          <TextField
            name="url"
            label="Address"
            placeholder="https://github.com/acme"
            required
            autoFocus
            error={fieldError(error, "url")}
          />
          <PasswordField
            name="token"
            label="Token"
            hint="That may read these repositories and nothing else; empty for what anybody may read. It is kept sealed and never shown."
            complete="new-password"
            error={fieldError(error, "credential")}
          />
        </>
      )}
    </Form>
  );
}
