/** Over the page, when a session ended while somebody was at work. */
import { Dialog } from "../ui/index.ts";
import { answered, api } from "../api/client.ts";
import { type Session, useRefreshAll } from "./session.ts";
import { SignInForm } from "./sign-in-form.tsx";

interface SignInAgainProps {
  readonly session: Session;
  /** Of whoever was signed in. */
  readonly email: string | undefined;
}

export function SignInAgain({ session, email }: SignInAgainProps) {
  const refreshAll = useRefreshAll();
  const goOn = async () => {
    const { account } = answered(await api.GET("/api/v1/session"));
    // What is on the page was somebody else's.
    if (account?.email !== email) location.reload();
    else await refreshAll();
  };
  return (
    <Dialog opened onClose={() => location.reload()} title="Your session ended">
      <p className="muted">Sign in again to go on where you were; what you wrote is still there.</p>
      <SignInForm ways={session.ways} email={email} back={location.pathname + location.search} onDone={goOn} />
    </Dialog>
  );
}
