/* The storekeeper's pages: asking from a phone, walking along the shelves, scanning. Without it, links and forms still work; only scanning needs it. */
(function () {
  'use strict';
  var on = function (type, selector, act) {
    document.addEventListener(type, function (event) {
      var hit = event.target.closest && event.target.closest(selector);
      if (hit) act(event, hit);
    });
  };
  var composing = function (event) { return event.isComposing || event.keyCode === 229; };
  var keep = function (store, key, value) { try { store.setItem(key, value); } catch (e) { /* private mode */ } };
  var kept = function (store, key) { try { return store.getItem(key); } catch (e) { return null; } };
  var forget = function (store, key) { try { store.removeItem(key); } catch (e) { /* private mode */ } };

  /* asking: what has a quantity moves up to the chosen ones and stays there while somebody searches on */
  var asking = document.querySelector('[data-request]');
  if (asking) {
    var chosen = asking.querySelector('[data-chosen]'), rows = chosen.querySelector('[data-rows]'), found = document.getElementById('found');
    var send = asking.querySelector('button.pri'), plain = send.textContent;
    var amount = function (row) { return Number(row.querySelector('[name=quantity]').value.normalize('NFKC')) || 0; };
    var settle = function () {
      var n = rows.children.length;
      chosen.hidden = n === 0;
      send.textContent = n ? send.dataset.count.replace('#', n) : plain;
    };
    var place = function (row) {
      if (amount(row) > 0 && row.parentElement !== rows) rows.appendChild(row);
      if (amount(row) === 0 && row.parentElement === rows) found.insertBefore(row, found.firstChild);
      settle();
    };
    on('click', '[data-step]', function (event, button) {
      var row = button.closest('[data-offer]'), input = row.querySelector('[name=quantity]'), next = Math.max(0, amount(row) + Number(button.dataset.step));
      input.value = next ? String(next) : '';
      place(row);
      button.focus();
    });
    on('change', '[data-offer] [name=quantity]', function (event, input) { place(input.closest('[data-offer]')); });
    on('keydown', '[data-offer] [name=quantity]', function (event, input) {
      if (composing(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      place(input.closest('[data-offer]'));
      document.getElementById('find').focus();
    });
    var timer = null, asked = 0;
    var find = function (input) {
      clearTimeout(timer);
      timer = setTimeout(function () {
        var mine = ++asked;
        fetch(input.dataset.find + '?q=' + encodeURIComponent(input.value.trim())).then(function (r) { return r.ok ? r.text() : ''; }).then(function (html) {
          if (mine !== asked) return;
          found.innerHTML = html;
          rows.querySelectorAll('[data-offer]').forEach(function (row) {
            var twin = found.querySelector('[data-offer="' + CSS.escape(row.dataset.offer) + '"]');
            if (twin) twin.remove();
          });
        }).catch(function () { /* the button still searches */ });
      }, 200);
    };
    on('input', '[data-find]', function (event, input) { if (!event.isComposing) find(input); });
    on('compositionend', '[data-find]', function (event, input) { find(input); });
    on('keydown', '[data-find]', function (event, input) { if (!composing(event) && event.key === 'Enter') { event.preventDefault(); find(input); } });
    found.querySelectorAll('[data-offer]').forEach(function (row) { if (amount(row) > 0) place(row); });
    settle();
  }

  /* the walk: what is ticked stays ticked until it is sent, however often the phone falls asleep */
  var walk = document.querySelector('[data-picks]');
  if (walk) {
    var memory = 'picks ' + walk.dataset.picks, ticks = Array.prototype.slice.call(walk.querySelectorAll('[name=tick]:not(:disabled)'));
    var before = (kept(sessionStorage, memory) || '').split(',');
    ticks.forEach(function (t) { t.checked = before.indexOf(t.value) >= 0; });
    var note = function () { keep(sessionStorage, memory, ticks.filter(function (t) { return t.checked; }).map(function (t) { return t.value; }).join(',')); };
    walk.addEventListener('change', note);
    on('click', '[data-tick-all]', function () { ticks.forEach(function (t) { t.checked = true; }); note(); });
  }

  on('click', '[data-tick-items]', function (event, button) {
    button.closest('form').querySelectorAll('[name=item]').forEach(function (t) { t.checked = true; });
  });

  /* scanning: one box, a running list; nothing ever asks in a window of its own */
  var box = document.getElementById('scan');
  if (!box) return;
  var form = box.form, list = form.querySelector('[data-scanned]'), counter = form.querySelector('[data-counter]'), status = form.querySelector('[data-status]'), last = form.querySelector('[data-last]');
  var words = form.dataset, store = 'scan ' + words.scanning, lines = [], audio = null, queue = Promise.resolve();
  var mute = form.querySelector('[data-mute]');
  mute.checked = kept(localStorage, 'scan-mute') === 'yes';
  mute.addEventListener('change', function () { keep(localStorage, 'scan-mute', mute.checked ? 'yes' : 'no'); box.focus(); });
  var sound = function (good) {
    if (mute.checked) return;
    try {
      audio = audio || new AudioContext();
      var tone = audio.createOscillator(), gain = audio.createGain();
      tone.frequency.value = good ? 880 : 196;
      tone.type = good ? 'sine' : 'square';
      gain.gain.setValueAtTime(0.12, audio.currentTime);
      gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + (good ? 0.09 : 0.35));
      tone.connect(gain);
      gain.connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + (good ? 0.1 : 0.36));
    } catch (e) { /* a page without sound */ }
  };
  var element = function (tag, css, text) {
    var e = document.createElement(tag);
    if (css) e.className = css;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  var button = function (css, text, label, act) {
    var b = element('button', css, text);
    b.type = 'button';
    if (label) b.setAttribute('aria-label', label);
    b.addEventListener('click', act);
    return b;
  };
  var hidden = function (name, value) {
    var input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    return input;
  };
  var save = function () { keep(localStorage, store, JSON.stringify(lines)); };
  var draw = function () {
    list.textContent = '';
    lines.forEach(function (line, i) {
      var row = element('li', line.code ? '' : 'unknown');
      row.appendChild(element('span', 'c', line.code || line.text));
      var name = element('span', 'n', line.code ? line.label : line.near && line.near.length ? words.several : words.unknown);
      if (!line.code) (line.near || []).slice(0, 5).forEach(function (s) {
        name.appendChild(button('btn s', s.value + ' ' + s.label, null, function () { lines.splice(i, 1); add(s, line.quantity); box.focus(); }));
      });
      row.appendChild(name);
      if (line.code) {
        var input = element('input', 'zw-in num');
        input.name = 'quantity';
        input.value = line.quantity;
        input.inputMode = 'decimal';
        input.setAttribute('aria-label', words.howMany.replace('#', line.label));
        input.addEventListener('change', function () { line.quantity = input.value; save(); count(); });
        row.appendChild(input);
        row.appendChild(element('span', 'u', line.unit));
        row.appendChild(hidden('item', line.code));
      }
      row.appendChild(button('btn s', words.undo, words.undo + ' ' + (line.code || line.text), function () { lines.splice(i, 1); save(); draw(); box.focus(); }));
      list.appendChild(row);
    });
    count();
  };
  var count = function () {
    var known = lines.filter(function (l) { return l.code; });
    var pieces = known.reduce(function (sum, l) { return sum + (Number(String(l.quantity).normalize('NFKC')) || 0); }, 0);
    counter.textContent = words.counted.replace('#', known.length).replace('#', Math.round(pieces * 1000) / 1000);
    status.textContent = lines.length > known.length ? words.open.replace('#', lines.length - known.length) : '';
  };
  /* the newest stands on top; the same again raises the counter and comes up */
  var add = function (item, quantity) {
    var at = lines.findIndex(function (l) { return l.code === item.value; }), line = at >= 0 ? lines.splice(at, 1)[0] : { code: item.value, label: item.label, unit: item.detail, quantity: 0 };
    line.quantity = String(Math.round(((Number(line.quantity) || 0) + quantity) * 1000) / 1000);
    lines.unshift(line);
    last.textContent = line.label + ' × ' + line.quantity;
    last.classList.remove('neg');
    sound(true);
    save();
    draw();
  };
  var refuse = function (text, quantity, near) {
    lines.unshift({ text: text, quantity: quantity, near: near });
    last.textContent = text;
    last.classList.add('neg');
    sound(false);
    save();
    draw();
  };
  var look = function (text, quantity) {
    return fetch(words.items + '?q=' + encodeURIComponent(text), { headers: { Accept: 'application/json' } }).then(function (r) { if (!r.ok) throw new Error(); return r.json(); })
      .then(function (list) {
        var exact = list.filter(function (s) { return s.exact; });
        if (exact.length === 1) add(exact[0], quantity);
        else if (list.length === 1) add(list[0], quantity);
        else refuse(text, quantity, list);
      }).catch(function () { refuse(text, quantity, []); });
  };
  /* one after the other, so that the list stands in the order of the scanner: a code, and behind a tab how many */
  var scan = function (text) {
    text.split(/\r?\n/).forEach(function (line) {
      var parts = line.split('\t'), code = parts[0].normalize('NFKC').trim(), n = Number((parts[1] || '1').normalize('NFKC'));
      if (code) queue = queue.then(function () { return look(code, n > 0 ? n : 1); });
    });
  };
  box.addEventListener('keydown', function (event) {
    if (composing(event) || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      scan(box.value);
      box.value = '';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (event.key === 'ArrowDown' && !document.querySelector('.zw-pop') && list.querySelector('input.num')) {
      event.preventDefault();
      list.querySelector('input.num').focus();
    }
  });
  box.addEventListener('change', function () { if (box.title) { scan(box.value); box.value = ''; box.title = ''; } });
  box.addEventListener('paste', function (event) {
    var text = event.clipboardData.getData('text');
    if (!/[\n\t]/.test(text)) return;
    event.preventDefault();
    scan(text);
  });
  list.addEventListener('keydown', function (event) {
    var input = event.target.closest('input.num');
    if (!input || composing(event) || event.ctrlKey || event.metaKey) return;
    var all = Array.prototype.slice.call(list.querySelectorAll('input.num')), at = all.indexOf(input);
    var to = event.key === 'Enter' ? box : event.key === 'ArrowDown' ? all[at + 1] || box : event.key === 'ArrowUp' ? all[at - 1] || box : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to.select) to.select();
  });
  form.addEventListener('submit', function (event) {
    var open = list.querySelector('.unknown');
    if (!open && lines.length) { keep(sessionStorage, store, 'sent'); return; }
    event.preventDefault();
    event.stopPropagation();
    delete form.dataset.sent;
    status.textContent = open ? words.open.replace('#', list.querySelectorAll('.unknown').length) : words.nothing;
    sound(false);
    (open ? open.querySelector('button') : box).focus();
  }, true);
  if (kept(sessionStorage, store) === 'sent' && !document.querySelector('.zw-errs')) forget(localStorage, store);
  forget(sessionStorage, store);
  try { lines = JSON.parse(kept(localStorage, store)) || []; } catch (e) { lines = []; }
  draw();
  box.focus();
})();
