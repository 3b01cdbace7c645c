/** Units from Dockerfiles and compose files. */
import type { Consume, Problem, Provide } from "@freehold/model";
import type { Assembled, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyPlace } from "../reading/identify.ts";
import { baseOf, folderName, folderOf, resolveIn } from "../reading/paths.ts";
import type { ComposeFacts, ServiceFacts } from "./compose.ts";
import type { DockerfileFacts } from "./dockerfile.ts";
import { imageIdentifier, imageTag, substitute } from "./reference.ts";

export type DockerFacts = DockerfileFacts | ComposeFacts;

interface Built {
  readonly compose: string;
  readonly service: ServiceFacts;
}

export function assembleDocker(manifests: readonly Manifest<DockerFacts>[], paths: PathIndex): Assembled {
  const dockerfiles: Manifest<DockerfileFacts>[] = [];
  const composes: Manifest<ComposeFacts>[] = [];
  for (const { path, facts } of manifests) {
    if (facts.kind === "compose") composes.push({ path, facts });
    else dockerfiles.push({ path, facts });
  }
  const built = Map.groupBy(
    composes.flatMap(({ path, facts }) => facts.services.map((service) => ({ compose: path, service }))),
    ({ compose, service }) => dockerfileOf(compose, service),
  );
  const names = namesOf(dockerfiles, paths.repository);
  const images = dockerfiles.map((manifest) =>
    imageOf(manifest, built.get(manifest.path) ?? [], names, paths.repository),
  );
  const known = new Set(dockerfiles.map(({ path }) => path));
  return {
    units: [...images, ...composes.map((manifest) => stackOf(manifest, known, paths.repository))],
    problems: dockerfiles.flatMap(({ path, facts }) => facts.unknown.slice(0, 1).map((use) => unknownImage(use, path))),
  };
}

/** The Dockerfile that a service is built from. */
function dockerfileOf(compose: string, { build }: ServiceFacts): string | undefined {
  const context = build === undefined ? undefined : substitute(build.context, new Map());
  if (build === undefined || context === undefined || /^(?:https?|git|ssh):|@/.test(context)) return undefined;
  const folder = resolveIn(folderOf(compose), context);
  return folder === undefined ? undefined : resolveIn(folder, build.dockerfile ?? "Dockerfile");
}

/**
 * An image is called as its folder, with the part of the file's name that tells it from the others
 * there; where two would be called the same, by as much of the path as tells them apart.
 */
function namesOf(dockerfiles: readonly Manifest<DockerfileFacts>[], repository: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let open = dockerfiles.map(({ path }) => path);
  for (let depth = 1; open.length > 0; depth++) {
    const groups = Map.groupBy(open, (path) => nameAt(path, depth, repository));
    open = [];
    for (const [name, same] of groups) {
      const exhausted = same.every((path) => depth > path.split("/").length);
      if (same.length === 1 || exhausted) for (const path of same) names.set(path, name);
      else open.push(...same);
    }
  }
  return names;
}

function nameAt(path: string, depth: number, repository: string): string {
  const folder = folderOf(path);
  const place = folder === "" ? folderName(folder, repository) : folder.split("/").slice(-depth).join("/");
  const own = baseOf(path).replace(/^(?:Docker|Container)file[.-]?|\.(?:Docker|Container)file$/i, "");
  return own === "" ? place : `${place}-${own}`;
}

/** `dev.Dockerfile`, `Dockerfile.test`: by its name for those who make the thing, who build it themselves. */
const FOR_MAKERS =
  /^(?:.*[._-])?(?:dev|devel|development|tests?|e2e|ci|lint|docs|bench)\.(?:Docker|Container)file$|^(?:Docker|Container)file[._-](?:dev|devel|development|tests?|e2e|ci|lint|docs|bench)$/i;

function imageOf(
  { path, facts }: Manifest<DockerfileFacts>,
  built: readonly Built[],
  names: ReadonlyMap<string, string>,
  repository: string,
): UnitDraft {
  const published = built.flatMap(publishedAs);
  return {
    kind: "image",
    name: facts.title ?? published[0]?.name ?? names.get(path) ?? path,
    path: folderOf(path),
    manifest: path,
    ...(facts.description !== undefined && { description: facts.description }),
    published: published.length > 0 || !FOR_MAKERS.test(baseOf(path)),
    provides: [
      provided(identifyPlace(repository, path), { rule: "docker.dockerfile", path }),
      ...published.map(({ provide }) => provide),
    ],
    consumes: facts.uses.flatMap((use) => imageConsume(use.reference, use.final ? "runtime" : "build", path, use.line)),
  };
}

/** A service that both builds and names an image says what the image is called. */
function publishedAs({ compose, service }: Built): { name: string; provide: Provide }[] {
  const reference = substitute(service.image?.reference ?? "", new Map());
  const id = reference === undefined || reference === "" ? undefined : imageIdentifier(reference);
  if (id === undefined || reference === undefined) return [];
  const name = reference.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
  return [{ name, provide: provided(id, { rule: "docker.compose-image", path: compose, line: service.image?.line }) }];
}

function imageConsume(reference: string, scope: Consume["scope"], path: string, line: number): Consume[] {
  const id = imageIdentifier(reference);
  const rule = scope === "build" ? "docker.stage" : "docker.image";
  return id === undefined ? [] : [declared(id, scope, { rule, path, line }, imageTag(reference))];
}

function stackOf({ path, facts }: Manifest<ComposeFacts>, known: ReadonlySet<string>, repository: string): UnitDraft {
  const variant = baseOf(path).replace(/^(?:docker-)?compose[.-]?|\.?ya?ml$/g, "");
  const name = facts.name ?? folderName(folderOf(path), repository);
  return {
    kind: "service",
    name: variant === "" ? name : `${name}-${variant}`,
    path: folderOf(path),
    manifest: path,
    published: false,
    provides: [provided(identifyPlace(repository, path), { rule: "docker.compose", path })],
    consumes: facts.services.flatMap((service) => serviceConsumes(service, path, known, repository)),
  };
}

function serviceConsumes(
  service: ServiceFacts,
  path: string,
  known: ReadonlySet<string>,
  repository: string,
): Consume[] {
  const dockerfile = dockerfileOf(path, service);
  if (dockerfile !== undefined && known.has(dockerfile)) {
    const source = { rule: "docker.build", path, line: service.build?.line, detail: service.name };
    return [declared(identifyPlace(repository, dockerfile), "build", source)];
  }
  const reference = substitute(service.image?.reference ?? "", new Map());
  return reference === undefined || reference === ""
    ? []
    : imageConsume(reference, "runtime", path, service.image?.line ?? service.line);
}

function unknownImage(use: { reference: string; line: number }, path: string): Problem {
  return {
    code: "docker/unknown-image",
    severity: "info",
    message: `which image ${use.reference} is can't be read from the file`,
    hint: "Give the ARG a default.",
    path,
    line: use.line,
    column: 1,
  };
}
