/** Draws the plane onto a canvas in the colours of the page. */
import { type Frame, frameOf, placeOf, type Point, type Size } from "./scene.ts";

export interface Colours {
  readonly text: string;
  readonly muted: string;
  readonly border: string;
  readonly line: string;
  readonly accent: string;
  readonly surface: string;
  readonly hover: string;
  readonly good: string;
  readonly font: string;
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: of("--text"),
    muted: of("--muted"),
    border: of("--border"),
    line: of("--line"),
    accent: of("--accent"),
    surface: of("--surface"),
    hover: of("--hover"),
    good: of("--good-ground"),
    font: of("--font"),
  };
}

const RADIUS = 5;
/** Of more no name is worth its place. */
const NAMED = 40;

export function draw(
  context: CanvasRenderingContext2D,
  size: Size,
  points: readonly Point[],
  good: number,
  colours: Colours,
): void {
  const frame = frameOf(size);
  context.clearRect(0, 0, size.width, size.height);
  drawRegions(context, frame, good, colours);
  drawAxes(context, frame, size, colours);
  const shown = points.filter((point) => point.shown);
  for (const point of points) drawPoint(context, point, colours);
  if (shown.length <= NAMED) drawNames(context, shown, size, colours);
}

/** Where value and simplicity are both good a product is left in peace; else the smaller of the two is worked on. */
function drawRegions(context: CanvasRenderingContext2D, frame: Frame, good: number, colours: Colours): void {
  const corner = placeOf(frame, good, good);
  const [low, high] = [placeOf(frame, 0, 0), placeOf(frame, 1, 1)];
  context.fillStyle = colours.good;
  context.fillRect(corner.x, high.y, high.x - corner.x, corner.y - high.y);
  context.strokeStyle = colours.border;
  context.lineWidth = 1;
  context.strokeRect(frame.left, frame.top, frame.width, frame.height);
  context.setLineDash([4, 4]);
  context.strokeStyle = colours.line;
  context.beginPath();
  context.moveTo(low.x, low.y);
  context.lineTo(corner.x, corner.y);
  context.stroke();
  context.setLineDash([]);
  write(context, "Simplify", { x: frame.left + 12, y: frame.top + 22 }, colours.muted, `600 13px ${colours.font}`);
  const below = { x: frame.left + frame.width - 12, y: frame.top + frame.height - 14 };
  write(context, "Add value", below, colours.muted, `600 13px ${colours.font}`, "right");
  const peace = { x: high.x - 12, y: high.y + 22 };
  write(context, "Leave in peace", peace, colours.muted, `600 13px ${colours.font}`, "right");
}

function drawAxes(context: CanvasRenderingContext2D, frame: Frame, size: Size, colours: Colours): void {
  const font = `12px ${colours.font}`;
  for (const share of [0, 0.5, 1]) {
    const label = String(share * 100);
    const along = placeOf(frame, share, 0);
    write(context, label, { x: along.x, y: along.y + 16 }, colours.muted, font, "center");
    const up = placeOf(frame, 0, share);
    write(context, label, { x: up.x - 8, y: up.y + 4 }, colours.muted, font, "right");
  }
  const middle = frame.left + frame.width / 2;
  write(context, "Simplicity", { x: middle, y: size.height - 6 }, colours.text, `560 12px ${colours.font}`, "center");
  context.save();
  context.translate(12, frame.top + frame.height / 2);
  context.rotate(-Math.PI / 2);
  write(context, "Value", { x: 0, y: 0 }, colours.text, `560 12px ${colours.font}`, "center");
  context.restore();
}

/** Filled: in a steady state. Hollow: not yet. */
function drawPoint(context: CanvasRenderingContext2D, { x, y, shown, row }: Point, colours: Colours): void {
  context.beginPath();
  context.arc(x, y, shown ? RADIUS : RADIUS - 2, 0, Math.PI * 2);
  if (!shown) {
    context.fillStyle = colours.border;
    context.fill();
    return;
  }
  context.fillStyle = row.steady ? colours.accent : colours.surface;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = colours.accent;
  context.stroke();
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Names that would cover another, or leave the picture, are left out: the pointer still tells them. */
function drawNames(context: CanvasRenderingContext2D, points: readonly Point[], size: Size, colours: Colours): void {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - RADIUS, right: x + RADIUS, y }));
  const font = `12px ${colours.font}`;
  context.font = font;
  for (const { x, y, row } of points) {
    const width = context.measureText(row.name).width;
    const places = [
      { at: x + 10, align: "left" as const, box: { left: x + 8, right: x + 10 + width, y } },
      { at: x - 10, align: "right" as const, box: { left: x - 10 - width, right: x - 8, y } },
    ];
    const free = places.find(
      ({ box }) => box.left > 0 && box.right < size.width && !taken.some((other) => meets(box, other)),
    );
    if (free === undefined) continue;
    taken.push(free.box);
    write(context, row.name, { x: free.at, y: y + 4 }, colours.text, font, free.align);
  }
}

const LINE = 14;

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < LINE;
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  colour: string,
  font: string,
  align: CanvasTextAlign = "left",
): void {
  context.font = font;
  context.fillStyle = colour;
  context.textAlign = align;
  context.fillText(text, x, y);
}
