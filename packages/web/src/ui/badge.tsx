/** A word that classifies. The tone adds to what the word says and never replaces it. */
import type { ReactNode } from "react";

export type Tone = "plain" | "good" | "info" | "warn" | "bad";

interface BadgeProps {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Badge({ tone = "plain", title, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}
