/** Lines of the source behind emitted declarations: just enough of the source map format (version 3). */

export interface SourcePosition {
  /** From zero. */
  readonly line: number;
  readonly column: number;
}

interface Segment extends SourcePosition {
  readonly generatedColumn: number;
}

/** Answers, for a place in the generated text, the first source position mapped at or behind it. */
export function sourcePositions(mappings: string): (line: number, column: number) => SourcePosition | undefined {
  const lines = decode(mappings);
  return (line, column) => {
    for (let at = line; at < Math.min(lines.length, line + 3); at++) {
      const segment = lines[at]?.find((item) => at > line || item.generatedColumn >= column);
      if (segment !== undefined) return segment;
    }
    return undefined;
  };
}

const DIGITS = new Map(
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").map((digit, value) => [digit, value]),
);

function decode(mappings: string): Segment[][] {
  let line = 0;
  let column = 0;
  return mappings.split(";").map((row) => {
    let generatedColumn = 0;
    const segments: Segment[] = [];
    for (const field of row === "" ? [] : row.split(",")) {
      const numbers = variableLength(field);
      generatedColumn += numbers[0] ?? 0;
      if (numbers.length < 4) continue;
      line += numbers[2] ?? 0;
      column += numbers[3] ?? 0;
      segments.push({ generatedColumn, line, column });
    }
    return segments;
  });
}

function variableLength(field: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of field) {
    const bits = DIGITS.get(digit) ?? 0;
    value += (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
