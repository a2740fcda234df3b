// Sets the chosen theme before the first paint; external, because the content security policy allows no inline script.
(() => {
  try {
    const theme = localStorage.getItem("loper.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be closed to us; then the system's theme holds.
  }
})();
