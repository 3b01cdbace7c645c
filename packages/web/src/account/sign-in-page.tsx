import { Door } from "./door.tsx";
import { type Session, useRefreshAll } from "./session.ts";
import { SignInForm } from "./sign-in-form.tsx";

export function SignInPage({ session }: { readonly session: Session }) {
  const refreshAll = useRefreshAll();
  const { pathname, search } = location;
  const back = pathname === "/sign-in" ? "/" : pathname + search;
  const reason = pathname === "/sign-in" ? reasonOf(new URLSearchParams(search).get("error")) : undefined;
  return (
    <Door title="Sign in">
      {reason !== undefined && (
        <p className="form-error" role="alert">
          {reason}
        </p>
      )}
      <SignInForm ways={session.ways} back={back} onDone={refreshAll} />
      <p className="muted">No account? Ask an administrator of your organisation for an invitation.</p>
    </Door>
  );
}

/** Codes of better-auth after coming back from a provider. */
const REASONS: Readonly<Record<string, string>> = {
  access_denied: "The provider was told not to let you in.",
  account_not_linked:
    "There is an account of this address already. Sign in with its password, or with the provider it was made by.",
  email_not_found: "The provider did not say your e-mail address, by which Freehold knows you.",
  state_mismatch: "Signing in took too long, or began in another window. Try again.",
  please_restart_the_process: "Signing in took too long, or began in another window. Try again.",
};

function reasonOf(code: string | null): string | undefined {
  if (code === null) return undefined;
  return REASONS[code] ?? `The provider could not sign you in (${code.slice(0, 60)}). Try again, or another way.`;
}
