/** Name, password, and where one is signed in. */
import { useQuery } from "@tanstack/react-query";
import { sessionQuery, useSession } from "../account/session.ts";
import { ROLES } from "../account/words.ts";
import { answered, api, postAuth } from "../api/client.ts";
import { useAct, useRefresh } from "../api/use-act.ts";
import { formatAgo } from "../format/format.ts";
import { Badge, Form, PasswordField, TextField, textOf, useNotify } from "../ui/index.ts";
import { agentName } from "./agent-name.ts";
import { Asked } from "./asked.tsx";
import { sessionsQuery } from "./queries.ts";

export function ProfilePart() {
  const { account, actor } = useSession();
  const refresh = useRefresh();
  const notify = useNotify();
  const rename = async (fields: FormData) => {
    await postAuth("/update-user", { name: textOf(fields, "name") });
    await refresh([sessionQuery.queryKey]);
    notify({ text: "Your name is changed" });
  };
  const changePassword = async (fields: FormData) => {
    const [currentPassword, newPassword] = [fields.get("current"), fields.get("new")];
    await postAuth("/change-password", { currentPassword, newPassword, revokeOtherSessions: true });
    await refresh([sessionsQuery.queryKey]);
    notify({ text: "Your password is changed; you are signed out everywhere else" });
  };
  return (
    <div className="settings-columns">
      <section>
        <h2>You</h2>
        <p className="muted">
          {account?.email}
          {actor?.role === undefined ? "" : ` · ${ROLES[actor.role].name}, who ${ROLES[actor.role].may}`}
        </p>
        <Form onSend={rename} send="Change the name" label="Your name">
          {() => <TextField name="name" label="Name" required most={200} initial={account?.name ?? ""} />}
        </Form>
      </section>
      <section>
        <h2>Password</h2>
        <Form onSend={changePassword} send="Change the password" label="Your password">
          {() => (
            <>
              <PasswordField name="current" label="Present password" complete="current-password" required />
              <PasswordField
                name="new"
                label="New password"
                hint="12 characters or more"
                complete="new-password"
                required
              />
            </>
          )}
        </Form>
      </section>
      <Sessions />
    </div>
  );
}

function Sessions() {
  const query = useQuery(sessionsQuery);
  const act = useAct();
  const refresh = [sessionsQuery.queryKey];
  const end = (session: string) =>
    act(async () => answered(await api.DELETE("/api/v1/sessions/{session}", { params: { path: { session } } })), {
      refresh,
      done: "Signed out there",
    });
  const endOthers = () =>
    act(async () => answered(await api.DELETE("/api/v1/sessions")), { refresh, done: "Signed out everywhere else" });
  return (
    <section className="settings-wide">
      <h2>Where you are signed in</h2>
      <Asked query={query}>
        {({ items }) => (
          <>
            <ul className="rows" aria-label="Sessions">
              {items.map(({ id, agent, address, updated, current }) => (
                <li key={id}>
                  <span className="rows-main">
                    {agentName(agent)} {current && <Badge tone="good">this one</Badge>}
                  </span>
                  <span className="muted">
                    {address} · seen {formatAgo(updated)}
                  </span>
                  {!current && (
                    <button
                      type="button"
                      className="button"
                      aria-label={`Sign out ${agentName(agent)}`}
                      onClick={() => end(id)}
                    >
                      Sign out
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <button type="button" className="button" onClick={endOthers}>
                Sign out everywhere else
              </button>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}
