/** API tokens: made for oneself, shown once, revoked at once. */
import type { components } from "@freehold/client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay, useSession } from "../account/session.ts";
import { answered, api } from "../api/client.ts";
import { useRefresh } from "../api/use-act.ts";
import { formatAgo } from "../format/format.ts";
import { Badge, ConfirmButton, Dialog, EmptyState } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { NewToken } from "./new-token.tsx";
import { membersQuery, tokensQuery } from "./queries.ts";

type Token = components["schemas"]["Token"];

export function TokensPart() {
  const query = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const close = () => setMaking(false);
  const make = (
    <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
      New token
    </button>
  );
  return (
    <section>
      <div className="settings-head">
        <p className="muted">
          A token lets a script or continuous integration act for you, with no more rights than you give it.
        </p>
        {make}
      </div>
      <Asked query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No tokens yet">
              Make one for `freehold push` in continuous integration: with the right to ingest, and nothing else.
            </EmptyState>
          ) : (
            <ul className="rows" aria-label="Tokens">
              {items
                .toSorted((a, b) => Number(a.revoked !== undefined) - Number(b.revoked !== undefined))
                .map((token) => (
                  <TokenRow key={token.id} token={token} />
                ))}
            </ul>
          )
        }
      </Asked>
      <Dialog opened={making} onClose={close} title="New token">
        <NewToken onDone={close} />
      </Dialog>
    </section>
  );
}

function TokenRow({ token }: { readonly token: Token }) {
  const { actor } = useSession();
  const everybodys = useMay("administer");
  const { data: members } = useQuery({ ...membersQuery, enabled: everybodys });
  const refresh = useRefresh();
  const { id, name, scopes, used, expires, revoked, actor: owner } = token;
  const revoke = async () => {
    answered(await api.DELETE("/api/v1/tokens/{token}", { params: { path: { token: id } } }));
    await refresh([tokensQuery.queryKey]);
  };
  const ended = expires !== undefined && isPast(expires);
  const whose = owner === actor?.user ? "you" : (members?.items.find(({ user }) => user === owner)?.email ?? owner);
  return (
    <li>
      <span className="rows-main">
        {name}{" "}
        {scopes.map((scope) => (
          <Badge key={scope}>{scope}</Badge>
        ))}{" "}
        {revoked !== undefined && <Badge tone="bad">revoked</Badge>}
        {revoked === undefined && ended && <Badge tone="warn">expired</Badge>}
      </span>
      <span className="muted">
        acts for {whose} · {used === undefined ? "never used" : `used ${formatAgo(used)}`}
        {expires === undefined || ended ? "" : ` · until ${expires.slice(0, 10)}`}
      </span>
      {revoked === undefined && (
        <ConfirmButton label="Revoke" named={`Revoke ${name}`} title={`Revoke ${name}?`} onConfirm={revoke}>
          <p>Whatever uses it is refused from now on. This can’t be taken back.</p>
        </ConfirmButton>
      )}
    </li>
  );
}

function isPast(moment: string): boolean {
  return Date.parse(moment) < Date.now();
}
