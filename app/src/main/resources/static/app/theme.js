/* Before the first paint: light or dark, by choice, else by the system. */
(function () {
  document.documentElement.classList.add('js');
  var chosen = null;
  try { chosen = localStorage.getItem('theme'); } catch (e) { /* private mode */ }
  document.documentElement.dataset.bsTheme = chosen || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
})();
