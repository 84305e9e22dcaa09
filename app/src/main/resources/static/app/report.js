/* Writing a report: put a figure where the cursor stands, or in the place of a number. Without it, tokens are typed by hand. */
(function () {
  'use strict';
  var root = document.querySelector('[data-report-text]');
  if (!root) return;
  var text = root.querySelector('textarea');
  var written = function () { text.dispatchEvent(new Event('input', { bubbles: true })); };
  var put = function (from, to, words) {
    text.focus();
    text.setRangeText(words, from, to, 'end');
    written();
  };
  root.addEventListener('click', function (event) {
    var insert = event.target.closest('[data-insert]');
    if (insert) { put(text.selectionStart, text.selectionEnd, insert.dataset.insert); return; }
    var mend = event.target.closest('[data-with]');
    if (!mend) return;
    var lines = text.value.split('\n'), start = 0, line = Number(mend.dataset.line) - 1;
    for (var i = 0; i < line; i++) start += lines[i].length + 1;
    /* not inside a hole that stands there already */
    var plain = lines[line].replace(/\{[^}]*\}/g, function (hole) { return '\u0000'.repeat(hole.length); });
    var at = plain.indexOf(mend.dataset.words);
    if (at >= 0) put(start + at, start + at + mend.dataset.words.length, mend.dataset.with);
  });
  root.addEventListener('input', function (event) {
    if (!event.target.matches('[data-choose]')) return;
    var words = event.target.value.trim().toLowerCase();
    root.querySelectorAll('[data-insert]').forEach(function (b) {
      b.parentElement.hidden = words !== '' && (b.dataset.name + ' ' + b.dataset.insert).toLowerCase().indexOf(words) < 0;
    });
  });
  root.querySelector('[data-choose]').addEventListener('keydown', function (event) {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    var first = root.querySelector('li:not([hidden]) [data-insert]');
    if (first) first.click();
  });
}());
