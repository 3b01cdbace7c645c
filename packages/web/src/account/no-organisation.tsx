/** Signed in, but a member of nothing: an account alone shows nothing. */
import { Door } from "./door.tsx";
import type { Session } from "./session.ts";
import { signOut } from "./sign-out.ts";

export function NoOrganisation({ session }: { readonly session: Session }) {
  const email = session.account?.email ?? "";
  return (
    <Door title="Ask for an invitation">
      <p>
        You are signed in as <strong>{email}</strong>, who belongs to no organisation here yet.
      </p>
      <p className="muted">
        An administrator of your organisation makes an invitation for this address under Settings, Members, and sends
        you its link. Follow it in this browser.
      </p>
      <div className="form-buttons">
        <button type="button" className="button" onClick={() => location.reload()}>
          Look again
        </button>
        <button type="button" className="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </Door>
  );
}
