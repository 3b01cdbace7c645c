/** Fields of forms: label, what it is for, and what is wrong with it, read together by screen readers. */
import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "email" | "url" | "date" | "number";
  readonly initial?: string;
  readonly readOnly?: boolean;
  readonly complete?: string;
  readonly placeholder?: string;
  readonly most?: number;
}

export function TextField(props: TextFieldProps) {
  const { hint, initial, complete = "off", most, autoFocus = false, error, ...rest } = props;
  return (
    <TextInput
      {...rest}
      {...described(hint, error)}
      {...(initial === undefined ? {} : { defaultValue: initial })}
      autoComplete={complete}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      {...(most === undefined ? {} : { maxLength: most })}
    />
  );
}

export function PasswordField(props: FieldProps & { readonly complete: "current-password" | "new-password" }) {
  const { hint, complete, error, autoFocus = false, ...rest } = props;
  return (
    <PasswordInput
      {...rest}
      {...described(hint, error)}
      autoComplete={complete}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ "aria-label": "Show or hide the password" }}
    />
  );
}

export function LongField(props: FieldProps & { readonly initial?: string; readonly most?: number }) {
  const { hint, initial, most, error, autoFocus = false, ...rest } = props;
  return (
    <Textarea
      {...rest}
      {...described(hint, error)}
      {...(initial === undefined ? {} : { defaultValue: initial })}
      {...(most === undefined ? {} : { maxLength: most })}
      data-autofocus={autoFocus || undefined}
      rows={3}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly initial?: string;
  readonly onChange?: (value: string) => void;
  readonly value?: string;
  readonly disabled?: boolean;
  /** The label is for screen readers only, as where a column has it as heading. */
  readonly bare?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const { hint, choices, initial, onChange, error, bare = false, label, autoFocus = false, value, ...rest } = props;
  return (
    <NativeSelect
      {...rest}
      {...(bare ? { "aria-label": label } : { label })}
      {...described(hint, error)}
      {...(initial === undefined ? {} : { defaultValue: initial })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange: (event) => onChange(event.currentTarget.value) })}
      data={[...choices]}
      data-autofocus={autoFocus || undefined}
      size={bare ? "xs" : "sm"}
    />
  );
}

interface CheckFieldProps {
  readonly name: string;
  readonly value?: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly initial?: boolean;
}

export function CheckField({ name, value = "on", label, hint, initial = false }: CheckFieldProps) {
  return (
    <Checkbox
      name={name}
      value={value}
      label={label}
      defaultChecked={initial}
      {...(hint === undefined ? {} : { description: hint })}
    />
  );
}

function described(hint: ReactNode, error: string | undefined) {
  return { ...(hint === undefined ? {} : { description: hint }), ...(error === undefined ? {} : { error }) };
}
