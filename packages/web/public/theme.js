// Sets the colours before the first paint. A file of its own, so that the page needs no inline script.
(function () {
  var choice = "auto";
  try {
    choice = localStorage.getItem("freehold-colours") || "auto";
  } catch {
    // Storage may be closed to us; the system's choice holds.
  }
  var dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
