/** Between the address and its page: whoever is not known signs in first, and is then where they wanted to go. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { chooseOrganisation, chosenOrganisation } from "../api/organisation.ts";
import { onSessionEnded } from "../api/client.ts";
import { ErrorState, Loading } from "../ui/index.ts";
import { NoOrganisation } from "./no-organisation.tsx";
import { type Session, sessionQuery } from "./session.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { SignInPage } from "./sign-in-page.tsx";

export function SessionGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const before = useLastKnown(session);
  useEffect(() => onSessionEnded(() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })), [queries]);
  useEffect(() => {
    // They belong to it no more: look at whichever they do belong to.
    if (session?.account === undefined || session.actor !== undefined || chosenOrganisation() === undefined) return;
    chooseOrganisation(undefined);
    void refetch();
  }, [session, refetch]);
  if (session === undefined) {
    return error === null ? <Loading label="Loading" /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (session.actor !== undefined) return children;
  if (session.account !== undefined) return <NoOrganisation session={session} />;
  if (before === undefined) return <SignInPage session={session} />;
  return (
    <>
      {/* What was written on the page is kept, and goes on after signing in. */}
      {children}
      <SignInAgain session={session} email={before.account?.email} />
    </>
  );
}

/** The session as it was when somebody was known. */
function useLastKnown(session: Session | undefined): Session | undefined {
  const [known, setKnown] = useState<Session>();
  if (session?.actor !== undefined && session !== known) setKnown(session);
  return known;
}
