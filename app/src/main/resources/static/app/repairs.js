/* Repairs: photos are made small before they leave the phone, a report is sent until it has arrived, the board goes by keys. */
(function () {
  'use strict';
  var LONGEST = 1600, QUALITY = 0.8, MOST = 4;

  /* drawn anew on a canvas, a photo loses its place and its phone, and most of its size */
  var shrink = function (file) {
    return new Promise(function (done) {
      if (!/^image\//.test(file.type) || !window.createImageBitmap) { done(file); return; }
      createImageBitmap(file, { imageOrientation: 'from-image' }).then(function (image) {
        var scale = Math.min(1, LONGEST / Math.max(image.width, image.height)), canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width * scale);
        canvas.height = Math.round(image.height * scale);
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(function (blob) { done(blob || file); }, 'image/jpeg', QUALITY);
      }, function () { done(file); });
    });
  };

  var report = document.querySelector('[data-report]');
  if (report) {
    var input = report.querySelector('[name=photo]'), shots = report.querySelector('[data-shots]'), status = report.querySelector('[data-status]'), taken = [], sending = false;
    var show = function () {
      shots.querySelectorAll('span').forEach(function (s) { s.remove(); });
      taken.forEach(function (blob, i) {
        var reader = new FileReader();
        var span = document.createElement('span'), image = document.createElement('img'), drop = document.createElement('button');
        reader.onload = function () { image.src = reader.result; };
        reader.readAsDataURL(blob);
        image.alt = '';
        drop.type = 'button';
        drop.textContent = '×';
        drop.addEventListener('click', function () { taken.splice(i, 1); show(); });
        span.append(image, drop);
        shots.insertBefore(span, shots.lastElementChild);
      });
      shots.lastElementChild.hidden = taken.length >= MOST;
    };
    input.addEventListener('change', function () {
      Promise.all(Array.prototype.map.call(input.files, shrink)).then(function (blobs) {
        taken = taken.concat(blobs).slice(0, MOST);
        input.value = '';
        show();
      });
    });
    /* sent until an answer comes; the key in the form sees to it that it is taken once */
    report.addEventListener('submit', function (event) {
      if (!window.fetch || !window.FormData) return;
      event.preventDefault();
      if (sending) return;
      sending = true;
      var tries = 0, send = function () {
        var body = new FormData(report);
        body.delete('photo');
        taken.forEach(function (blob, i) { body.append('photo', blob, 'photo-' + (i + 1) + '.jpg'); });
        status.hidden = false;
        status.textContent = tries === 0 ? report.dataset.sending : report.dataset.again.replace('{0}', tries);
        var cut = window.AbortController ? new AbortController() : null, timer = cut && setTimeout(function () { cut.abort(); }, 30000);
        fetch(report.action, { method: 'POST', body: body, signal: cut ? cut.signal : undefined }).then(function (answer) {
          clearTimeout(timer);
          if (answer.redirected) { location.assign(answer.url); return; }
          return answer.text().then(function (html) {
            document.open();
            document.write(html);
            document.close();
          });
        }, function () {
          clearTimeout(timer);
          tries += 1;
          status.textContent = report.dataset.again.replace('{0}', tries);
          setTimeout(send, Math.min(10000, 1000 * tries));
        });
      };
      send();
    });
  }

  /* a photo that a worker adds is made small too, and goes by itself */
  document.querySelectorAll('[data-shrink] input[type=file]').forEach(function (input) {
    input.removeAttribute('data-submit');
    input.addEventListener('change', function () {
      Promise.all(Array.prototype.map.call(input.files, shrink)).then(function (blobs) {
        if (window.DataTransfer) {
          var files = new DataTransfer();
          blobs.slice(0, MOST).forEach(function (blob, i) { files.items.add(new File([blob], 'photo-' + (i + 1) + '.jpg', { type: blob.type })); });
          input.files = files.files;
        }
        input.form.submit();
      });
    });
  });

  /* the board: Enter in a card sends, and the next card is at hand; a card can be dragged to whoever shall go */
  var board = document.querySelector('[data-board]');
  if (board) {
    var first = board.querySelector('[data-dispatch] select');
    if (first && !document.querySelector('[data-focus]')) first.focus({ preventScroll: true });
    board.addEventListener('keydown', function (event) {
      var form = event.target.closest('[data-dispatch]');
      if (!form || event.isComposing) return;
      if (event.key === 'Enter' && event.target.tagName === 'SELECT') {
        event.preventDefault();
        form.requestSubmit();
      } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) return;
      else if (event.key === 'PageDown' || event.key === 'PageUp') {
        var all = Array.prototype.slice.call(board.querySelectorAll('[data-dispatch] select')), next = all[all.indexOf(form.querySelector('select')) + (event.key === 'PageDown' ? 1 : -1)];
        if (next) { event.preventDefault(); next.focus(); }
      }
    });
    board.querySelectorAll('[data-dispatch]').forEach(function (form) {
      var card = form.closest('[data-card]');
      card.draggable = true;
      card.addEventListener('dragstart', function (event) { event.dataTransfer.setData('text/plain', form.action); });
    });
    document.querySelectorAll('[data-worker]').forEach(function (row) {
      row.addEventListener('dragover', function (event) { event.preventDefault(); row.classList.add('last'); });
      row.addEventListener('dragleave', function () { row.classList.remove('last'); });
      row.addEventListener('drop', function (event) {
        event.preventDefault();
        var action = event.dataTransfer.getData('text/plain');
        board.querySelectorAll('[data-dispatch]').forEach(function (form) {
          if (form.action !== action) return;
          form.querySelector('select').value = row.dataset.worker;
          form.requestSubmit();
        });
      });
    });
  }
})();
