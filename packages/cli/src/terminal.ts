/** Where a command writes; a test gives one that remembers. Every text is filtered here, on its way out. */
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Replaces the line of the cursor on standard error, where a person watches; no text removes it. */
  readonly redraw: (line: string) => void;
  /** Colours and a live progress line are for people at a terminal only. */
  readonly interactive: boolean;
  /** Columns. */
  readonly width: number;
  readonly cwd: string;
  /** Asks a person; absent where nobody is there to answer. */
  readonly ask?: (question: string) => Promise<string>;
}

export type Style = Parameters<typeof styleText>[0];

/** The terminal of this process; colours off with NO_COLOR or when the output is not a terminal. */
export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(visible(text)),
    err: (text) => void process.stderr.write(visible(text)),
    redraw: (line) => void process.stderr.write(`\r${ESCAPE}[2K${visible(line)}`),
    interactive: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    width: process.stdout.isTTY ? process.stdout.columns : 100,
    // npm runs scripts in the package's folder; paths are meant relative to where the person is.
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
  };
}

/** The same, for text that goes to a file: without colours. */
export function plain(terminal: Terminal): Terminal {
  return { ...terminal, interactive: false };
}

async function ask(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await reader.question(`${question} `);
  } finally {
    reader.close();
  }
}

/** Text with a style, or plain where the terminal shows none. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  return terminal.interactive ? styleText(style, text, { validateStream: false }) : text;
}

/**
 * Text without control characters, colours and line breaks apart (those of Windows too, which a patch needs): names
 * in a repository must not move the cursor, set the title or reach the clipboard of whoever reads a report.
 * @internal
 */
export function visible(text: string): string {
  return text.replace(CONTROL, (found) => (COLOUR.test(found) ? found : ""));
}

const ESCAPE = String.fromCodePoint(0x1b);
const COLOUR = new RegExp(`^${ESCAPE}\\[[0-9;]{1,16}m$`);
const CONTROL = new RegExp(`${ESCAPE}\\[[0-9;]{1,16}m|(?![\\n\\t]|\\r(?=\\n))\\p{Cc}`, "gu");
