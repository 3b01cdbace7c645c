/** Who belongs to an organisation, and who was asked to. better-auth's own tables are not here: nobody else reads them. */
import type { Millis } from "./organisation.ts";

interface MemberTable {
  org: number;
  user_id: string;
  /** As it was when they joined: for lists and for the audit log. */
  email: string;
  name: string;
  role: string;
  since: Millis;
}

interface InvitationTable {
  org: number;
  id: string;
  /** SHA-256 of the secret in its link. */
  hash: string;
  /** Null in the one that sets a server up: whoever reads its terminal may use it. */
  email: string | null;
  role: string;
  created: Millis;
  expires: Millis;
  used: Millis | null;
}

/** What servers on one database share. */
interface SettingTable {
  name: string;
  value: string;
}

/** A group that people made, or whose members they said. */
interface TeamTable {
  org: number;
  id: string;
  name: string;
  created: Millis;
  version: number;
}

interface TeamMemberTable {
  org: number;
  team: string;
  /** Id of a person, or an e-mail address. */
  member: string;
}

export interface AccountSchema {
  team: TeamTable;
  team_member: TeamMemberTable;
  member: MemberTable;
  invitation: InvitationTable;
  setting: SettingTable;
}
