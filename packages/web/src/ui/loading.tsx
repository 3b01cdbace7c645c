/** Bars in the geometry of what comes. They appear late: a local answer is there before them. */
import { useEffect, useState } from "react";

const LATE_MS = 250;

export function Loading({ rows = 12, label = "Loading" }: { readonly rows?: number; readonly label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ width: `${70 + ((row * 37) % 30)}%` }} />
      ))}
    </div>
  );
}
