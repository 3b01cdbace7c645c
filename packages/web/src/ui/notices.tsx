/** What was done or could not be, for a while, with a way to take it back. */
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { Icon } from "./icon.tsx";

interface Notice {
  readonly text: string;
  readonly tone?: "plain" | "bad";
  readonly undo?: () => void;
}

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

const SHOWN_MS = 8000;

export function useNotify(): (notice: Notice) => void {
  return use(NoticeContext);
}

/** Notices stay while the pointer or the focus is on them. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly (Notice & { readonly id: number })[]>([]);
  const dismiss = useCallback((id: number) => setShown((all) => all.filter((notice) => notice.id !== id)), []);
  const notify = useMemo(() => {
    let count = 0;
    return (notice: Notice) => {
      const id = ++count;
      setShown((all) => [...all.slice(-2), { ...notice, id }]);
      const end = () => {
        if (document.querySelector(`[data-notice="${id}"]:is(:hover, :focus-within)`) !== null) setTimeout(end, 1000);
        else dismiss(id);
      };
      setTimeout(end, SHOWN_MS);
    };
  }, [dismiss]);
  return (
    <NoticeContext value={notify}>
      {children}
      <div className="notices" role="status">
        {shown.map(({ id, text, tone = "plain", undo }) => (
          <div key={id} className={`notice notice-${tone}`} data-notice={id}>
            <span>{text}</span>
            {undo !== undefined && (
              <button
                type="button"
                className="text-link"
                onClick={() => {
                  dismiss(id);
                  undo();
                }}
              >
                Undo
              </button>
            )}
            <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => dismiss(id)}>
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
    </NoticeContext>
  );
}
