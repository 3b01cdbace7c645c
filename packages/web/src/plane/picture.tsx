/** The plane as a picture. The table beside it holds the same, for whoever reads better than looks or has no pointer. */
import type { PlanePoint } from "../api/queries.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import { formatCount } from "../format/format.ts";
import { type Colours, coloursOf, draw } from "./draw.ts";
import { type Point, pointsNear, pointsOf, type Size } from "./scene.ts";

interface PictureProps {
  readonly all: readonly PlanePoint[];
  readonly shown: readonly PlanePoint[];
  readonly good: number;
  readonly onOpen: (row: PlanePoint) => void;
}

/** Pixels around the pointer. */
const REACH = 9;

export function Picture({ all, shown, good, onOpen }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const colours = usePalette();
  const [near, setNear] = useState<readonly Point[]>([]);
  const points = useMemo(() => pointsOf(all, shown, size), [all, shown, size]);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || context === null || context === undefined) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(context, size, points, good, colours);
  }, [points, size, good, colours]);
  const at = (event: React.MouseEvent) =>
    pointsNear(points, event.nativeEvent.offsetX, event.nativeEvent.offsetY, REACH);
  return (
    <div className="plane-picture">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${formatCount(points.length)} products by simplicity, to the right, and value, upwards. The table holds the same.`}
        data-hit={near.length > 0 || undefined}
        onMouseMove={(event) => setNear(at(event))}
        onMouseLeave={() => setNear([])}
        onClick={(event) => {
          const [first] = at(event);
          if (first !== undefined) onOpen(first.row);
        }}
      />
      <Tip near={near} size={size} />
    </div>
  );
}

const LISTED = 6;

function Tip({ near, size }: { readonly near: readonly Point[]; readonly size: Size }) {
  const [first] = near;
  if (first === undefined) return null;
  const side = first.x > size.width / 2 ? { right: size.width - first.x + 12 } : { left: first.x + 12 };
  const edge = first.y > size.height / 2 ? { bottom: size.height - first.y + 8 } : { top: first.y + 8 };
  return (
    <ul className="plane-tip" style={{ ...side, ...edge }} aria-hidden="true">
      {near.slice(0, LISTED).map(({ row }) => (
        <li key={row.product}>{row.name}</li>
      ))}
      {near.length > LISTED && <li className="muted">and {formatCount(near.length - LISTED)} more</li>}
    </ul>
  );
}

function useSize(element: React.RefObject<HTMLCanvasElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 640, height: 480 });
  useEffect(() => {
    const around = element.current?.parentElement;
    if (around === null || around === undefined) return undefined;
    const measure = () => setSize({ width: around.clientWidth, height: around.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** A canvas follows neither the style sheet nor a font that comes late: both give a new palette to draw with. */
function usePalette(): Colours {
  const [colours, setColours] = useState(() => coloursOf(document.documentElement));
  useEffect(() => {
    const update = () => setColours(coloursOf(document.documentElement));
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
    document.fonts.addEventListener("loadingdone", update);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", update);
    };
  }, []);
  return colours;
}
