/** Compose files: the services, what images they run and what they build. https://compose-spec.io */
import type { Parsed } from "../ecosystem.ts";
import { at, fields, type Node, text } from "../reading/node.ts";
import { readYaml } from "../reading/yaml.ts";

export interface ServiceFacts {
  readonly name: string;
  readonly line: number;
  readonly image?: { readonly reference: string; readonly line: number };
  /** Folder and file it is built from, relative to the compose file. */
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly line: number };
}

export interface ComposeFacts {
  readonly kind: "compose";
  readonly name?: string;
  readonly services: readonly ServiceFacts[];
}

export function parseCompose(source: string): Parsed<ComposeFacts> {
  const { root, problems } = readYaml(source, "docker");
  const services = at(root, "services");
  if (services?.kind !== "map") return { facts: undefined, problems };
  const name = text(at(root, "name"));
  const facts: ComposeFacts = {
    kind: "compose",
    ...(name !== undefined && { name }),
    services: [...fields(services)].map(([service, node]) => serviceOf(service, node)),
  };
  return { facts, problems };
}

function serviceOf(name: string, node: Node): ServiceFacts {
  const image = at(node, "image");
  const reference = text(image);
  const build = at(node, "build");
  const context = text(build) ?? text(at(build, "context")) ?? (build?.kind === "map" ? "." : undefined);
  const dockerfile = text(at(build, "dockerfile"));
  return {
    name,
    line: node.line,
    ...(image !== undefined && reference !== undefined && { image: { reference, line: image.line } }),
    ...(build !== undefined &&
      context !== undefined && {
        build: { context, line: build.line, ...(dockerfile !== undefined && { dockerfile }) },
      }),
  };
}
