// Optional: everything works without it. "/" goes to the search; a figure's citation can be copied.
(function () {
  'use strict';
  document.addEventListener('keydown', function (e) {
    var t = e.target;
    if (e.key === '/' && !e.ctrlKey && !e.metaKey && !e.altKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(t.tagName)) {
      var q = document.getElementById('q2') || document.getElementById('q');
      if (q) { e.preventDefault(); q.focus(); }
    }
  });
  document.querySelectorAll('.cite').forEach(function (p) {
    p.addEventListener('click', function () {
      var range = document.createRange();
      range.selectNodeContents(p);
      var s = window.getSelection();
      if (s && s.isCollapsed) { s.removeAllRanges(); s.addRange(range); }
    });
  });
  var open = [];
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not([open])').forEach(function (d) { d.open = true; open.push(d); });
  });
  window.addEventListener('afterprint', function () { open.forEach(function (d) { d.open = false; }); open = []; });
})();
