/* The few things a page does by itself. Everything here is a convenience: without it, links and forms still work. */
(function () {
  'use strict';
  var on = function (type, selector, act) {
    document.addEventListener(type, function (event) {
      var hit = event.target.closest && event.target.closest(selector);
      if (hit) act(event, hit);
    });
  };

  /* theme, menu, filter, password */
  on('click', '[data-theme-switch]', function () {
    var root = document.documentElement, next = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    root.dataset.bsTheme = next;
    try { localStorage.setItem('theme', next); } catch (e) { /* private mode */ }
  });
  on('click', '.zw-menu', function (event, button) {
    var open = document.body.classList.toggle('zw-open');
    button.setAttribute('aria-expanded', open);
  });
  on('click', '[data-more]', function (event, button) {
    var open = button.closest('form').classList.toggle('zw-all');
    button.setAttribute('aria-expanded', open);
  });
  on('click', '[data-show]', function (event, button) {
    var input = document.getElementById(button.dataset.show);
    input.type = input.type === 'password' ? 'text' : 'password';
    button.setAttribute('aria-pressed', input.type === 'text');
  });
  on('change', '[data-submit]', function (event, select) { select.form.requestSubmit(); });

  /* a filter leaves empty fields out of the address */
  on('submit', '[data-filter]', function (event, form) {
    Array.prototype.forEach.call(form.elements, function (e) { if (!e.value) e.disabled = true; });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form :disabled').forEach(function (e) { e.disabled = false; });
    document.querySelectorAll('form[data-sent]').forEach(function (f) { delete f.dataset.sent; });
  });

  /* one click, one request; the server keeps the same promise by the key in the form */
  on('submit', '[data-once]', function (event, form) {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
  });

  /* keys */
  document.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      document.getElementById('search').focus();
    } else if (event.ctrlKey && event.key === 'Enter') {
      var form = event.target.form;
      if (form && form.method === 'post') form.requestSubmit();
    }
  });
  var summary = document.querySelector('[data-focus]');
  if (summary) summary.focus();

  /* the line grid: Enter and arrows move, a paste from a spreadsheet fills, the last line begets the next */
  var cells = function (row) { return Array.prototype.slice.call(row.querySelectorAll('input')); };
  var lines = function (grid) { return Array.prototype.slice.call(grid.querySelectorAll('tr[data-line]')); };
  var number = function (grid) {
    lines(grid).forEach(function (row, i) {
      row.firstElementChild.textContent = i + 1;
      cells(row).forEach(function (input) { input.id = input.name + '-' + i; });
    });
  };
  var grow = function (grid) {
    var all = lines(grid), copy = all[all.length - 1].cloneNode(true);
    cells(copy).forEach(function (input) { input.value = ''; input.closest('td').classList.remove('err'); });
    grid.tBodies[0].appendChild(copy);
    number(grid);
    return copy;
  };
  var move = function (grid, input, down, across) {
    var all = lines(grid), row = all.indexOf(input.closest('tr')), col = cells(all[row]).indexOf(input) + across;
    row += down;
    if (col >= cells(all[0]).length) { col = 0; row++; }
    if (row < 0) return;
    var target = row < all.length ? all[row] : grow(grid);
    cells(target)[col].focus();
    cells(target)[col].select();
  };
  on('keydown', '[data-grid] input', function (event, input) {
    if (event.isComposing || event.ctrlKey || (pop && pop.input === input && pop.at >= 0 && event.key === 'Enter')) return;
    var grid = input.closest('[data-grid]');
    if (event.key === 'Enter') { event.preventDefault(); move(grid, input, 0, 1); }
    if (event.key === 'ArrowDown' && !pop) { event.preventDefault(); move(grid, input, 1, 0); }
    if (event.key === 'ArrowUp' && !pop) { event.preventDefault(); move(grid, input, -1, 0); }
  });
  on('click', '[data-delete-line]', function (event, button) {
    var grid = button.closest('[data-grid]'), row = button.closest('tr');
    if (lines(grid).length > 1) row.remove();
    else cells(row).forEach(function (input) { input.value = ''; });
    number(grid);
  });
  on('paste', '[data-grid] input', function (event, input) {
    var text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    var grid = input.closest('[data-grid]'), start = lines(grid).indexOf(input.closest('tr')), col = cells(input.closest('tr')).indexOf(input);
    text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach(function (line, i) {
      var row = lines(grid)[start + i] || grow(grid);
      line.split('\t').forEach(function (value, j) { if (cells(row)[col + j]) cells(row)[col + j].value = value.trim(); });
    });
  });

  /* suggestions: code, name or pinyin initials; what is typed stays valid without choosing */
  var pop = null, timer = null;
  var close = function () { if (pop) { pop.box.remove(); pop.input.removeAttribute('aria-expanded'); pop = null; } };
  var mark = function (at) {
    pop.at = at;
    Array.prototype.forEach.call(pop.box.children, function (o, i) { o.setAttribute('aria-selected', i === at); });
  };
  var take = function (at) {
    var input = pop.input;
    input.value = pop.list[at].value;
    input.title = pop.list[at].label;
    close();
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  var show = function (input, list) {
    close();
    if (!list.length || document.activeElement !== input) return;
    var box = document.createElement('div'), at = input.getBoundingClientRect();
    box.className = 'zw-pop';
    box.setAttribute('role', 'listbox');
    box.style.position = 'absolute';
    box.style.left = Math.max(8, Math.min(at.left, innerWidth - 340)) + 'px';
    box.style.top = at.bottom + scrollY + 2 + 'px';
    box.style.minWidth = '320px';
    list.forEach(function (s, i) {
      var option = document.createElement('div');
      option.className = 'o';
      option.setAttribute('role', 'option');
      [['b', s.value], ['span', s.label], ['span', s.detail]].forEach(function (part) {
        var e = document.createElement(part[0]);
        e.textContent = part[1];
        option.appendChild(e);
      });
      option.lastChild.className = 'py';
      option.addEventListener('mousedown', function (event) { event.preventDefault(); take(i); });
      box.appendChild(option);
    });
    document.body.appendChild(box);
    input.setAttribute('aria-expanded', 'true');
    pop = { input: input, box: box, list: list, at: -1 };
  };
  on('input', '[data-pick]', function (event, input) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (!input.value.trim()) { close(); return; }
      fetch(input.dataset.pick + '?q=' + encodeURIComponent(input.value), { headers: { Accept: 'application/json' } })
        .then(function (r) { return r.ok ? r.json() : []; }).then(function (list) { show(input, list); }).catch(close);
    }, 180);
  });
  on('keydown', '[data-pick]', function (event) {
    if (!pop || event.isComposing) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); mark((pop.at + 1) % pop.list.length); }
    if (event.key === 'ArrowUp') { event.preventDefault(); mark((pop.at + pop.list.length - 1) % pop.list.length); }
    if (event.key === 'Enter' && pop.at >= 0) { event.preventDefault(); take(pop.at); }
    if (event.key === 'Escape') close();
  });
  document.addEventListener('focusout', function () { setTimeout(function () { if (pop && document.activeElement !== pop.input) close(); }, 120); });
})();
