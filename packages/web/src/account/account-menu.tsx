/** At the foot of the sidebar: who is signed in, for which organisation, and the way out. */
import { Link } from "@tanstack/react-router";
import { chooseOrganisation } from "../api/organisation.ts";
import { Icon, SelectField } from "../ui/index.ts";
import { useSession } from "./session.ts";
import { signOut } from "./sign-out.ts";

export function AccountMenu() {
  const { account, actor } = useSession();
  if (account === undefined || actor === undefined) return null;
  return (
    <div className="account">
      {actor.organisations.length > 1 && (
        <SelectField
          name="organisation"
          label="Organisation"
          bare
          value={actor.organisation}
          choices={actor.organisations.map(({ organisation, name }) => ({ value: organisation, label: name }))}
          onChange={lookAt}
        />
      )}
      <div className="account-who">
        <Link to="/settings/$part" params={{ part: "profile" }} className="account-name" title={account.email}>
          {account.name}
        </Link>
        <button type="button" className="icon-button" aria-label="Sign out" title="Sign out" onClick={leave}>
          <Icon name="leave" />
        </button>
      </div>
    </div>
  );
}

function leave(): void {
  void signOut();
}

/** A full start: nothing of one organisation stays in memory while another one is looked at. */
function lookAt(organisation: string): void {
  chooseOrganisation(organisation);
  location.assign("/");
}
