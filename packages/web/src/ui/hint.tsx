/** A short explanation on hover and on focus. */
import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";

export function Hint({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <Tooltip
      label={text}
      multiline
      maw={300}
      openDelay={250}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
      transitionProps={{ duration: 80 }}
    >
      {children}
    </Tooltip>
  );
}
