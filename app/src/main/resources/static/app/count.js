/* The counting page. A count is kept in the page's own database (IndexedDB) before anything else, under an id made here, and leaves
   it only when the server has answered for that id: what is sent twice is there once, and what is not sent waits, over a closed
   page and a lost network. Nothing here knows what the book says. */
(function () {
  'use strict';
  var root = document.querySelector('[data-count]');
  if (!root) return;
  var say = root.dataset, path = say.path, me = say.me, campaign = say.campaign;
  var find = function (name) { return root.querySelector('[data-' + name + ']'); };
  var scan = find('scan'), number = find('number'), now = find('now'), list = find('list'), note = find('note');
  var lines = [], byNo = {}, byCode = {}, counted = {}, current = null, round = 0, since = 0;
  var words = function (text, a, b) { return text.replace('##', b).replace('#', a); };
  var make = function (tag, css, text) { var e = document.createElement(tag); if (css) e.className = css; if (text !== undefined) e.textContent = text; return e; };

  /* an id that sorts by time (uuid 7), from what every page has, secure context or not */
  var newId = function () {
    var b = new Uint8Array(16), t = Date.now();
    crypto.getRandomValues(b);
    for (var i = 5; i >= 0; i--) { b[i] = t % 256; t = Math.floor(t / 256); }
    b[6] = b[6] & 15 | 112;
    b[8] = b[8] & 63 | 128;
    var hex = Array.prototype.map.call(b, function (x) { return (x + 256).toString(16).slice(1); }).join('');
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  };

  /* the page's own database: queue is what must be sent, own is what this person counted, to look it up */
  var open = new Promise(function (done, fail) {
    var ask = indexedDB.open('zongwu-counts', 1);
    ask.onupgradeneeded = function () {
      ask.result.createObjectStore('queue', { keyPath: 'id' });
      ask.result.createObjectStore('own', { keyPath: 'key' });
    };
    ask.onsuccess = function () { done(ask.result); };
    ask.onerror = function () { fail(ask.error); };
  });
  var within = function (stores, mode, work) {
    return open.then(function (db) {
      return new Promise(function (done, fail) {
        var t = db.transaction(stores, mode), answer = work(t);
        t.oncomplete = function () { done(answer && 'result' in answer ? answer.result : answer); };
        t.onerror = t.onabort = function () { fail(t.error); };
      });
    });
  };
  var everything = function (store) { return within([store], 'readonly', function (t) { return t.objectStore(store).getAll(); }); };

  var tell = function (text, bad) {
    note.hidden = !text;
    note.classList.toggle('bad', Boolean(bad));
    note.firstElementChild.textContent = text || '';
  };

  /* how many wait, always to be seen */
  var waiting = 0, offline = false, locked = false;
  var badge = function () {
    return everything('queue').then(function (all) {
      var mine = all.filter(function (e) { return e.me === me && !e.refused; }), foreign = all.filter(function (e) { return e.me !== me; });
      waiting = mine.length;
      var out = find('queue');
      out.textContent = waiting ? words(say.waiting, waiting) : offline ? say.offline : say.sent;
      out.classList.toggle('hot', waiting > 0);
      out.dataset.waiting = waiting;
      var refused = all.filter(function (e) { return e.me === me && e.refused; });
      if (locked) tell(say.login, true);
      else if (refused.length) tell(words(say.refused, refused.map(function (e) { return e.title + ' ' + e.quantity; }).join('、')), true);
      else if (foreign.length) tell(words(say.foreign, foreign.length), true);
      return mine;
    });
  };
  addEventListener('beforeunload', function (event) {
    if (!waiting) return;
    event.preventDefault();
    event.returnValue = '';
  });

  /* sending: one request at a time, fifty counts each; again later when nobody answers */
  var sending = null, timer = null, pause = 1000;
  var later = function () {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, 20000);
  };
  var token = function () { return document.querySelector('meta[name=csrf]'); };
  var post = function (to, batch) {
    var body = new URLSearchParams();
    body.append('sent', Date.now());
    batch.forEach(function (e) {
      body.append('id', e.id);
      body.append('line', e.line);
      body.append('round', e.round);
      body.append('quantity', e.quantity);
      body.append('at', e.at);
    });
    return fetch('/stocktakes/' + to + '/counts', { method: 'POST', body: body, headers: { 'X-CSRF-Token': token().content, Accept: 'application/json' }, redirect: 'manual' });
  };
  /* logged in again in another window: this page's forms have a new token then */
  var renew = function () {
    return fetch(location.href, { redirect: 'manual' }).then(function (r) { return r.ok ? r.text() : ''; }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, 'text/html'), there = fresh.querySelector('meta[name=csrf]'), who = fresh.querySelector('[data-me]');
      locked = !there || !who || who.dataset.me !== me;
      if (!locked) token().content = there.content;
      return !locked;
    });
  };
  var settle = function (batch, results) {
    return within(['queue'], 'readwrite', function (t) {
      batch.forEach(function (e) {
        var result = results[e.id];
        if (result === 'REFUSED') { e.refused = true; t.objectStore('queue').put(e); }
        else if (result) t.objectStore('queue').delete(e.id);
        if (result === 'LATE') tell(words(say.late, e.title), true);
      });
    });
  };
  var send = function () {
    clearTimeout(timer);
    if (sending) return sending;
    sending = badge().then(function (mine) {
      if (!mine.length) return false;
      var to = mine[0].campaign, batch = mine.filter(function (e) { return e.campaign === to; }).slice(0, 50);
      return post(to, batch).then(function (r) {
        offline = false;
        if (r.ok && /json/.test(r.headers.get('Content-Type'))) {
          locked = false;
          return r.json().then(function (said) { return settle(batch, said.results); }).then(function () { return true; });
        }
        if (r.type === 'opaqueredirect' || r.status === 401 || r.status === 403) return renew();
        /* counted where this person counts no more, or written so that nobody can read it: shown, and kept */
        if (r.status === 404 || r.status === 400) {
          var results = {};
          batch.forEach(function (e) { results[e.id] = 'REFUSED'; });
          return settle(batch, results).then(function () { return true; });
        }
        return false;
      });
    }).catch(function () { offline = true; return false; }).then(function (more) {
      sending = null;
      return badge().then(function (mine) {
        if (!mine.length) { pause = 1000; return; }
        if (more) { pause = 1000; return send(); }
        later();
      });
    });
    return sending;
  };
  addEventListener('online', function () { pause = 1000; send(); poll(); });
  addEventListener('offline', function () { offline = true; badge(); });

  /* the list */
  var shown = function (l) { return !l.done && !l.mine; };
  /* a list may have thousands of lines: only what is open is drawn, and of that so many */
  var MOST = 80;
  var entry = function (l, words) {
    var button = make('button', l === current ? 'on' : '', '');
    button.type = 'button';
    button.dataset.no = l.no;
    if (l === current) button.setAttribute('aria-current', 'true');
    button.appendChild(make('span', '', l.title));
    button.appendChild(make('small', 'mut', words));
    return button;
  };
  var fill = function (box, all, from, words) {
    all.slice(from, from + MOST).forEach(function (l) { box.appendChild(entry(l, words(l))); });
    if (all.length > MOST) box.appendChild(make('p', 'mut sm', say.more.replace('#', all.length - Math.min(MOST, all.length - from))));
  };
  var draw = function () {
    var done = lines.filter(function (l) { return l.done; }), left = lines.filter(shown), areas = [], byArea = {};
    find('progress-words').textContent = words(say.progress, done.length, lines.length);
    find('bar').max = Math.max(1, lines.length);
    find('bar').value = done.length;
    left.forEach(function (l) {
      if (!byArea[l.area]) { byArea[l.area] = []; areas.push(l.area); }
      byArea[l.area].push(l);
    });
    list.textContent = '';
    areas.forEach(function (area) {
      var box = make('details', 'zw-count-area'), here = byArea[area], at = Math.max(0, here.indexOf(current));
      box.appendChild(make('summary', '', area + '　' + here.length));
      box.open = !current || current.area === area;
      var code = function (l) { return l.code; };
      if (box.open) fill(box, here, at, code);
      else box.addEventListener('toggle', function () { if (box.children.length === 1) fill(box, here, 0, code); });
      list.appendChild(box);
    });
    find('done-words').textContent = words(say.progress, done.length, lines.length);
    var fold = find('done'), unfold = function () {
      fold.textContent = '';
      if (fold.parentNode.open) fill(fold, done, Math.max(0, done.length - MOST), function (l) { return counted[l.id] === undefined ? say.other : words(say.mine, counted[l.id]); });
    };
    fold.parentNode.ontoggle = unfold;
    unfold();
    if (!left.length && lines.length) tell(say.all);
    if (!lines.length) tell(say.none);
  };
  var choose = function (l) {
    current = l;
    now.hidden = !l;
    if (!l) { scan.focus(); draw(); return; }
    find('area').textContent = l.area;
    find('title').textContent = l.title;
    find('code').textContent = l.code;
    find('unit').textContent = l.unit;
    find('said').textContent = counted[l.id] === undefined ? '' : words(say.mine, counted[l.id]);
    number.value = '';
    number.focus();
    draw();
  };
  var next = function () {
    var at = current ? lines.indexOf(current) : -1;
    for (var i = 1; i <= lines.length; i++) {
      var l = lines[(at + i) % lines.length];
      if (shown(l) && l !== current) return choose(l);
    }
    choose(current && shown(current) ? current : null);
  };
  var plain = function (typed) {
    var text = typed.normalize('NFKC').replace(/[,\s]/g, '');
    return /^\d{1,12}(\.\d{1,3})?(\+\d{1,12}(\.\d{1,3})?){0,19}$/.test(text) ? text : null;
  };
  var keep = function () {
    var text = number.value.trim();
    if (!text) return next();
    var quantity = plain(text);
    if (quantity === null) { tell(say.bad, true); number.select(); return; }
    var l = current, entry = { id: newId(), campaign: campaign, me: me, line: l.id, title: l.title, round: round, quantity: quantity, at: Date.now() };
    tell('');
    within(['queue', 'own'], 'readwrite', function (t) {
      t.objectStore('queue').put(entry);
      t.objectStore('own').put({ key: me + ' ' + l.id + ' ' + round, line: l.id, me: me, round: round, quantity: quantity });
    }).then(function () {
      counted[l.id] = quantity;
      l.done = true;
      next();
      badge().then(send);
    }).catch(function () { tell(say.nostore, true); });
  };
  now.addEventListener('submit', function (event) { event.preventDefault(); keep(); });
  number.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') { event.preventDefault(); keep(); }
  });
  root.addEventListener('click', function (event) {
    var key = event.target.closest('[data-key]'), line = event.target.closest('[data-no]');
    if (key) {
      if (key.dataset.key === 'back') number.value = number.value.slice(0, -1);
      else number.value += key.dataset.key;
      number.focus();
    } else if (line) choose(byNo[line.dataset.no]);
    else if (event.target.closest('[data-skip]')) next();
  });

  /* the scan box: a gun types the code and Enter; several lines may be pasted, the last one stands */
  scan.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || event.key !== 'Enter') return;
    event.preventDefault();
    var typed = scan.value.trim(), code = typed.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').pop().toUpperCase();
    scan.value = '';
    if (!typed) return;
    var l = byCode[code] || lines.filter(function (o) { return o.title.toUpperCase().indexOf(typed.toUpperCase()) >= 0; })[0];
    if (!l) { tell(words(say.unknown, typed), true); return; }
    if (l.mine) { tell(say.notyours, true); return; }
    tell('');
    choose(l);
  });

  /* what others count meanwhile */
  var poll = function () {
    return fetch(path + '/progress?since=' + since, { headers: { Accept: 'application/json' }, redirect: 'manual' }).then(function (r) { return r.ok ? r.json() : null; }).then(function (said) {
      if (!said) return;
      offline = false;
      since = said.now;
      if (said.round !== round) { tell(say.round, true); return; }
      var changed = false;
      said.done.forEach(function (no) { if (byNo[no] && !byNo[no].done) { byNo[no].done = changed = true; } });
      if (changed) { if (current && current.done && !number.value) next(); else draw(); }
    }).catch(function () { offline = true; }).then(badge);
  };

  Promise.all([fetch(path + '/list', { headers: { Accept: 'application/json' } }).then(function (r) { return r.json(); }), everything('own'), everything('queue')]).then(function (all) {
    round = all[0].round;
    since = all[0].now;
    lines = all[0].lines.map(function (l) { return { id: l[0], no: l[1], code: l[2], title: l[3], area: l[4], unit: l[5], codes: l[6], done: l[7], mine: l[8] }; });
    all[1].forEach(function (o) { if (o.me === me && o.round === round) counted[o.line] = o.quantity; });
    var waits = {};
    all[2].forEach(function (e) { if (e.me === me && e.round === round) waits[e.line] = true; });
    lines.forEach(function (l) {
      byNo[l.no] = l;
      if (waits[l.id]) l.done = true;
      [l.code].concat(l.codes).forEach(function (c) { byCode[String(c).toUpperCase()] = l; });
    });
    next();
    root.dataset.ready = 'yes';
    return send();
  }).catch(function () { tell(say.nostore, true); badge().catch(function () {}); });
  setInterval(function () { poll(); send(); }, 15000);
})();
