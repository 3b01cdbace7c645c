/** D6. A place to discuss, ask and report; contributors from outside. */
import type { Characteristic } from "../../check.ts";
import { guideMatchesScripts } from "./guide-matches-scripts.ts";
import { nothingLeftBlank } from "./nothing-left-blank.ts";
import { outsideContributions } from "./outside-contributions.ts";
import { ownerCanBeReached } from "./owner-can-be-reached.ts";
import { placeToAsk } from "./place-to-ask.ts";
import { questionsAnswered } from "./questions-answered.ts";
import { securityContact } from "./security-contact.ts";

export const community: Characteristic = {
  id: "community",
  title: "Community",
  checks: [
    placeToAsk,
    questionsAnswered,
    guideMatchesScripts,
    outsideContributions,
    ownerCanBeReached,
    securityContact,
    nothingLeftBlank,
  ],
};
