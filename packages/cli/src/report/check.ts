/** Findings of `freehold check`, in the forms that editors, CI logs and code hosts recognise. */
import type { Finding } from "@freehold/engine";
import { formatProblem, type Problem } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { annotations } from "./findings/annotations.ts";
import { codeQuality } from "./findings/code-quality.ts";
import { sarif } from "./findings/sarif.ts";

export const CHECK_FORMATS = ["text", "json", "sarif", "markdown", "github", "gitlab"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

const STYLES = { error: "red", warning: "yellow", info: "dim" } as const;

export interface CheckReport {
  readonly findings: readonly Finding[];
  /** Left on purpose. */
  readonly accepted: readonly Finding[];
  /** List those that are left on purpose too. */
  readonly all: boolean;
}

export function checkReport(format: CheckFormat, report: CheckReport, terminal: Terminal): string {
  const listed = report.all ? [...report.findings, ...report.accepted] : report.findings;
  if (format === "json") return `${JSON.stringify(listed, null, 2)}\n`;
  // A suppressed result is how SARIF says that somebody looked at it.
  if (format === "sarif") return `${JSON.stringify(checkSarif([...report.findings, ...report.accepted]), null, 2)}\n`;
  if (format === "gitlab") return `${JSON.stringify(checkQuality(report.findings), null, 2)}\n`;
  if (format === "markdown") return checkMarkdown(report.findings);
  if (format === "github") return checkAnnotations(report.findings);
  return checkText(report, terminal);
}

function checkText({ findings, accepted, all }: CheckReport, terminal: Terminal): string {
  const lines = findings.map((finding) => `${styled(terminal, STYLES[finding.severity], findingText(finding))}\n`);
  const left = all ? accepted.map((finding) => `${styled(terminal, "dim", acceptedText(finding))}\n`) : [];
  const count = (severity: Problem["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const sum =
    findings.length === 0
      ? "Nothing found: charters, paths, boundaries and layers hold."
      : `${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}`;
  const more = accepted.length === 0 ? "" : ` ${accepted.length} left on purpose${all ? "" : " (--all lists them)"}.`;
  return `${lines.join("")}${left.join("")}${sum}${findings.length > 0 && more !== "" ? "." : ""}${more}\n`;
}

const FIRST_PLACES = 4;

function findingText(finding: Finding): string {
  const { places = [] } = finding;
  if (places.length === 0) return formatProblem(finding);
  const shown = places.slice(0, FIRST_PLACES).map(placeText).join(", ");
  return `${formatProblem(finding)}\n  also ${shown}${places.length > FIRST_PLACES ? ", …" : ""}`;
}

function acceptedText(finding: Finding): string {
  const { accepted } = finding;
  if (accepted === undefined) return findingText(finding);
  const until = accepted.expires === undefined ? "" : `, until ${accepted.expires}`;
  const by = accepted.by === "comment" ? "ignored" : "waived";
  const place = [finding.path, finding.line].filter((part) => part !== undefined).join(":");
  return `${place === "" ? "" : `${place}: `}${by}: ${finding.message} [${finding.code}]\n  ${accepted.reason} (${placeText(accepted)}${until})`;
}

function placeText({ path, line }: { readonly path: string; readonly line?: number | undefined }): string {
  return line === undefined ? path : `${path}:${line}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

function checkSarif(findings: readonly Finding[]): unknown {
  return sarif(
    findings.map((finding) => ({
      rule: finding.code,
      level: LEVELS[finding.severity],
      message: messageOf(finding),
      ...(finding.path === undefined ? {} : { place: { path: finding.path, line: finding.line } }),
      related: (finding.places ?? []).map((place) => ({ ...place, message: "here too" })),
      fingerprint: `${finding.code} ${finding.message}`,
      ...(finding.accepted === undefined
        ? {}
        : {
            suppressed: {
              kind: finding.accepted.by === "comment" ? ("inSource" as const) : ("external" as const),
              reason: finding.accepted.reason,
            },
          }),
    })),
  );
}

const NOTICES = { error: "error", warning: "warning", info: "notice" } as const;

function checkAnnotations(findings: readonly Finding[]): string {
  return annotations(
    findings.map((finding) => ({
      level: NOTICES[finding.severity],
      title: finding.code,
      message: messageOf(finding),
      path: finding.path,
      line: finding.line,
    })),
  );
}

const SEVERITIES = { error: "major", warning: "minor", info: "info" } as const;

/** GitLab wants a place for each: what is about the whole repository is shown at its charter's. */
function checkQuality(findings: readonly Finding[]): unknown {
  return codeQuality(
    findings.map((finding) => ({
      rule: finding.code,
      severity: SEVERITIES[finding.severity],
      message: messageOf(finding),
      path: finding.path ?? "product.yaml",
      line: finding.line,
      fingerprint: finding.message,
    })),
  );
}

function messageOf({ message, hint }: Finding): string {
  return hint === undefined ? message : `${message}. ${hint}`;
}
