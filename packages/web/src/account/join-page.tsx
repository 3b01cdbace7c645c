/** Following the link of an invitation, or the one that sets a server up. */
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api } from "../api/client.ts";
import { ErrorState, Form, Loading } from "../ui/index.ts";
import { Door } from "./door.tsx";
import { forgetInvitation, type Invited, invitationQuery, invitationSecret } from "./invitation.ts";
import { NewAccountForm } from "./new-account-form.tsx";
import { type Session, sessionQuery, useRefreshAll } from "./session.ts";
import { Providers, SignInForm } from "./sign-in-form.tsx";
import { signOut } from "./sign-out.ts";
import { ROLES } from "./words.ts";

export function JoinPage() {
  const [secret] = useState(invitationSecret);
  if (secret === undefined) return <Gone detail="This address has no invitation in it. Open the whole link." />;
  return <Invitation secret={secret} />;
}

function Invitation({ secret }: { readonly secret: string }) {
  const { data: session, error: unknown, refetch } = useQuery(sessionQuery);
  const { data: invited, error } = useQuery(invitationQuery(secret));
  if (unknown !== null) return <ErrorState error={unknown} onRetry={() => void refetch()} />;
  if (error !== null) return <Gone detail={error.message} />;
  if (session === undefined || invited === undefined) return <Loading label="Looking the invitation up" />;
  return <Open secret={secret} session={session} invited={invited} />;
}

interface OpenProps {
  readonly secret: string;
  readonly session: Session;
  readonly invited: Invited;
}

function Open({ secret, session, invited }: OpenProps) {
  const { organisation, role, email } = invited;
  const first = email === undefined;
  const router = useRouter();
  const refreshAll = useRefreshAll();
  const [known, setKnown] = useState(false);
  const enter = async () => {
    forgetInvitation();
    await refreshAll();
    router.history.replace("/");
  };
  return (
    <Door title={first ? "Set up Freehold" : `Join ${organisation}`}>
      <p className="muted">
        {first
          ? "Make the first account of this server. It administers everything, and invites the others."
          : `You were invited as ${ROLES[role].name.toLowerCase()}: who ${ROLES[role].may}.`}
      </p>
      {session.account !== undefined && <JoinAs secret={secret} session={session} onDone={enter} />}
      {session.account === undefined && known && (
        <SignInForm ways={session.ways} email={email} back="/join" onDone={refreshAll} />
      )}
      {session.account === undefined && !known && (
        <>
          <NewAccountForm secret={secret} email={email} onDone={enter} />
          <Providers ways={session.ways} back="/join" />
        </>
      )}
      {session.account === undefined && !first && (
        <button type="button" className="text-link" onClick={() => setKnown(!known)}>
          {known ? "I have no account yet" : "I have an account"}
        </button>
      )}
    </Door>
  );
}

interface JoinAsProps {
  readonly secret: string;
  readonly session: Session;
  readonly onDone: () => Promise<void>;
}

function JoinAs({ secret, session, onDone }: JoinAsProps) {
  const join = async () => {
    answered(await api.POST("/api/v1/join", { body: { secret } }));
    await onDone();
  };
  return (
    <>
      <Form send={`Join as ${session.account?.email ?? ""}`} onSend={join}>
        {() => null}
      </Form>
      <button type="button" className="text-link" onClick={() => void signOut()}>
        Sign out, to join by another account
      </button>
    </>
  );
}

function Gone({ detail }: { readonly detail: string }) {
  return (
    <Door title="No invitation">
      <p>{detail}</p>
      <p className="muted">
        Links work once. The one that sets a server up is in the terminal of whoever started it, and a new one is made
        at every start until somebody followed it.
      </p>
      <a className="button" href="/">
        Sign in
      </a>
    </Door>
  );
}
