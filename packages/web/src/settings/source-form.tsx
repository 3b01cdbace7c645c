/** Adding a source, and changing one. */
import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { Form, SelectField, TextField } from "../ui/index.ts";
import { CredentialFields } from "./credential-fields.tsx";
import { jobsQuery, sourcesQuery } from "./queries.ts";
import { type Source, SOURCE_KINDS, sourceBody } from "./source-body.ts";
import { SourceOptions } from "./source-options.tsx";

interface SourceFormProps {
  /** That is changed; absent: a new one. */
  readonly source?: Source;
  readonly onDone: () => void;
}

export function SourceForm({ source, onDone }: SourceFormProps) {
  const refresh = useRefresh();
  const keep = async (fields: FormData) => {
    const body = sourceBody(fields);
    if (source === undefined) answered(await api.POST("/api/v1/sources", { body }));
    else {
      const params = { path: { source: source.id }, header: { "If-Match": `"${source.version}"` } };
      answered(await api.PUT("/api/v1/sources/{source}", { params, body }));
    }
    await refresh([sourcesQuery.queryKey, jobsQuery.queryKey]);
    onDone();
  };
  return (
    <Form onSend={keep} send={source === undefined ? "Add the source" : "Keep"} onCancel={onDone}>
      {(error) => (
        <>
          <SelectField name="kind" label="What it is" choices={SOURCE_KINDS} initial={source?.kind ?? "github"} />
          <TextField
            name="url"
            label="Address"
            placeholder="https://github.com/acme"
            required
            autoFocus
            initial={source?.url ?? ""}
            error={fieldError(error, "url")}
          />
          <CredentialFields source={source} error={error} />
          <SourceOptions source={source} error={error} />
        </>
      )}
    </Form>
  );
}
