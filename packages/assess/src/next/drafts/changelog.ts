/** A changelog with every release that the tags know, newest first; what changed in each is for people to say. */
import { inFolder, questioner, type WriteDraft } from "../draft.ts";

const MOST = 20;

/** In the form of https://keepachangelog.com. Undefined without releases, and where there is one already. */
export const changelogDraft: WriteDraft = (context) => {
  const { facts } = context;
  if (facts === undefined || facts.releases.length === 0) return undefined;
  if (facts.documents.some(({ role }) => role === "changelog")) return undefined;
  const { questions, ask } = questioner();
  const releases = facts.releases.slice(0, MOST).map(({ version, releasedAt, tag }) => {
    return `## ${version} - ${releasedAt.slice(0, 10)}\n\n${ask(`what changed for its users in ${version} (tag ${tag})?`)}`;
  });
  const text = ["# Changelog", "## Unreleased", ...releases].join("\n\n");
  return { files: [{ path: inFolder(context, "CHANGELOG.md"), text: `${text}\n` }], questions };
};
