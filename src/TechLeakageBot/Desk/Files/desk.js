// Gives the pages Fluent's web components. They work without it, too: nothing here changes what a page says or does.
import { beforeStart } from "./fluent.js";

try {
  // Teams' own colours, whatever the device prefers: the style sheet is made for them.
  localStorage.setItem("fluentui-blazor:theme-settings", JSON.stringify({ base: "teams", mode: "light" }));
} catch {
  // No storage, as in a private window: Fluent takes its default, and the style sheet's own tokens prevail.
}

beforeStart({}, "web");

// Inside Teams no other site can be shown, so the sign-in opens a window of its own.
if (window.top !== window.self) {
  for (const link of document.querySelectorAll("a[data-leaves]")) link.target = "_blank";
}
