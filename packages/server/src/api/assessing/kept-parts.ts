/**
 * Assessments by repository, made from what the store knows of it and kept while nothing changes there.
 * Judging a product takes a millisecond, reading its repository longer: pages ask for several products of one.
 */
import { type Assessments, openAssessments } from "@freehold/engine";
import type { OrganisationStore } from "@freehold/store";
import type { ServerParts } from "../server-parts.ts";

/** Repositories kept at a time; a large one has some megabytes. */
const MOST_KEPT = 8;

interface Kept {
  readonly revision: number;
  readonly assessments: Promise<Assessments>;
}

const kept = new WeakMap<ServerParts, Map<string, Kept>>();

/** Of all products whose main repository has this key. */
export async function assessmentsOf(
  server: ServerParts,
  organisation: OrganisationStore,
  repository: number,
): Promise<Assessments> {
  const all = kept.get(server) ?? new Map<string, Kept>();
  kept.set(server, all);
  const name = `${organisation.id} ${repository}`;
  const known = all.get(name);
  all.delete(name);
  const { revision } = organisation;
  const found =
    known?.revision === revision ? known : { revision, assessments: made(server, organisation, repository) };
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size + 1 - MOST_KEPT))) all.delete(oldest);
  all.set(name, found);
  try {
    return await found.assessments;
  } catch (error) {
    all.delete(name);
    throw error;
  }
}

async function made(server: ServerParts, organisation: OrganisationStore, repository: number): Promise<Assessments> {
  const { snapshot, reach, alone } = await organisation.surroundingsOfRepository(repository);
  return openAssessments(snapshot, { reach, alone }, server.standard);
}
