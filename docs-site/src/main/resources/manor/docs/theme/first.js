// Before anything is drawn: the theme that was chosen last, so that no page flashes in another.
(function () {
  var root = document.documentElement;
  root.classList.add('live');
  try {
    var theme = localStorage.getItem('manor.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (nothingIsRemembered) {
    // A browser may refuse; the book then follows the system.
  }
})();
