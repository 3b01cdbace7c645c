/** Findings of `freehold check`, in the form that editors and CI logs recognise. */
import { formatProblem, type Problem } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";

const STYLES = { error: "red", warning: "yellow", info: "dim" } as const;

export function checkText(findings: readonly Problem[], terminal: Terminal): string {
  const lines = findings.map((finding) => `${styled(terminal, STYLES[finding.severity], formatProblem(finding))}\n`);
  const count = (severity: Problem["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const sum =
    findings.length === 0
      ? "Nothing found: charters, paths, boundaries and layers hold."
      : `${count("error")} errors, ${count("warning")} warnings`;
  return `${lines.join("")}${sum}\n`;
}
