/** Light, dark, or as the system has it. */
import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { Icon, type IconName } from "./icon.tsx";

const CHOICES = [
  { value: "auto", label: "As the system", icon: "auto" },
  { value: "light", label: "Light", icon: "sun" },
  { value: "dark", label: "Dark", icon: "moon" },
] as const satisfies readonly { value: string; label: string; icon: IconName }[];

type Colours = (typeof CHOICES)[number]["value"];

export function useColours(): { readonly colours: Colours; readonly next: () => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const place = CHOICES.findIndex(({ value }) => value === colorScheme);
  return {
    colours: colorScheme,
    next: () => setColorScheme(CHOICES[(place + 1) % CHOICES.length]?.value ?? "auto"),
  };
}

export function ColourSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colours"
      className="colour-switch"
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      data={CHOICES.map(({ value, label, icon }) => ({
        value,
        label: (
          <span className="colour-choice" title={label}>
            <Icon name={icon} />
            <span className="visually-hidden">{label}</span>
          </span>
        ),
      }))}
    />
  );
}
