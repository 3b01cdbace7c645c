import { fieldError } from "../api/api-error.ts";
import { answered, api } from "../api/client.ts";
import { Form, PasswordField, TextField, textOf } from "../ui/index.ts";

interface NewAccountFormProps {
  readonly secret: string;
  /** For whom the invitation is; absent: they say it themselves. */
  readonly email: string | undefined;
  readonly onDone: () => Promise<void>;
}

export function NewAccountForm({ secret, email, onDone }: NewAccountFormProps) {
  const join = async (fields: FormData) => {
    const password = fields.get("password");
    const body = {
      secret,
      name: textOf(fields, "name"),
      email: textOf(fields, "email"),
      password: typeof password === "string" ? password : "",
    };
    answered(await api.POST("/api/v1/join", { body }));
    await onDone();
  };
  return (
    <Form onSend={join} send="Make the account" label="New account">
      {(error) => (
        <>
          <TextField
            name="name"
            label="Name"
            complete="name"
            required
            autoFocus
            most={200}
            error={fieldError(error, "name")}
          />
          <TextField
            name="email"
            type="email"
            label="E-mail"
            complete="username"
            required
            error={fieldError(error, "email")}
            {...(email === undefined ? {} : { initial: email, readOnly: true, hint: "The address that was invited" })}
          />
          <PasswordField
            name="password"
            label="Password"
            hint="12 characters or more"
            complete="new-password"
            required
            error={fieldError(error, "password")}
          />
        </>
      )}
    </Form>
  );
}
