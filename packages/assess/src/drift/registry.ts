/** What declared and observed are compared in, in the order that it is shown. */
import type { DriftSubject } from "./subject.ts";
import { alternatives } from "./subjects/alternatives.ts";
import { channels } from "./subjects/channels.ts";
import { codeowners } from "./subjects/codeowners.ts";
import { interfaces } from "./subjects/interfaces.ts";
import { licence } from "./subjects/licence.ts";
import { mayUse } from "./subjects/may-use.ts";
import { name } from "./subjects/name.ts";
import { owner } from "./subjects/owner.ts";
import { repository } from "./subjects/repository.ts";
import { scope } from "./subjects/scope.ts";
import { serves } from "./subjects/serves.ts";
import { stage } from "./subjects/stage.ts";
import { version } from "./subjects/version.ts";

export const driftSubjects: readonly DriftSubject[] = [
  stage,
  owner,
  codeowners,
  name,
  scope,
  interfaces,
  mayUse,
  serves,
  alternatives,
  channels,
  repository,
  licence,
  version,
];
