import type { AboutKind } from "../../kind.ts";

function isImageFile(path: string): boolean {
  return (
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i.test(path) &&
    !/\.(?:dockerignore|md|txt|[cm]?[jt]sx?|py|go|j2|tmpl|template)$/i.test(path)
  );
}

export const about: AboutKind = {
  id: "container-image",
  title: "container image",
  version: 2,
  looksAt: isImageFile,
};
