/**
 * Assessing what changed: a change notes its repository, this judges the products of it and hands the figures
 * back, by which lists sort. Two servers that judge the same come to the same.
 */
import { type CompiledStandard, openAssessments } from "@freehold/engine";
import type { OrganisationStore, PendingAssessment, Store } from "@freehold/store";

const PAUSE = 500;
const AT_A_TIME = 20;

export interface Assessing {
  /** Assesses at once all that waits, and waits for it; the loop does the same by itself. */
  readonly turn: () => Promise<void>;
  /** Takes nothing new, and waits for what is under way. */
  readonly stop: () => Promise<void>;
}

/** In this thread, for as long as it is not stopped. */
export function startAssessing(
  store: Store,
  standard: CompiledStandard | undefined,
  failed: (error: unknown) => void,
): Assessing {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let turning = Promise.resolve();

  const turn = async () => await assessSome(store, standard, () => ended);
  const loop = () => {
    turning = turn()
      .catch((error: unknown) => {
        failed(error);
        return false;
      })
      .then((worked) => {
        if (ended) return;
        timer = setTimeout(loop, worked ? 0 : PAUSE);
        timer.unref();
      });
  };
  loop();
  return {
    async turn() {
      await turning;
      let worked = true;
      while (worked) worked = await turn();
    },
    async stop() {
      ended = true;
      clearTimeout(timer);
      await turning;
    },
  };
}

/** Some of what waits, of every organisation; returns whether there was anything, so that more may wait. */
export async function assessSome(
  store: Store,
  standard: CompiledStandard | undefined,
  isEnded: () => boolean = () => false,
): Promise<boolean> {
  let worked = false;
  for (const id of await store.toAssess()) {
    const organisation = await store.forOrganisation(id);
    for (const pending of await organisation.pendingAssessments(AT_A_TIME)) {
      if (isEnded()) return false;
      await assess(organisation, pending, standard);
      worked = true;
    }
  }
  return worked;
}

async function assess(
  organisation: OrganisationStore,
  pending: PendingAssessment,
  standard: CompiledStandard | undefined,
): Promise<void> {
  const { snapshot, products, reach, alone } = await organisation.surroundingsOfRepository(pending.repository);
  const rows = await openAssessments(snapshot, { reach, alone }, standard).rows(products);
  await organisation.writeAssessments(pending, rows);
}
