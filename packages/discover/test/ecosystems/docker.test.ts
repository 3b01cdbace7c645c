import { expect, test } from "vitest";
import { imageIdentifier } from "../../src/ecosystems/docker/reference.ts";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

const REFERENCES: readonly (readonly [string, string | undefined])[] = [
  ["nginx", "pkg:docker/library/nginx"],
  ["docker.io/nginx:1.2", "pkg:docker/library/nginx"],
  ["docker.io/library/nginx", "pkg:docker/library/nginx"],
  ["Grafana/Grafana:latest", "pkg:docker/grafana/grafana"],
  ["ghcr.io/acme/shop@sha256:00", "pkg:docker/ghcr.io/acme/shop"],
  ["localhost:5000/a", "pkg:docker/localhost:5000/a"],
  ["", undefined],
  ["a b", undefined],
];

test.each(REFERENCES)("the image %s", (reference, id) => {
  expect(imageIdentifier(reference)).toBe(id);
});

test("stages, copies, and arguments with defaults", async () => {
  const found = await discover({
    "images/web/Dockerfile": `ARG NODE=22
ARG BASE
FROM --platform=$BUILDPLATFORM node:\${NODE} AS build
RUN cat <<EOF
FROM heredoc
EOF
FROM \${BASE:-nginx:1.27}
COPY --from=build /a /a
COPY --from=0 /a /a
COPY --from=ghcr.io/acme/tools:1 /t /t
`,
    "images/web/Dockerfile.debug": "ARG TAG\nFROM acme/base:$TAG\n",
  });
  const unit = found.units.find(({ manifest }) => manifest === "images/web/Dockerfile");
  expect(unit && consumesOf(unit)).toEqual([
    "pkg:docker/ghcr.io/acme/tools build 1 @10",
    "pkg:docker/library/nginx runtime 1.27 @7",
    "pkg:docker/library/node build 22 @3",
  ]);
  expect(unitsOf(found)).toEqual([
    ". folder source shop",
    "images/web image source web",
    "images/web image source web-debug",
  ]);
  expect(problemsOf(found)).toEqual(["info docker/unknown-image images/web/Dockerfile.debug:2:1"]);
});

test("a compose file gives an image its name and runs others", async () => {
  const found = await discover({
    "compose.yaml": `x-base: &base
  restart: always
services:
  web:
    <<: *base
    image: ghcr.io/acme/web:\${TAG:-dev}
    build: { context: ./web, dockerfile: docker/Dockerfile }
  db:
    image: postgres:16
  local:
    build: ./nowhere
`,
    "web/docker/Dockerfile": "FROM scratch\n",
  });
  const image = unitAt(found, "web/docker");
  expect(image.name).toBe("ghcr.io/acme/web");
  expect(providesOf(image)).toEqual(["unit:github.com/acme/shop/web/docker/Dockerfile", "pkg:docker/ghcr.io/acme/web"]);
  expect(consumesOf(unitAt(found, "", "docker"))).toEqual([
    "pkg:docker/library/postgres runtime 16 @9",
    "unit:github.com/acme/shop/web/docker/Dockerfile build @7",
  ]);
});

test("images of one folder name are told apart by more of the path", async () => {
  const found = await discover({
    "a/docker/Dockerfile": "FROM x",
    "b/docker/Dockerfile": "FROM x",
    Dockerfile: "FROM x",
    "c/Dockerfile.j2": "",
  });
  expect(unitsOf(found)).toEqual([
    ". image source shop",
    ". folder source shop",
    "a/docker image source a/docker",
    "b/docker image source b/docker",
  ]);
});

test("an image for those who make the thing is published for nobody", async () => {
  const from = "FROM node:24\n";
  const { units } = await discover({
    "dev.Dockerfile": from,
    "Dockerfile.test": from,
    Dockerfile: from,
    "a/Dockerfile.web": from,
  });
  const images = units.filter(({ kind }) => kind === "image");
  expect(Object.fromEntries(images.map(({ manifest, published }) => [manifest, published]))).toEqual({
    "dev.Dockerfile": false,
    "Dockerfile.test": false,
    Dockerfile: true,
    "a/Dockerfile.web": true,
  });
});
