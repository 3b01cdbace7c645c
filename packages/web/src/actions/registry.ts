/** Every action of the app, one entry each. */
import type { Action } from "./action.ts";

export const actions: readonly Action[] = [
  { id: "go.products", name: "Products", section: "Go to", icon: "products", keys: "g p", perform: ({ go }) => go("/products") },
  { id: "go.map", name: "Map", section: "Go to", icon: "map", keys: "g m", perform: ({ go }) => go("/map") },
  { id: "go.people", name: "People", section: "Go to", icon: "people", keys: "g o", perform: ({ go }) => go("/people") },
  { id: "go.problems", name: "Findings", section: "Go to", icon: "problems", keys: "g f", perform: ({ go }) => go("/findings") },
  { id: "go.unowned", name: "Products without an owner", section: "Go to", icon: "people", keys: "g u", perform: ({ go }) => go("/products?owner=unowned") },
  { id: "page.search", name: "Search on this page", section: "On this page", icon: "search", keys: "/", perform: ({ focusSearch }) => focusSearch() },
  { id: "page.next", name: "Next row", section: "On this page", icon: "down", keys: "j", perform: ({ moveInList }) => moveInList(1) },
  { id: "page.previous", name: "Previous row", section: "On this page", icon: "up", keys: "k", perform: ({ moveInList }) => moveInList(-1) },
  {
    id: "page.map",
    name: "Show this product on the map",
    section: "On this page",
    icon: "map",
    keys: "m",
    visible: ({ path }) => path.startsWith("/products/"),
    perform: ({ go, path }) => go(`/map?focus=${path.slice("/products/".length)}`),
  },
  { id: "page.copy", name: "Copy link to this page", section: "On this page", icon: "copy", keys: "y", perform: ({ copyLink }) => copyLink() },
  { id: "view.palette", name: "Find a product or an action", section: "View", icon: "search", keys: "mod+k", perform: ({ open }) => open("palette") },
  { id: "view.sidebar", name: "Show or hide the sidebar", section: "View", icon: "sidebar", keys: "mod+.", perform: ({ toggleSidebar }) => toggleSidebar() },
  { id: "view.colours", name: "Change colours: system, light, dark", section: "View", icon: "sun", keys: "mod+shift+l", perform: ({ nextColours }) => nextColours() },
  { id: "help.guide", name: "Keyboard guide", section: "Help", icon: "evidence", keys: "?", perform: ({ open }) => open("guide") },
];
