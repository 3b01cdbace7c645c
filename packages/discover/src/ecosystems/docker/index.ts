/**
 * Docker images: one unit for each Dockerfile, and one for each compose file, which runs images.
 *
 * Nothing in a Dockerfile says under which name its image is published. A compose file that builds it
 * and names it does; otherwise the image is known by its place alone, since a folder called `redis` is not Redis.
 */
import type { Ecosystem } from "../ecosystem.ts";
import { baseOf } from "../reading/paths.ts";
import { assembleDocker, type DockerFacts } from "./assemble.ts";
import { parseCompose } from "./compose.ts";
import { loadDockerfileParser, parseDockerfile } from "./dockerfile.ts";

export const docker: Ecosystem<DockerFacts> = {
  id: "docker",
  title: "Docker images",
  version: 1,
  extensions: [],
  matches: (path) => isDockerfile(baseOf(path)) || isCompose(baseOf(path)),
  dialect: (path) => (isCompose(baseOf(path)) ? "compose" : "dockerfile"),
  load: loadDockerfileParser,
  parse: ({ path, text }) => (isCompose(baseOf(path)) ? parseCompose(text) : parseDockerfile(text)),
  assemble: assembleDocker,
};

/** `Dockerfile`, `Dockerfile.amd64`, `amd64.Dockerfile`, `Containerfile`; not what is made from a template. */
function isDockerfile(name: string): boolean {
  if (/\.(?:md|txt|ts|js|py|go|j2|jinja2?|tmpl|tpl|template|erb|dockerignore|in|sh|ya?ml|json)$/i.test(name))
    return false;
  return /^(?:Docker|Container)file(?:[.-][\w.-]+)?$/.test(name) || /^[\w.-]+\.(?:Docker|Container)file$/i.test(name);
}

/** `compose.yaml`, `docker-compose.test.yml`. */
function isCompose(name: string): boolean {
  return /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(name);
}
