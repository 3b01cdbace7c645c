/**
 * What git's log says of one commit, before it is put into columns.
 *
 * ```
 * \x01<id> \0 <parents> \0 <author date> \0 <commit date> \0 <name> \0 <address> \0 <subject> \0 <co-authors> \0
 * \n:<mode> <mode> <blob> <blob> <status> \0 <path> \0 :<mode> … \0 <path> \0 \x01<id> …
 * ```
 */
export interface CommitRecord {
  readonly id: string;
  readonly parents: readonly string[];
  readonly authored: number;
  readonly committed: number;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  /** `Name <address>`, one for each `Co-authored-by` trailer. */
  readonly coAuthors: readonly string[];
  readonly changes: readonly ChangeRecord[];
}

export interface ChangeRecord {
  readonly path: string;
  readonly status: "A" | "M" | "D";
  readonly oldBlob: string;
  readonly newBlob: string;
  readonly submodule: boolean;
}

export const LOG_FORMAT =
  "%x01%H%x00%P%x00%at%x00%ct%x00%an%x00%ae%x00%s%x00%(trailers:key=Co-authored-by,valueonly,separator=%x02)";
const FIELDS = 8;

/** Small trees that contain each other can spell out more changes than fit any memory. */
const MAX_CHANGES = 2_000_000;

/**
 * Reads the log record by record as chunks of it come in; calls `emit` for each whole commit, and `tooMuch`
 * when one has endless changes, of which no more are kept.
 */
export function createLogParser(
  emit: (commit: CommitRecord) => void,
  tooMuch: () => void,
): {
  push(records: readonly string[]): void;
  finish(): void;
} {
  let fields: string[] = [];
  let changes: ChangeRecord[] = [];
  let pending = "";

  function flush(): void {
    if (fields.length === FIELDS) emit(commitOf(fields, changes));
    fields = [];
    changes = [];
  }

  function take(record: string): void {
    if (pending !== "") {
      const change = changeOf(pending, record);
      if (changes.length >= MAX_CHANGES) tooMuch();
      else if (change !== undefined) changes.push(change);
      pending = "";
    } else if (fields.length > 0 && fields.length < FIELDS) {
      fields.push(record);
    } else if (record.startsWith("\u0001")) {
      flush();
      fields.push(record.slice(1));
    } else if (record.startsWith(":")) {
      pending = record;
    } else if (record.startsWith("\n:")) {
      pending = record.slice(1);
    }
  }

  return {
    push(records) {
      for (const record of records) take(record);
    },
    finish: flush,
  };
}

function commitOf(fields: readonly string[], changes: readonly ChangeRecord[]): CommitRecord {
  const [id = "", parents = "", authored, committed, name = "", email = "", subject = "", coAuthors = ""] = fields;
  return {
    id,
    parents: parents === "" ? [] : parents.split(" "),
    authored: Number(authored) || 0,
    committed: Number(committed) || 0,
    name,
    email,
    subject: asWritten(subject),
    coAuthors: coAuthors === "" ? [] : coAuthors.split("\u0002"),
    changes,
  };
}

/** The chunk was decoded as paths are, which doubles as an escape what a subject means literally. */
function asWritten(text: string): string {
  return text.includes("\\x5C") ? text.replace(/\\x5C(?=x[0-9A-F]{2})/g, "\\") : text;
}

/** A change of type (a file that becomes a symlink) counts as a modification; submodules are kept like files. */
function changeOf(raw: string, path: string): ChangeRecord | undefined {
  const [oldMode, newMode, oldBlob, newBlob, letter] = raw.split(" ");
  if (oldBlob === undefined || newBlob === undefined || letter === undefined) return undefined;
  const status = letter === "A" || letter === "D" ? letter : "M";
  return { path, status, oldBlob, newBlob, submodule: oldMode === ":160000" || newMode === "160000" };
}
