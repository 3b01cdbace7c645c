/** The page before the app: what it is, and one thing to do. */
import { type ReactNode, useEffect } from "react";
import { Logo } from "../app/logo.tsx";

interface DoorProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Door({ title, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Freehold`;
  }, [title]);
  return (
    <main className="door" id="content">
      <div className="door-brand">
        <Logo />
        <span>Freehold</span>
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
