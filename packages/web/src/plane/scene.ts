/** Where products lie in a picture of a size: simplicity to the right, value upwards. Pure. */
import type { PlanePoint } from "../api/queries.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly row: PlanePoint;
  readonly x: number;
  readonly y: number;
  /** It fits the filter; the others stay, faint, so that the whole is seen. */
  readonly shown: boolean;
}

/** Room for the names of the axes. */
const MARGIN = { left: 44, right: 16, top: 16, bottom: 40 };

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function frameOf({ width, height }: Size): Frame {
  return {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  };
}

export function placeOf(frame: Frame, simplicity: number, value: number): { readonly x: number; readonly y: number } {
  return { x: frame.left + simplicity * frame.width, y: frame.top + (1 - value) * frame.height };
}

/** Those that fit come last, so that they are drawn above the others. */
export function pointsOf(all: readonly PlanePoint[], shown: readonly PlanePoint[], size: Size): readonly Point[] {
  const frame = frameOf(size);
  const fitting = new Set(shown.map(({ product }) => product));
  const place = (row: PlanePoint, fits: boolean): Point => ({
    row,
    ...placeOf(frame, row.simplicity, row.value),
    shown: fits,
  });
  const others = all.filter(({ product }) => !fitting.has(product)).map((row) => place(row, false));
  return [...others, ...shown.map((row) => place(row, true))];
}

/** The points within reach of a place, the nearest first. Linear: a hundred thousand take a millisecond. */
export function pointsNear(points: readonly Point[], x: number, y: number, reach: number): readonly Point[] {
  const near: { readonly point: Point; readonly distance: number }[] = [];
  for (const point of points) {
    const distance = Math.hypot(point.x - x, point.y - y);
    if (point.shown && distance <= reach) near.push({ point, distance });
  }
  return near.sort((a, b) => a.distance - b.distance).map(({ point }) => point);
}
