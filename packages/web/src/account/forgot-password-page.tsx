/** Asking for a link by which to choose another password. */
import { useState } from "react";
import { postAuth } from "../api/client.ts";
import { Form, TextField, textOf } from "../ui/index.ts";
import { Door } from "./door.tsx";

export function ForgotPasswordPage() {
  const [asked, setAsked] = useState<string>();
  const ask = async (fields: FormData) => {
    const email = textOf(fields, "email");
    await postAuth("/request-password-reset", { email });
    setAsked(email);
  };
  return (
    <Door title="Forgot your password?">
      {asked === undefined ? (
        <>
          <p className="muted">A link to choose another one is sent to the address that you sign in with.</p>
          <Form onSend={ask} send="Send the link" label="Forgotten password">
            {() => <TextField name="email" type="email" label="E-mail" complete="username" required autoFocus />}
          </Form>
        </>
      ) : (
        // The same words whether there is an account or not: who has one is nobody's business.
        <p role="status">
          If there is an account of {asked}, a link is on its way. It works once, for an hour. Nothing there after some
          minutes? Look among unwanted mail, or ask an administrator of your organisation.
        </p>
      )}
      <a className="text-link" href="/">
        Back to signing in
      </a>
    </Door>
  );
}
