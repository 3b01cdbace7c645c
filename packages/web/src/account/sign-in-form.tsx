/** Signing in by the ways that this server allows; in place, so that whoever signs in is where they were. */
import { postAuth } from "../api/client.ts";
import { Form, PasswordField, TextField, textOf } from "../ui/index.ts";
import type { Session } from "./session.ts";

interface SignInFormProps {
  readonly ways: Session["ways"];
  readonly email?: string | undefined;
  /** Where a provider sends people back to; a path of this app. */
  readonly back: string;
  readonly onDone: () => Promise<void>;
}

export function SignInForm({ ways, email, back, onDone }: SignInFormProps) {
  const sign = async (fields: FormData) => {
    const password = fields.get("password");
    await postAuth("/sign-in/email", { email: textOf(fields, "email"), password });
    await onDone();
  };
  return (
    <div className="sign-in">
      {ways.password && (
        <Form onSend={sign} send="Sign in" label="Sign in">
          {() => (
            <>
              <TextField
                name="email"
                type="email"
                label="E-mail"
                complete="username"
                required
                autoFocus={email === undefined}
                {...(email === undefined ? {} : { initial: email })}
              />
              <PasswordField
                name="password"
                label="Password"
                complete="current-password"
                required
                autoFocus={email !== undefined}
              />
            </>
          )}
        </Form>
      )}
      {ways.password && ways.reset && (
        <a className="text-link" href="/forgot-password">
          Forgot your password?
        </a>
      )}
      <Providers ways={ways} back={back} />
    </div>
  );
}

const PROVIDERS = [
  { id: "github", name: "Sign in with GitHub" },
  { id: "oidc", name: "Sign in with your organisation" },
] as const;

/** Other places that know who somebody is. */
export function Providers({ ways, back }: Pick<SignInFormProps, "ways" | "back">) {
  const offered = PROVIDERS.filter(({ id }) => ways[id]);
  if (offered.length === 0) return null;
  return (
    <div className="providers">
      {offered.map(({ id, name }) => (
        <Form key={id} send={name} onSend={async () => await goTo(id, back)}>
          {() => null}
        </Form>
      ))}
    </div>
  );
}

async function goTo(provider: string, back: string): Promise<void> {
  const answer = await postAuth("/sign-in/social", { provider, callbackURL: back, errorCallbackURL: "/sign-in" });
  const url: unknown = typeof answer === "object" && answer !== null && "url" in answer ? answer.url : undefined;
  if (typeof url !== "string") throw new Error("This way of signing in does not work at the moment.");
  location.assign(url);
}
