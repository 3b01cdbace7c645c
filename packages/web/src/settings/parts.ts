/** The parts of the settings, one line each. */
import type { ComponentType } from "react";
import type { Right } from "../account/session.ts";
import { MembersPart } from "./members-part.tsx";
import { ProfilePart } from "./profile-part.tsx";
import { SourcesPart } from "./sources-part.tsx";
import { TokensPart } from "./tokens-part.tsx";
import { WebhooksPart } from "./webhooks-part.tsx";

interface SettingsPart {
  readonly id: string;
  readonly name: string;
  /** Only where people sign in. */
  readonly accounts?: true;
  /** What it takes to see it at all. */
  readonly right?: Right;
  readonly Content: ComponentType;
}

export const parts: readonly SettingsPart[] = [
  { id: "profile", name: "Profile", accounts: true, Content: ProfilePart },
  { id: "tokens", name: "Tokens", accounts: true, Content: TokensPart },
  { id: "members", name: "Members", accounts: true, Content: MembersPart },
  { id: "webhooks", name: "Webhooks", right: "administer", Content: WebhooksPart },
  { id: "sources", name: "Sources", right: "administer", Content: SourcesPart },
];
