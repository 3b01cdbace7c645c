/** One action, declared once: palette, shortcuts and the keyboard guide are derived from it. */
import type { IconName } from "../ui/index.ts";

/** What actions may do to the app; made by the shell. */
export interface ActionContext {
  /** The path shown at present. */
  readonly path: string;
  readonly go: (path: string) => void;
  readonly copyLink: () => void;
  readonly focusSearch: () => void;
  readonly moveInList: (step: 1 | -1) => void;
  readonly nextColours: () => void;
  readonly toggleSidebar: () => void;
  readonly open: (overlay: "palette" | "guide") => void;
}

export interface Action {
  readonly id: string;
  readonly name: string;
  readonly section: "Go to" | "On this page" | "View" | "Help";
  readonly icon: IconName;
  /** `g p` one key after the other, `mod+k` together. */
  readonly keys?: string;
  readonly visible?: (context: ActionContext) => boolean;
  readonly perform: (context: ActionContext) => void;
}
