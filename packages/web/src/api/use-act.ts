/** Doing something on the server: what it changed is read again, what went wrong is told. */
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useNotify } from "../ui/index.ts";

interface Act {
  readonly refresh: readonly QueryKey[];
  readonly done?: string;
  readonly undo?: () => void;
}

/** For a form, which shows itself what went wrong. */
export function useRefresh(): (keys: readonly QueryKey[]) => Promise<void> {
  const queries = useQueryClient();
  return async (keys) => {
    await Promise.all(keys.map(async (queryKey) => await queries.invalidateQueries({ queryKey })));
  };
}

/** For a button, which has no place to show it. */
export function useAct(): (work: () => Promise<unknown>, act: Act) => void {
  const refresh = useRefresh();
  const notify = useNotify();
  return (work, { refresh: keys, done, undo }) => {
    const acting = async () => {
      try {
        await work();
        if (done !== undefined) notify({ text: done, ...(undo === undefined ? {} : { undo }) });
      } catch (error) {
        notify({ text: error instanceof Error ? error.message : String(error), tone: "bad" });
      }
      await refresh(keys);
    };
    void acting();
  };
}
