/** Mantine, set up once. Nothing outside `ui/` imports it, so that another library could take its place. */
import { createTheme, localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

/** `public/theme.js` reads the same key before the first paint. */
const colours = localStorageColorSchemeManager({ key: "freehold-colours" });

const theme = createTheme({
  primaryColor: "freehold",
  primaryShade: { light: 7, dark: 4 },
  colors: {
    freehold: [
      "#eef7f2",
      "#dcece4",
      "#b6d9c7",
      "#8dc5a8",
      "#6cc394",
      "#43a173",
      "#2a855b",
      "#1d6b4a",
      "#15563b",
      "#0b412b",
    ],
  },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});

export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
      {children}
    </MantineProvider>
  );
}
