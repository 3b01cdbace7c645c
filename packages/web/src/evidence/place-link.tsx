/** A place in the code: a link where its repository has an address, else the text of it. */
import { useQuery } from "@tanstack/react-query";
import { summaryQuery } from "../api/queries.ts";
import { linkTo } from "./location.ts";

interface PlaceLinkProps {
  readonly repository: string | undefined;
  readonly path: string;
  readonly line?: number | undefined;
}

export function PlaceLink({ repository, path, line }: PlaceLinkProps) {
  const { data: summary } = useQuery(summaryQuery);
  const source = summary?.repositories.find(({ id }) => id === repository);
  const link = linkTo({ rule: "", path, ...(line === undefined ? {} : { line }) }, source);
  const text = line === undefined ? path : `${path}:${line}`;
  if (link === undefined) return <code className="place">{text}</code>;
  return (
    <a className="place" href={link} target="_blank" rel="noreferrer">
      <code>{text}</code>
    </a>
  );
}
