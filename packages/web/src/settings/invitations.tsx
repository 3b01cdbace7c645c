/** Invitations that nobody followed yet. */
import { useQuery } from "@tanstack/react-query";
import { ROLES } from "../account/words.ts";
import { answered, api } from "../api/client.ts";
import { useAct } from "../api/use-act.ts";
import { Badge } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { invitationsQuery } from "./queries.ts";

export function Invitations() {
  const query = useQuery(invitationsQuery);
  const act = useAct();
  const withdraw = (invitation: string) =>
    act(
      async () => answered(await api.DELETE("/api/v1/invitations/{invitation}", { params: { path: { invitation } } })),
      { refresh: [invitationsQuery.queryKey], done: "The invitation is withdrawn" },
    );
  return (
    <Asked query={query}>
      {({ items }) => {
        const open = items.filter(({ used, email }) => used === undefined && email !== undefined);
        if (open.length === 0) return null;
        return (
          <>
            <h2>Invited</h2>
            <ul className="rows" aria-label="Invitations">
              {open.map(({ id, email, role, expires }) => (
                <li key={id}>
                  <span className="rows-main">
                    {email} <Badge>{ROLES[role].name}</Badge>
                  </span>
                  <span className="muted">
                    {Date.parse(expires) < Date.now() ? "expired" : "until"} {expires.slice(0, 10)}
                  </span>
                  <button
                    type="button"
                    className="button"
                    aria-label={`Withdraw the invitation of ${email}`}
                    onClick={() => withdraw(id)}
                  >
                    Withdraw
                  </button>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Asked>
  );
}
