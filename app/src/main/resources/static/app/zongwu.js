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
  window.addEventListener('pageshow', function (event) {
    document.querySelectorAll('form :disabled').forEach(function (e) { e.disabled = false; });
    /* back to a form that was sent: what it did stands on the server, so the page is fetched anew */
    if (event.persisted && document.querySelector('form[data-sent]')) location.reload();
  });

  /* one click, one request; the server keeps the same promise by the key in the form */
  on('submit', '[data-once]', function (event, form) {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
  });

  /* a register is left and come back to: the same filter, and the row that was opened is marked */
  var remember = function (key, value) { try { sessionStorage.setItem(key, value); } catch (e) { /* private mode */ } };
  var recall = function (key) { try { return sessionStorage.getItem(key); } catch (e) { return null; } };
  var cameBack = function () {
    if (document.querySelector('.zw-reg, .ph-row')) remember('filter ' + location.pathname, location.search);
    document.querySelectorAll('.zw-back').forEach(function (a) {
      if (!a.search) a.search = recall('filter ' + a.pathname) || '';
    });
    var last = recall('last ' + location.pathname);
    document.querySelectorAll('.zw-reg tbody a').forEach(function (a) { if (last && a.getAttribute('href') === last) a.closest('tr').classList.add('last'); });
  };
  on('click', '.zw-reg tbody a', function (event, a) { remember('last ' + location.pathname, a.getAttribute('href')); });
  document.addEventListener('htmx:load', cameBack);
  cameBack();

  /* the menu shows where one is */
  var here = document.querySelector('.zw-nav [aria-current]');
  if (here) here.scrollIntoView({ block: 'nearest' });

  /* a table that is wider than its pane moves closer together; one that still is says so at its edges */
  var widths = function () {
    document.querySelectorAll('.zw-reg .zw-pane').forEach(function (pane) {
      pane.classList.remove('close', 'wide');
      ['close', 'wide'].forEach(function (how) { if (pane.scrollWidth > pane.clientWidth + 1) pane.classList.add(how); });
    });
  };
  window.addEventListener('resize', widths);
  document.addEventListener('htmx:load', widths);
  widths();

  /* the list of keys; ? opens it unless somebody does not want that */
  var keys = document.getElementById('keys'), off = keys && keys.querySelector('[data-keys-off]');
  if (off) {
    off.checked = (function () { try { return localStorage.getItem('keys') === 'off'; } catch (e) { return false; } })();
    off.addEventListener('change', function () { try { localStorage.setItem('keys', off.checked ? 'off' : 'on'); } catch (e) { /* private mode */ } });
  }
  on('click', '[data-keys]', function () { keys.showModal(); });
  on('click', '[data-select]', function (event, input) { input.select(); });

  /* keys */
  var typing = function (e) { return e.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName); };
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === '?' && keys && !off.checked && !typing(event.target) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      keys.showModal();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      document.getElementById('search').focus();
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      /* the form at hand; on a document the one next step, which says so on its button */
      var form = event.target.form, button = form && form.method === 'post' ? form.querySelector('button.pri') : document.querySelector('main button[data-send]');
      if (button) { event.preventDefault(); button.form.requestSubmit(button); }
    }
  });
  var summary = document.querySelector('[data-focus]');
  if (summary) summary.focus();

  /* what a code in the grid means stands beside it; the foot adds the lines up */
  var said = function (input, words) {
    if (words) input.closest('td').dataset.said = words;
    else delete input.closest('td').dataset.said;
  };
  var figure = function (text) { return Number(String(text).normalize('NFKC').replace(/[,\s￥¥]/g, '')); };
  var addUp = function (grid) {
    var out = grid.closest('form').querySelector('[data-grand]'), sum = 0, count = 0;
    if (!out || !grid.querySelector('[name=price], [name=amount]')) return;
    lines(grid).forEach(function (row) {
      var of = function (name) { var e = row.querySelector('[name=' + name + ']'); return e ? e.value.trim() : ''; };
      if (!of('item')) return;
      count++;
      var worth = of('amount') ? figure(of('amount')) : Math.round(figure(of('quantity')) * figure(of('price')) * 100) / 100;
      if (isFinite(worth)) sum += worth;
    });
    out.hidden = count === 0;
    out.querySelector('[data-lines]').textContent = count;
    out.querySelector('[data-sum]').textContent = sum.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  };
  on('input', '[data-grid] input', function (event, input) {
    if (input.dataset.pick) said(input, '');
    addUp(input.closest('[data-grid]'));
  });
  on('change', '[data-grid] input', function (event, input) { addUp(input.closest('[data-grid]')); });

  /* the line grid: Enter and arrows move, a paste from a spreadsheet fills, the last line begets the next */
  var cells = function (row) { return Array.prototype.slice.call(row.querySelectorAll('input')); };
  var lines = function (grid) { return Array.prototype.slice.call(grid.querySelectorAll('tr[data-line]')); };
  var number = function (grid) {
    lines(grid).forEach(function (row, i) {
      row.firstElementChild.textContent = i + 1;
      cells(row).forEach(function (input) { input.id = input.name + '-' + i; });
      row.querySelectorAll('[aria-label]').forEach(function (e) { e.setAttribute('aria-label', e.getAttribute('aria-label').replace(/\d+(?=\D*$)/, i + 1)); });
    });
  };
  var grow = function (grid) {
    var all = lines(grid), copy = all[all.length - 1].cloneNode(true);
    cells(copy).forEach(function (input) { input.value = ''; said(input, ''); input.closest('td').classList.remove('err'); });
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
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || (pop && pop.input === input && pop.at >= 0 && event.key === 'Enter')) return;
    var grid = input.closest('[data-grid]');
    if (event.key === 'Enter') { event.preventDefault(); move(grid, input, 0, 1); }
    if (event.key === 'ArrowDown' && !pop) { event.preventDefault(); move(grid, input, 1, 0); }
    if (event.key === 'ArrowUp' && !pop) { event.preventDefault(); move(grid, input, -1, 0); }
  });
  on('click', '[data-delete-line]', function (event, button) {
    var grid = button.closest('[data-grid]'), row = button.closest('tr');
    var next = row.nextElementSibling;
    while (next && next.classList.contains('zw-lineerr')) { next.remove(); next = row.nextElementSibling; }
    var at = lines(grid).indexOf(row);
    if (lines(grid).length > 1) row.remove();
    else cells(row).forEach(function (input) { input.value = ''; said(input, ''); });
    number(grid);
    addUp(grid);
    cells(lines(grid)[Math.min(at, lines(grid).length - 1)])[0].focus();
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
    name(grid);
    addUp(grid);
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
    var chosen = pop.list[at];
    input.value = chosen.value;
    input.title = chosen.label;
    if (input.closest('[data-grid]')) said(input, chosen.label + '　' + chosen.detail);
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
      var named = s.value.indexOf(s.label) === 0;
      [['b', s.value], ['span', named ? '' : s.label], ['span', s.detail]].forEach(function (part) {
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
  var ask = function (input) {
    return fetch(input.dataset.pick + '?q=' + encodeURIComponent(input.value.trim()), { headers: { Accept: 'application/json' } }).then(function (r) { return r.ok ? r.json() : []; });
  };
  /* codes that are in the grid already, typed, pasted or from a draft */
  var name = function (grid) {
    grid.querySelectorAll('input[data-pick]').forEach(function (input) {
      if (!input.value.trim() || input.closest('td').dataset.said) return;
      ask(input).then(function (list) {
        var same = list.filter(function (s) { return s.value === input.value.trim(); })[0];
        if (same) said(input, same.label + '　' + same.detail);
      }).catch(function () { /* the code stands for itself */ });
    });
  };
  var suggest = function (event, input) {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (!input.value.trim()) { close(); return; }
      ask(input).then(function (list) { show(input, list); }).catch(close);
    }, 180);
  };
  on('input', '[data-pick]', suggest);
  on('compositionend', '[data-pick]', suggest);
  on('change', '[data-grid] input[data-pick]', function (event, input) { name(input.closest('[data-grid]')); });
  document.querySelectorAll('[data-grid]').forEach(function (grid) { name(grid); addUp(grid); });
  on('keydown', '[data-pick]', function (event) {
    if (!pop || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); mark((pop.at + 1) % pop.list.length); }
    if (event.key === 'ArrowUp') { event.preventDefault(); mark((pop.at + pop.list.length - 1) % pop.list.length); }
    if (event.key === 'Enter' && pop.at >= 0) { event.preventDefault(); take(pop.at); }
    if (event.key === 'Escape') close();
  });
  document.addEventListener('focusout', function () { setTimeout(function () { if (pop && document.activeElement !== pop.input) close(); }, 120); });
})();
