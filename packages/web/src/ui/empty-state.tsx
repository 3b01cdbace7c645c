/** Nothing to show: why that is so now, and what to do about it. */
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
        <path d="M4 8h24v22H4zM34 8h26v10H34zM34 24h26v20H34zM4 36h24v8H4z" fill="none" stroke="currentColor" />
      </svg>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
