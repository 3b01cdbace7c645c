/** Following the link of the mail: choosing another password. */
import { useState } from "react";
import { postAuth } from "../api/client.ts";
import { Form, PasswordField } from "../ui/index.ts";
import { Door } from "./door.tsx";

export function ResetPasswordPage() {
  const [token] = useState(takeToken);
  const [done, setDone] = useState(false);
  const choose = async (fields: FormData) => {
    await postAuth("/reset-password", { token, newPassword: fields.get("password") });
    setDone(true);
  };
  if (token === "") return <NoLink />;
  return (
    <Door title="Choose a new password">
      {done ? (
        <>
          <p role="status">Your password is changed, and you are signed out everywhere.</p>
          <a className="button button-primary" href="/">
            Sign in
          </a>
        </>
      ) : (
        <Form onSend={choose} send="Change the password" label="Another password">
          {(error) => (
            <>
              <PasswordField
                name="password"
                label="New password"
                hint="12 characters or more"
                complete="new-password"
                required
                autoFocus
              />
              {error !== undefined && <Again />}
            </>
          )}
        </Form>
      )}
    </Door>
  );
}

function NoLink() {
  return (
    <Door title="No link">
      <p>This address has no link of a mail in it. Open the whole link.</p>
      <Again />
    </Door>
  );
}

function Again() {
  return (
    <p className="muted">
      Links work once, for an hour.{" "}
      <a className="text-link" href="/forgot-password">
        Ask for another one
      </a>
    </p>
  );
}

/** It stands behind `#`, where no server sees it, and does not stay in the history of the browser. */
function takeToken(): string {
  const token = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname);
  return token;
}
