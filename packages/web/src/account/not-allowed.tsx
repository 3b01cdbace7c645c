/** What may not be done by whoever looks, and whom to ask for it. */
import { useQuery } from "@tanstack/react-query";
import { membersQuery } from "../settings/queries.ts";
import { EmptyState } from "../ui/index.ts";
import { type Right, useSession } from "./session.ts";
import { RIGHTS } from "./words.ts";

export function NotAllowed({ right }: { readonly right: Right }) {
  const { accounts } = useSession();
  const { data: members } = useQuery({ ...membersQuery, enabled: accounts });
  const administrators = members?.items.filter(({ role }) => role === "administrator") ?? [];
  return (
    <EmptyState
      title="You may not do this"
      action={
        <ul className="ask">
          {administrators.map(({ user, name, email }) => (
            <li key={user}>
              {name} <a href={`mailto:${email}`}>{email}</a>
            </li>
          ))}
        </ul>
      }
    >
      It takes the right to {right}: to {RIGHTS[right].may}. An administrator gives it:
    </EmptyState>
  );
}
