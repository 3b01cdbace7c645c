/** Who belongs to the organisation, and who is invited. */
import type { components } from "@freehold/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, sessionQuery, useMay, useSession } from "../account/session.ts";
import { ROLES } from "../account/words.ts";
import { answered, api } from "../api/client.ts";
import { useAct, useRefresh } from "../api/use-act.ts";
import { Badge, ConfirmButton, Dialog, SelectField } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { Invitations } from "./invitations.tsx";
import { Invite } from "./invite.tsx";
import { membersQuery } from "./queries.ts";
import { ROLE_CHOICES, roleOf } from "./role-choices.ts";

type Member = components["schemas"]["Member"];

export function MembersPart() {
  const query = useQuery(membersQuery);
  const may = useMay("administer");
  const [inviting, setInviting] = useState(false);
  const close = () => setInviting(false);
  return (
    <section>
      <div className="settings-head">
        <p className="muted">
          {may
            ? "Roles hold everywhere; owners decide in their product whatever their role."
            : "An administrator invites people and gives roles."}
        </p>
        {may && (
          <button type="button" className="button button-primary" onClick={() => setInviting(true)}>
            Invite somebody
          </button>
        )}
      </div>
      <Asked query={query}>
        {({ items }) => (
          <ul className="rows" aria-label="Members">
            {items.map((member) => (
              <MemberRow key={member.user} member={member} may={may} />
            ))}
          </ul>
        )}
      </Asked>
      {may && <Invitations />}
      <Dialog opened={inviting} onClose={close} title="Invite somebody">
        <Invite onDone={close} />
      </Dialog>
    </section>
  );
}

function MemberRow({ member, may }: { readonly member: Member; readonly may: boolean }) {
  const { user, name, email, role, since } = member;
  const { actor } = useSession();
  const refresh = useRefresh();
  const act = useAct();
  const path = { params: { path: { user } } };
  const changed = [membersQuery.queryKey, ...(actor?.user === user ? [sessionQuery.queryKey] : [])];
  const give = async (given: Role) =>
    answered(await api.PUT("/api/v1/members/{user}", { ...path, body: { role: given } }));
  const change = (given: Role) =>
    act(async () => await give(given), {
      refresh: changed,
      done: `${name} is ${ROLES[given].name.toLowerCase()} now`,
      undo: () => act(async () => await give(role), { refresh: changed }),
    });
  const remove = async () => {
    answered(await api.DELETE("/api/v1/members/{user}", path));
    await refresh(changed);
  };
  const signOut = async () => {
    answered(await api.DELETE("/api/v1/members/{user}/sessions", path));
  };
  return (
    <li>
      <span className="rows-main">
        {name} {actor?.user === user && <Badge tone="good">you</Badge>}
      </span>
      <span className="muted">
        {email} · since {since.slice(0, 10)}
      </span>
      {may ? (
        <span className="rows-actions">
          <SelectField
            name="role"
            label={`Role of ${name}`}
            bare
            value={role}
            choices={ROLE_CHOICES}
            onChange={(value) => change(roleOf(value))}
          />
          <ConfirmButton
            label="Sign out"
            named={`Sign out ${name}`}
            title={`Sign ${name} out everywhere?`}
            onConfirm={signOut}
          >
            <p>As when a machine was lost. They can sign in again; their tokens go on.</p>
          </ConfirmButton>
          <ConfirmButton label="Remove" named={`Remove ${name}`} title={`Remove ${name}?`} onConfirm={remove}>
            <p>
              {name} sees nothing of this organisation any more, and their tokens stop at once. What they own stays
              theirs on paper until somebody else claims it.
            </p>
          </ConfirmButton>
        </span>
      ) : (
        <Badge title={ROLES[role].may}>{ROLES[role].name}</Badge>
      )}
    </li>
  );
}
