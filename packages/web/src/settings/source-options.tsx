/** Which repositories of a source are scanned, how much of them, and when. */
import { fieldError } from "../api/api-error.ts";
import { CheckField, LongField, PasswordField, TextField } from "../ui/index.ts";
import type { Source } from "./source-body.ts";

interface SourceOptionsProps {
  readonly source: Source | undefined;
  readonly error: Error | undefined;
}

const NAMES = ["api", "include", "exclude", "depth", "every", "hookSecret"] as const;

export function SourceOptions({ source, error }: SourceOptionsProps) {
  const wrong = Object.fromEntries(NAMES.map((name) => [name, fieldError(error, name)]));
  return (
    // Open where something in it is wrong, and where a source is changed.
    <details className="form-more" open={source !== undefined || Object.values(wrong).some(Boolean) || undefined}>
      <summary>Which repositories, and when</summary>
      <LongField
        name="include"
        label="Only these repositories"
        hint="One a line; * stands for any characters: billing-*. Empty: all"
        initial={source?.include.join("\n") ?? ""}
        error={wrong["include"]}
      />
      <LongField name="exclude" label="Not these" initial={source?.exclude.join("\n") ?? ""} error={wrong["exclude"]} />
      <CheckField name="archived" label="Archived ones too" initial={source?.archived ?? false} />
      <CheckField name="forks" label="Forks too" initial={source?.forks ?? false} />
      <CheckField
        name="facts"
        label="What only the host knows"
        hint="Description, topics, how soon issues are answered"
        initial={source?.facts ?? true}
      />
      <TextField
        name="every"
        label="Hours between two looks"
        hint="Empty: 24"
        initial={source === undefined ? "" : String(source.every)}
        error={wrong["every"]}
      />
      <TextField
        name="depth"
        label="Commits of history"
        hint="Empty: all, by which owners are found"
        initial={source?.depth === undefined ? "" : String(source.depth)}
        error={wrong["depth"]}
      />
      <CheckField name="active" label="Look by schedule, and when the host says so" initial={source?.active ?? true} />
      <PasswordField
        name="hookSecret"
        label="Secret of webhooks"
        hint={source === undefined ? HOOK : `${HOOK}. Empty: as it was. They go to ${source.hook.url}`}
        complete="new-password"
        error={wrong["hookSecret"]}
      />
      <TextField
        name="api"
        label="Address of the API"
        hint="Where the host has it at another place than usual"
        initial={source?.api ?? ""}
        error={wrong["api"]}
      />
    </details>
  );
}

const HOOK = "By which the host is known when it tells of changes; 16 characters or more";
