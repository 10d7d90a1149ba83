// What a page can do beyond being read. Everything here is an addition: without it, the book stands.
(function () {
  'use strict';
  const root = document.documentElement;
  const base = root.dataset.root;
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  // A browser may refuse to remember anything, above all for files.
  const memory = {
    get(key) {
      try { return localStorage.getItem('manor.' + key); } catch (refused) { return null; }
    },
    set(key, value) {
      try { localStorage.setItem('manor.' + key, value); } catch (refused) { /* then not */ }
    },
  };

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function say(words) {
    const voice = one('.said');
    voice.textContent = '';
    setTimeout(() => { voice.textContent = words; }, 50);
  }

  // ---- theme ----

  function theme() {
    const choice = one('select.theme');
    choice.value = root.dataset.theme || 'system';
    choice.addEventListener('change', () => {
      if (choice.value === 'system') delete root.dataset.theme;
      else root.dataset.theme = choice.value;
      memory.set('theme', choice.value);
    });
    one('.tools').hidden = false;
  }

  // ---- contents ----

  function drawer() {
    const button = one('.drawer');
    const contents = one('#contents');
    const show = (open) => {
      button.setAttribute('aria-expanded', String(open));
      contents.classList.toggle('open', open);
    };
    button.hidden = false;
    button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
    contents.addEventListener('click', (event) => { if (event.target.closest('a')) show(false); });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && contents.classList.contains('open')) {
        show(false);
        button.focus();
      }
    });
  }

  function markPlace() {
    const links = all('#contents a[href^="#"]');
    const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
    if (headings.length === 0) return;
    const mark = () => {
      let at = -1;
      headings.forEach((heading, i) => {
        if (heading.getBoundingClientRect().top < innerHeight / 3) at = i;
      });
      if (innerHeight + scrollY >= document.body.scrollHeight - 2) at = headings.length - 1;
      links.forEach((link, i) => {
        if (i === at) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    };
    let waiting = false;
    addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  // ---- where you were ----

  // The topmost block in sight is a better memory than a number of pixels: windows change.
  const blocks = () => all('main > *, main section > *, main .sectionbody > *, main .sect2 > *');

  function rememberPlace() {
    if (root.classList.contains('source')) return;
    const name = location.pathname.split('/').pop() || 'index.html';
    const here = () => blocks().findIndex((block) => block.getBoundingClientRect().bottom > 80);
    let timer = 0;
    addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        memory.set('place.' + name, String(scrollY < 200 ? 0 : here()));
        if (name !== 'index.html') memory.set('last', name + '\n' + one('h1').textContent);
      }, 200);
    }, { passive: true });
    if (name !== 'index.html') memory.set('last', name + '\n' + one('h1').textContent);
    offerReturn(name);
  }

  function offerReturn(name) {
    if (name === 'index.html') {
      const last = (memory.get('last') || '').split('\n');
      if (last.length === 2) offer('Go on reading: ' + last[1], last[0], null);
      return;
    }
    const place = Number(memory.get('place.' + name) || 0);
    const block = blocks()[place];
    if (place < 4 || !block || location.hash) return;
    offer('Go on where you were', '#text', () => block.scrollIntoView());
  }

  function offer(words, target, go) {
    const line = element('p', 'return');
    const link = element('a', '', words);
    link.href = target;
    if (go) {
      link.addEventListener('click', (event) => { event.preventDefault(); go(); line.remove(); });
    }
    line.append(link);
    one('main .head').append(line);
  }

  // ---- code ----

  function copyButtons() {
    if (!navigator.clipboard && !document.execCommand) return;
    all('main figure > pre').forEach((pre) => {
      const figure = pre.parentElement;
      if (figure.classList.contains('run')) return;
      const button = element('button', 'copy', 'Copy');
      button.type = 'button';
      button.addEventListener('click', () => copy(pre.textContent.replace(/\n$/, '')).then(
        () => { button.textContent = 'Copied'; say('Copied'); restore(button); },
        () => { button.textContent = 'Not copied'; say('It could not be copied'); restore(button); }));
      figure.append(button);
    });
  }

  function restore(button) {
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  }

  function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = element('textarea', 'unseen');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('refused'));
  }

  // A link leads to the first of the lines that the book shows; the others are marked with it.
  function markLines() {
    const sheet = one('pre.sheet');
    if (!sheet) return;
    const mark = () => {
      all('.shown', sheet).forEach((line) => line.classList.remove('shown'));
      const first = location.hash.slice(2);
      const range = sheet.dataset.ranges.split(' ').find((each) => each.startsWith(first + '-'));
      if (!range) return;
      for (let line = Number(first); line <= Number(range.split('-')[1]); line++) {
        one('#L' + line).classList.add('shown');
      }
    };
    addEventListener('hashchange', mark);
    mark();
  }

  // ---- what is wider than its place ----

  // A shadow at the edge says that there is more on that side.
  function edges() {
    const mark = (box) => {
      const left = box.scrollLeft;
      box.classList.toggle('more-left', left > 2);
      box.classList.toggle('more-right', left + box.clientWidth < box.scrollWidth - 2);
    };
    const seen = new ResizeObserver((changes) => changes.forEach((change) => mark(change.target)));
    all('main figure > pre, main .table').forEach((box) => {
      box.addEventListener('scroll', () => mark(box), { passive: true });
      seen.observe(box);
    });
  }

  // ---- search ----

  function script(name) {
    return new Promise((done, failed) => {
      const tag = element('script');
      tag.src = base + 'theme/' + name;
      tag.onload = done;
      tag.onerror = failed;
      document.head.append(tag);
    });
  }

  let searcher = null;

  function engine() {
    searcher = searcher || Promise.all([script('minisearch.js'), script('places.js')]).then(() => {
      const engine = new window.MiniSearch({
        fields: ['title', 'text'],
        storeFields: ['page', 'title', 'text'],
        searchOptions: { boost: { title: 4 }, prefix: true, combineWith: 'AND',
          fuzzy: (word) => (word.length > 4 ? 0.2 : false) },
      });
      engine.addAll(window.manorPlaces);
      return engine;
    });
    return searcher;
  }

  function search() {
    const dialog = one('dialog.search');
    const field = one('#words');
    const list = one('.found', dialog);
    const open = () => {
      if (dialog.open) return;
      dialog.showModal();
      field.select();
      engine();
    };
    const look = () => engine().then((engine) => {
      const words = field.value.trim();
      show(list, words ? engine.search(words) : [], words);
    });
    one('.find').addEventListener('click', open);
    field.addEventListener('input', look);
    one('form', dialog).addEventListener('submit', (event) => {
      const first = one('a', list);
      if (event.submitter || !first) return;
      event.preventDefault();
      first.click();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const first = one('a', list);
      if (first) first.click();
    });
    list.addEventListener('click', (event) => { if (event.target.closest('a')) dialog.close(); });
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest && event.target.closest('input, select, textarea');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        open();
      }
    });
  }

  function show(list, found, words) {
    const count = one('.search .count');
    list.textContent = '';
    found.slice(0, 12).forEach((hit) => {
      const item = element('li');
      const link = element('a', '', hit.title);
      link.href = base + hit.id;
      item.append(link);
      if (hit.page !== hit.title) item.append(element('span', 'where', hit.page));
      item.append(extract(hit));
      list.append(item);
    });
    count.textContent = !words ? '' : found.length === 0
      ? 'Nothing is found for “' + words + '”.'
      : found.length === 1 ? '1 place' : found.length <= 12 ? found.length + ' places'
        : 'The best 12 of ' + found.length + ' places';
  }

  // A few words on both sides of the first one found.
  function extract(hit) {
    const line = element('p');
    const text = hit.text;
    const at = hit.terms.map((term) => text.toLowerCase().indexOf(term)).filter((i) => i >= 0);
    const start = Math.max(0, Math.min(...at, text.length) - 60);
    const from = at.length && start > 0 ? text.indexOf(' ', start) + 1 : 0;
    const piece = text.slice(from, from + 160);
    const term = hit.terms.find((each) => piece.toLowerCase().includes(each));
    line.append(from > 0 ? '… ' : '');
    if (term) {
      const i = piece.toLowerCase().indexOf(term);
      line.append(piece.slice(0, i), element('mark', '', piece.slice(i, i + term.length)),
        piece.slice(i + term.length));
    } else {
      line.append(piece);
    }
    line.append(from + 160 < text.length ? ' …' : '');
    return line;
  }

  // ---- exercises ----

  // Only ./manor serve knows what has been passed; from a file, or from elsewhere, nothing is said.
  function exercises() {
    const boxes = all('figure.exercise');
    if (!boxes.length || !location.protocol.startsWith('http')) return;
    fetch(base + 'progress.json')
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((progress) => progress.passed && boxes.forEach((box) => {
        const passed = progress.passed.includes(box.dataset.exercise);
        box.classList.toggle('passed', passed);
        one('.state', box).textContent = passed ? '\u2713 passed' : 'still open';
      }))
      .catch(() => {});
  }

  // ---- run players ----

  function players() {
    if (!one('figure.player')) return;
    script('recording.js').then(() => script('score.js')).then(() => script('player.js'));
  }

  theme();
  drawer();
  players();
  exercises();
  search();
  copyButtons();
  edges();
  markLines();
  markPlace();
  rememberPlace();
})();
