/** An explanation as text: each statement, how sure it is, and the places that show it. */
import type { Explanation, Statement } from "@freehold/engine";
import type { Evidence } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";

export function explanationText({ subject, statements }: Explanation, terminal: Terminal): string {
  const body = statements.map((statement) => statementText(statement, terminal)).join("");
  return `${styled(terminal, "bold", subject)}\n${body === "" ? "  nothing is known of that\n" : body}`;
}

function statementText({ title, text, provenance, confidence, evidence }: Statement, terminal: Terminal): string {
  const sure = confidence === undefined ? "" : `, ${Math.round(confidence * 100)} % sure`;
  const source = provenance === undefined ? "" : styled(terminal, "dim", `  [${provenance}${sure}]`);
  return `  ${title}: ${text}${source}\n${evidence.map((item) => `      ${evidenceText(item)}\n`).join("")}`;
}

/** `path:line (rule) what was seen`, or the commit where there is no path. */
function evidenceText({ rule, repository, path, line, commit, detail }: Evidence): string {
  const file = path === undefined ? undefined : [path, line].filter((part) => part !== undefined).join(":");
  const place = [repository, file, commit?.slice(0, 10)].filter((part) => part !== undefined).join(" ");
  return `${place === "" ? "" : `${place} `}(${rule})${detail === undefined ? "" : ` ${detail}`}`;
}
