/** Versions and ranges as semver reads them. A portfolio writes the same few thousand over and over; reading one costs more than all that is asked of it. */
import { parse, Range, type SemVer } from "semver";

/** Then it begins anew: a hostile portfolio may write as many as it likes. */
const MOST = 20_000;

function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** Null for what is no semantic version. */
export const keptVersion: (text: string) => SemVer | null = kept((text) => parse(text));

/** Pre-releases count; null for what is no range of npm. */
export const keptRange: (text: string) => Range | null = kept((text) => {
  try {
    return new Range(text, { includePrerelease: true });
  } catch {
    return null;
  }
});
