/** Correcting a product at the version that was seen, and taking it back. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";
import { useNotify } from "../ui/index.ts";
import type { Correction } from "./queries.ts";

interface Corrects {
  /** Throws an `ApiError`, of type `version-conflict` where somebody changed the product in between. */
  readonly correct: (product: string, version: number, correction: Correction, done: string) => Promise<void>;
  readonly undo: (correction: number) => Promise<void>;
}

/** A correction may move counts, owners and edges of any product, so everything but the session is read again. */
export function useCorrect(): Corrects {
  const queries = useQueryClient();
  const notify = useNotify();
  const refresh = async () => {
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  };
  const undo = async (correction: number) => {
    try {
      answered(await api.DELETE("/api/v1/corrections/{correction}", { params: { path: { correction } } }));
      notify({ text: "Taken back: what the repositories say shows again" });
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), tone: "bad" });
    }
    await refresh();
  };
  return {
    undo,
    async correct(product, version, correction, done) {
      const params = { path: { product }, header: { "If-Match": `"${version}"` } };
      const made = answered(await api.POST("/api/v1/products/{product}/corrections", { params, body: correction }));
      notify({ text: done, undo: () => void undo(made.correction) });
      await refresh();
    },
  };
}
