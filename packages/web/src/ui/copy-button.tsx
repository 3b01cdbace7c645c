/** Copies a text, and says that it did. */
import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [state, setState] = useState<"idle" | "done" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return undefined;
    const timer = setTimeout(() => setState("idle"), 1500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState("done"),
      () => setState("failed"),
    );
  };
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={copy}>
      <Icon name={state === "done" ? "check" : "copy"} />
      <span role="status" className="visually-hidden">
        {{ idle: "", done: "Copied", failed: "Could not copy; select the text instead" }[state]}
      </span>
    </button>
  );
}
