/** A form that is sent once, says what was wrong, and keeps what was written. */
import { type ReactNode, useState } from "react";

interface FormProps {
  /** Called with the fields by name. Throws what went wrong. */
  readonly onSend: (fields: FormData) => Promise<void>;
  readonly send: string;
  /** The fields; given what went wrong the last time. */
  readonly children: (error: Error | undefined) => ReactNode;
  readonly onCancel?: () => void;
  readonly tone?: "primary" | "danger";
  readonly label?: string;
}

export function Form({ onSend, send, children, onCancel, tone = "primary", label }: FormProps) {
  const [state, setState] = useState<"idle" | "sending" | Error>("idle");
  const error = state instanceof Error ? state : undefined;
  const submit = async (fields: FormData) => {
    setState("sending");
    try {
      await onSend(fields);
      setState("idle");
    } catch (thrown) {
      setState(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  };
  return (
    <form
      className="form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== "sending") void submit(new FormData(event.currentTarget));
      }}
    >
      {children(error)}
      {error !== undefined && (
        <p className="form-error" role="alert">
          {error.message}
        </p>
      )}
      <div className="form-buttons">
        {onCancel !== undefined && (
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        )}
        <button type="submit" className={`button button-${tone}`} disabled={state === "sending"}>
          {send}
        </button>
      </div>
    </form>
  );
}

/** The text of a field, without spaces around it; empty where there is none. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}

export function textsOf(fields: FormData, name: string): readonly string[] {
  return fields.getAll(name).filter((value) => typeof value === "string");
}
