/** Where products lie in a picture of a size: simplicity to the right, value upwards. Pure. */
import type { AssessmentRow } from "@freehold/model";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly row: AssessmentRow;
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

/** Those that fit come last, so that they are drawn above the others. Products of unknown place have none. */
export function pointsOf(
  rows: readonly AssessmentRow[],
  shown: ReadonlySet<AssessmentRow>,
  size: Size,
): readonly Point[] {
  const frame = frameOf(size);
  return rows
    .flatMap((row) =>
      row.value === undefined || row.simplicity === undefined
        ? []
        : [{ row, ...placeOf(frame, row.simplicity, row.value), shown: shown.has(row) }],
    )
    .sort((a, b) => Number(a.shown) - Number(b.shown));
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
