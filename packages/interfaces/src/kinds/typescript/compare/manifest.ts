/** Changes of what the manifest promises: entry points, conditions, commands, engine, peers. */
import type { PackageManifest } from "../manifest.ts";
import type { Library } from "../library.ts";
import type { Finding } from "./outcome.ts";
import { compareRanges } from "../../../version-ranges.ts";
import { finding } from "./side.ts";

export function compareManifests(before: Library, after: Library): Finding[] {
  return [
    ...entryFindings(before, after),
    ...binFindings(before.manifest, after.manifest),
    ...engineFindings(before.manifest, after.manifest),
    ...peerFindings(before.manifest, after.manifest),
    ...packageFindings(before.manifest, after.manifest),
  ];
}

function entryFindings(before: Library, after: Library): Finding[] {
  const findings: Finding[] = [];
  const news = new Map(after.entries.map((entry) => [entry.subpath, entry]));
  const olds = new Set(before.entries.map((entry) => entry.subpath));
  for (const { subpath, point, file } of before.entries) {
    const other = news.get(subpath);
    if (other === undefined) {
      findings.push(finding("entry-removed", "breaking", subpath, `the entry point ${subpath} is gone`));
      continue;
    }
    for (const format of point.formats) {
      if (!other.point.formats.includes(format))
        findings.push(
          finding("format-removed", "breaking", subpath, `${subpath} can't be loaded by \`${format}\` any more`),
        );
    }
    for (const format of other.point.formats) {
      if (!point.formats.includes(format))
        findings.push(finding("format-added", "compatible", subpath, `${subpath} can be loaded by \`${format}\` too`));
    }
    for (const condition of point.conditions) {
      const covered =
        other.point.conditions.includes(condition) ||
        condition === "import" ||
        condition === "require" ||
        condition === "node" ||
        condition === "types";
      if (!covered)
        findings.push(
          finding(
            "condition-removed",
            "unknown",
            subpath,
            `${subpath} has no condition ${condition} any more: another file serves it`,
          ),
        );
    }
    if (file !== undefined && other.file === undefined)
      findings.push(finding("entry-unreadable", "unknown", subpath, `the source of ${subpath} was not found`));
  }
  for (const { subpath } of after.entries)
    if (!olds.has(subpath)) findings.push(finding("entry-added", "compatible", subpath, `new entry point ${subpath}`));
  return findings;
}

function binFindings(before: PackageManifest, after: PackageManifest): Finding[] {
  const removed = Object.keys(before.bins).filter((name) => !Object.hasOwn(after.bins, name));
  const added = Object.keys(after.bins).filter((name) => !Object.hasOwn(before.bins, name));
  return [
    ...removed.map((name) => finding("command-removed", "breaking", `bin#${name}`, `the command ${name} is gone`)),
    ...added.map((name) => finding("command-added", "compatible", `bin#${name}`, `new command ${name}`)),
  ];
}

function engineFindings(before: PackageManifest, after: PackageManifest): Finding[] {
  if (before.node === after.node) return [];
  const verdict = compareRanges(before.node ?? "*", after.node ?? "*");
  const text = `Node ${after.node ?? "of any version"} in place of ${before.node ?? "any"}`;
  if (verdict === "wider") return [finding("engine-lowered", "compatible", "engine#node", text)];
  return [finding("engine-raised", verdict === "narrower" ? "breaking" : "unknown", "engine#node", text)];
}

function peerFindings(before: PackageManifest, after: PackageManifest): Finding[] {
  const findings: Finding[] = [];
  for (const [name, peer] of Object.entries(after.peers)) {
    const old = before.peers[name];
    const element = `peer#${name}`;
    if (old === undefined) {
      findings.push(
        finding(
          "peer-added",
          peer.optional ? "compatible" : "breaking",
          element,
          `needs ${name} ${peer.range} beside it now`,
        ),
      );
      continue;
    }
    if (old.optional && !peer.optional)
      findings.push(finding("peer-required", "breaking", element, `${name} is required beside it now`));
    if (old.range === peer.range) continue;
    const verdict = compareRanges(old.range, peer.range);
    const text = `${name} ${peer.range} in place of ${old.range}`;
    if (verdict === "wider") findings.push(finding("peer-widened", "compatible", element, text));
    else findings.push(finding("peer-narrowed", verdict === "narrower" ? "breaking" : "unknown", element, text));
  }
  for (const name of Object.keys(before.peers)) {
    if (!Object.hasOwn(after.peers, name))
      findings.push(finding("peer-removed", "compatible", `peer#${name}`, `does not need ${name} any more`));
  }
  return findings;
}

function packageFindings(before: PackageManifest, after: PackageManifest): Finding[] {
  const findings: Finding[] = [];
  if (before.name !== after.name)
    findings.push(
      finding(
        "package-renamed",
        "breaking",
        "package",
        `the package is called ${after.name} in place of ${before.name}`,
      ),
    );
  // Without `exports` every file could be imported; with it only those listed (Node's documentation, "Packages").
  if (!before.sealed && after.sealed)
    findings.push(
      finding("exports-introduced", "unknown", "package", "`exports` closes every path that is not listed"),
    );
  return findings;
}
