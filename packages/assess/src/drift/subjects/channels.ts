import type { DriftEdit } from "@freehold/model";
import type { ProductContext } from "../../context/product-context.ts";
import { addressPath } from "../../characteristics/address-text.ts";
import type { DriftLine, DriftSubject } from "../subject.ts";

/** Rooms where people talk, by where they are kept: an invitation is the address of one. */
const ROOM =
  /^(?:discord\.gg|discord(?:app)?\.com\/invite|[\w-]+\.slack\.com|join\.slack\.com|gitter\.im|[\w-]+\.zulipchat\.com|matrix\.to|app\.element\.io|t\.me)(?:\/|$)/;
const AT_HOST =
  /^(https?:\/\/(?:github|gitlab|codeberg)\.[a-z]+\/)([\w.-]+\/[\w.-]+)(\/(?:-\/)?(?:issues|discussions)\b.*)$/i;

/** Who asks where nobody listens any more gets no answer; only rooms and the pages of the scanned repository can be told. */
export const channels: DriftSubject = {
  id: "channels",
  lines(context) {
    const { charter, product } = context;
    if (product.charter === undefined || (charter?.channels ?? []).length === 0) return [];
    return [...movedPages(context, product.charter), ...otherRooms(context, product.charter)];
  },
};

/** Pages of a repository by the same name at another address: it was renamed, or this one is a copy of it. */
function movedPages({ charter, repository, charterAt }: ProductContext, file: string): DriftLine[] {
  const home = repository?.url === undefined ? undefined : addressPath(repository.url);
  const [, name] = home?.split("/") ?? [];
  if (repository?.url === undefined || home === undefined) return [];
  return (charter?.channels ?? []).flatMap(({ url }, index) => {
    const [, host = "", place = "", rest = ""] = AT_HOST.exec(url) ?? [];
    if (place === "" || place.toLowerCase() === home || place.toLowerCase().split("/")[1] !== name) return [];
    const instead = `${host}${home}${rest}`;
    return [
      {
        declared: url,
        observed: `it lies in ${repository.url ?? ""}`,
        evidence: [charterAt("channels", url), { detail: `remote ${repository.url ?? ""}` }],
        mend: `Write ${instead} as that channel in ${file}, or say there why people ask elsewhere.`,
        edit: { kind: "charter", file, op: "replace", at: ["channels", index, "url"], value: instead },
      },
    ];
  });
}

/** Its documents send people to a room, and the charter to none, or to another one. */
function otherRooms({ charter, facts, charterAt, at }: ProductContext, file: string): DriftLine[] {
  const declared = (charter?.channels ?? []).map(({ url }, index) => ({ url, index, room: roomOf(url) }));
  const rooms = declared.filter(({ room }) => room !== undefined);
  const linked = (facts?.documents ?? [])
    .filter(({ role }) => role === "readme" || role === "support" || role === "contributing")
    .flatMap(({ path, links }) => links.map(({ target, line }) => ({ path, line, target, room: roomOf(target) })))
    .filter(({ room }) => room !== undefined);
  const seen = new Map(linked.map((one) => [one.room, one]));
  if ([...seen.keys()].some((room) => rooms.some((one) => one.room === room))) return [];
  const [only, second] = [...seen.values()];
  if (only === undefined || second !== undefined) return [];
  const [said] = rooms;
  const edit: DriftEdit =
    said === undefined
      ? { kind: "charter", file, op: "add", at: ["channels"], value: { kind: "chat", url: only.target } }
      : { kind: "charter", file, op: "replace", at: ["channels", said.index, "url"], value: only.target };
  return [
    {
      declared: said?.url ?? declared.map(({ url }) => url).join(", "),
      observed: `${only.path} leads to ${only.target}`,
      evidence: [charterAt("channels", said?.url), at(only.path, only.line, only.target)],
      mend:
        said === undefined
          ? `Add ${only.target} to \`channels\` in ${file}, or remove the link.`
          : `Write ${only.target} as that channel in ${file}, or lead ${only.path} to ${said.url}.`,
      edit,
    },
  ];
}

/** `https://discord.gg/AbC?x=1` -> `discord.gg/AbC`; undefined for what is no room. */
function roomOf(address: string): string | undefined {
  const place = address
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .replace(/[?].*$/, "")
    .replace(/\/$/, "");
  const shown = place.replace(/^discord(?:app)?\.com\/invite\//i, "discord.gg/");
  return ROOM.test(place.toLowerCase()) ? shown : undefined;
}
