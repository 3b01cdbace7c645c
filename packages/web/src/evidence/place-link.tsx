/** A place in the code: a link where its repository has an address, else the text of it. */
import { linkTo } from "./location.ts";
import { useRepository } from "./use-repository.ts";

interface PlaceLinkProps {
  readonly repository: string | undefined;
  readonly path: string;
  readonly line?: number | undefined;
}

export function PlaceLink({ repository, path, line }: PlaceLinkProps) {
  const { source } = useRepository(repository);
  const link = linkTo({ rule: "", path, ...(line === undefined ? {} : { line }) }, source);
  const text = line === undefined ? path : `${path}:${line}`;
  if (link === undefined) return <code className="place">{text}</code>;
  return (
    <a className="place" href={link} target="_blank" rel="noreferrer">
      <code>{text}</code>
    </a>
  );
}
