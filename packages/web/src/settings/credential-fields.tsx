/** By what a source may be read: fields for the kind that is chosen. */
import { useState } from "react";
import { fieldError } from "../api/api-error.ts";
import { LongField, PasswordField, SelectField, TextField } from "../ui/index.ts";
import type { CredentialChoice, SecretPlace, Source } from "./source-body.ts";

interface CredentialFieldsProps {
  readonly source: Source | undefined;
  readonly error: Error | undefined;
}

const CHOICES: readonly { readonly value: CredentialChoice; readonly label: string }[] = [
  { value: "none", label: "Nothing: what anybody may see" },
  { value: "token", label: "A token" },
  { value: "app", label: "A GitHub App" },
  { value: "key", label: "An SSH key" },
];

const PLACES: readonly { readonly value: SecretPlace; readonly label: string }[] = [
  { value: "here", label: "Here: it is kept sealed and never shown" },
  { value: "environment", label: "In a variable of the server" },
  { value: "file", label: "In a file of the server" },
];

export function CredentialFields({ source, error }: CredentialFieldsProps) {
  const [kind, setKind] = useState<string>(source === undefined ? "none" : "as it was");
  const [place, setPlace] = useState<string>("here");
  const wrong = fieldError(error, "credential");
  const choices = source === undefined ? CHOICES : [{ value: "as it was", label: asItWas(source) }, ...CHOICES];
  const secret = kind === "token" ? "Token" : "Private key";
  return (
    <>
      <SelectField
        name="credential"
        label="Read by"
        choices={choices}
        value={kind}
        onChange={setKind}
        {...(kind === "none" ? { error: wrong } : {})}
      />
      {kind === "app" && (
        <>
          <TextField name="app" label="Id of the app, or its client id" required />
          <TextField
            name="installation"
            type="number"
            label="Installation"
            hint="Empty: the one of the organisation that is read"
          />
        </>
      )}
      {kind === "token" && (
        <TextField name="user" label="User name" hint="That goes with the token, where a git host wants one" />
      )}
      {(kind === "token" || kind === "app" || kind === "key") && (
        <>
          <SelectField
            name="secretPlace"
            label="Where the secret is"
            choices={PLACES}
            value={place}
            onChange={setPlace}
          />
          <Secret label={secret} place={place} lines={kind !== "token"} error={wrong} />
        </>
      )}
      {kind === "key" && (
        <LongField
          name="knownHosts"
          label="Known hosts"
          hint="Lines of known_hosts; no other host is trusted"
          required
        />
      )}
    </>
  );
}

interface SecretProps {
  readonly label: string;
  readonly place: string;
  /** A key has several. */
  readonly lines: boolean;
  readonly error: string | undefined;
}

function Secret({ label, place, lines, error }: SecretProps) {
  if (place === "environment") {
    return (
      <TextField
        name="secret"
        label="Name of the variable"
        placeholder="FREEHOLD_CREDENTIAL_ACME"
        required
        error={error}
      />
    );
  }
  if (place === "file") {
    return (
      <TextField
        name="secret"
        label="Name of the file"
        hint="In the folder of the setting sources.credentials"
        required
        error={error}
      />
    );
  }
  if (lines) return <LongField name="secret" label={label} hint="In PEM" required error={error} />;
  return (
    <PasswordField
      name="secret"
      label={label}
      hint="That may read these repositories and nothing else"
      complete="new-password"
      required
      error={error}
    />
  );
}

function asItWas({ credential: { kind, from } }: Source): string {
  const known = CHOICES.find(({ value }) => value === kind)?.label ?? kind;
  return from === undefined ? `As it was: ${known}` : `As it was: ${known} (${from})`;
}
