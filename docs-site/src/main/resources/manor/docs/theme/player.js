// What is seen of a run: the lanes with what each holds, the score, the buttons, the code.
(function () {
  'use strict';
  const BEAT = 1600;
  const { read } = window.manorRecording;
  const { run, lanesOf, shelf } = window.manorScore;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function button(className, text, name) {
    const made = element('button', className, text);
    made.type = 'button';
    if (name) made.setAttribute('aria-label', name);
    return made;
  }

  function icon(path) {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    drawing.setAttribute('viewBox', '0 0 16 16');
    drawing.setAttribute('aria-hidden', 'true');
    line.setAttribute('d', path);
    drawing.append(line);
    return drawing;
  }

  // Says on which of two sides there is more than is seen.
  function edges(marked, sides, from, seen, whole) {
    marked.classList.toggle('more-' + sides[0], from > 2);
    marked.classList.toggle('more-' + sides[1], from + seen < whole - 2);
  }

  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  // ---- the lanes ----

  function stage(lanes) {
    const made = element('div', 'stage');
    lanes.forEach((lane) => {
      const column = element('div', 'lane lane-' + lane.lane);
      column.append(element('p', 'name', lane.title), element('div', 'cards'));
      made.append(column);
    });
    return made;
  }

  function fill(made, lanes, state, before) {
    lanes.forEach((lane, i) => {
      const old = new Map();
      const was = shelf(lane.lane, before);
      was.cards.concat(was.dots).forEach((card) => old.set(card.key, faceOf(card)));
      const now = shelf(lane.lane, state);
      const place = made.children[i].lastChild;
      place.textContent = '';
      now.cards.forEach((card) => place.append(drawCard(card, old.get(card.key) !== faceOf(card))));
      if (now.dots.length) place.append(drawDots(now.dots, old));
    });
  }

  const faceOf = (card) => [card.text, card.more, card.on, card.faint].join('|');

  function drawCard(card, fresh) {
    const made = element('div', 'card' + (card.on ? ' on' : '') + (card.faint ? ' faint' : '')
      + (card.round ? ' round' : '') + (card.bad ? ' bad' : '') + (fresh ? ' fresh' : ''));
    made.append(element('b', '', card.text));
    if (card.more) made.append(element('span', '', card.more));
    return made;
  }

  function drawDots(dots, old) {
    const made = element('div', 'dots');
    made.append(element('span', 'much', '× ' + dots.length));
    const changed = dots.filter((dot) => old.get(dot.key) !== faceOf(dot));
    dots.forEach((dot) => {
      const one = element('i', (dot.on ? 'on' : '') + (changed.includes(dot) ? ' fresh' : ''));
      one.title = dot.text + ' ' + dot.more;
      made.append(one);
    });
    const told = dots.filter((dot) => dot.on);
    if (told.length && told.length < 4) {
      told.forEach((dot) => made.append(element('span', 'much', dot.text + ' ' + dot.more)));
    }
    return made;
  }

  // ---- the score ----

  // Whose line is whose, over a score that has no stage right above it: on paper, and where it is narrow.
  function heads(lanes) {
    const made = element('div', 'heads');
    const names = element('div', 'names');
    lanes.forEach((lane) => names.append(element('span', '', lane.title)));
    made.setAttribute('aria-hidden', 'true');
    made.append(names);
    return made;
  }

  function scoreRow(score, lanes, i) {
    const line = element('li', score.story || score.fold ? 'story' : '');
    const picture = element('div', 'ways');
    picture.setAttribute('aria-hidden', 'true');
    const at = (lane) => lanes.findIndex((each) => each.lane === lane);
    if (score.from && score.from !== score.to) picture.append(arrow(score, at(score.from), at(score.to), lanes.length));
    else if (score.at || score.from) picture.append(dot(score, at(score.at || score.from), lanes.length));
    line.append(picture, element('p', '', score.words));
    line.dataset.row = i;
    return line;
  }

  function arrow(score, from, to, lanes) {
    const made = element('span', 'arrow' + (to > from ? ' right' : ' left') + (score.both ? ' both' : '') + side((from + to + 1) / 2 / lanes) + tone(score));
    made.style.left = ((Math.min(from, to) + 0.5) / lanes) * 100 + '%';
    made.style.width = (Math.abs(to - from) / lanes) * 100 + '%';
    made.append(element('span', '', score.label));
    return made;
  }

  function dot(score, at, lanes) {
    const made = element('span', 'dot' + (at >= lanes / 2 ? ' left' : ' right') + tone(score));
    made.style.left = ((at + 0.5) / lanes) * 100 + '%';
    made.append(element('span', '', score.label || ''));
    return made;
  }

  // Near an edge a long word would go past it.
  const side = (middle) => (middle < 0.3 ? ' early' : middle > 0.7 ? ' late' : '');

  const tone = (score) => (score.bad ? ' bad' : score.good ? ' good' : '');

  // A token goes the way of the arrow. Where it ends is what the row shows anyway.
  function send(line, beat) {
    const way = line.querySelector('.arrow');
    if (!way || still() || !way.animate) return;
    const token = element('span', 'token');
    way.append(token);
    const right = way.classList.contains('right');
    const ends = [{ left: right ? '0%' : '100%' }, { left: right ? '100%' : '0%' }];
    const frames = way.classList.contains('both') ? [ends[0], ends[1], ends[0]] : ends;
    token.animate(frames, { duration: Math.min(700, beat * 0.6), easing: 'ease-in-out' })
      .onfinish = () => token.remove();
  }

  // ---- the code ----

  function codePanel(excerpts) {
    const made = element('div', 'where');
    const head = element('p', 'place');
    const body = element('pre');
    body.tabIndex = 0;
    body.setAttribute('role', 'group');
    body.setAttribute('aria-label', 'The code it happened in');
    made.append(head, body);
    const mark = () => edges(body, ['left', 'right'], body.scrollLeft, body.clientWidth, body.scrollWidth);
    body.addEventListener('scroll', mark, { passive: true });
    return {
      made,
      head,
      show(play, row) {
        const near = nearest(play, row);
        head.textContent = '';
        body.textContent = '';
        made.classList.toggle('elsewhere', near !== row);
        if (near < 0) {
          head.append('The recording does not say where.');
          return;
        }
        const step = play.step(near);
        const way = step.at.split(' ');
        if (near !== row) {
          head.append(play.scores[row].fold ? 'Several steps, shown as one. ' : '',
            near > row ? 'The next place is ' : 'The last place was ');
        }
        head.append(placeLink(way[0], excerpts, true));
        if (near === row) {
          way.slice(1).forEach((place, i) => head.append(i ? ' ← ' : ', called by ', placeLink(place, excerpts, false)));
        }
        const excerpt = excerpts[way[0]];
        const code = element('code');
        if (excerpt && excerpt.html) code.innerHTML = excerpt.html;
        else code.append(element('span', 'line here', step.code || way[0]));
        body.append(code);
        body.scrollLeft = 0;
        mark();
      },
    };
  }

  // The row itself, if the recording says where it happened; else the next of the program's that does, or the last; -1: none.
  function nearest(play, row) {
    const placed = (i) => play.step(i).at && !play.scores[i].fold;
    const acted = (i) => placed(i) && !play.scores[i].story;
    if (placed(row)) return row;
    for (let i = row; i < play.rows.length; i++) if (acted(i)) return i;
    for (let i = row; i >= 0; i--) if (acted(i)) return i;
    return -1;
  }

  function placeLink(place, excerpts, full) {
    const [name, line] = place.split(':');
    const excerpt = excerpts[place];
    const file = name.split('.')[0];
    const words = full ? file + '.java, line ' + (excerpt ? excerpt.line : line) : name;
    if (!excerpt || !excerpt.href) return element('span', '', words);
    const link = element('a', '', words);
    link.href = excerpt.href;
    return link;
  }

  // ---- the whole player ----

  // It opens at the row with this step of the recording, counted from 1.
  function player(figure, play, excerpts, opening) {
    const lanes = lanesOf(play);
    const box = element('div', 'box');
    const scene = stage(lanes);
    const roll = element('div', 'roll');
    const frame = element('div', 'frame');
    const list = element('ol', 'score');
    const last = play.rows.length - 1;
    const code = codePanel(excerpts);
    const keys = controls(last);
    const voice = element('p', 'unseen');
    const top = element('div', 'top');
    let at = play.rows.findIndex((row) => row.end >= opening);
    let timer = 0;
    let width = 0;

    box.style.setProperty('--lanes', Math.max(1, lanes.length));
    box.style.setProperty('--threads', lanes.map((lane, i) => ((i + 0.5) / lanes.length) * 100 + '% 0').join() || '50% 0');
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', 'All steps');
    voice.setAttribute('role', 'status');
    play.scores.forEach((score, i) => list.append(scoreRow(score, lanes, i)));
    frame.append(list);
    roll.append(frame);
    top.append(scene, keys.made);
    box.append(top, voice, heads(lanes), roll, code.made);
    figure.append(box);
    markBare(scene, lanes, play);
    frame.addEventListener('scroll', markRoll, { passive: true });
    new ResizeObserver(() => requestAnimationFrame(hold)).observe(box);

    function markRoll() {
      edges(roll, ['above', 'below'], frame.scrollTop, frame.clientHeight, frame.scrollHeight);
    }

    // What is as high as it will ever need to be is so for one width only.
    function hold() {
      if (box.clientWidth === width) return;
      width = box.clientWidth;
      holdHeights([...scene.children, code.head], play, (row) => {
        fill(scene, lanes, play.stateAt(row), play.stateAt(row));
        code.show(play, row);
      });
      show(at, false);
    }

    function show(row, alive) {
      const forward = row === at + 1;
      at = Math.max(0, Math.min(last, row));
      fill(scene, lanes, play.stateAt(at), play.stateAt(at - 1));
      Array.from(list.children).forEach((line, i) => {
        line.classList.toggle('past', i < at);
        line.classList.toggle('now', i === at);
        if (i === at) line.setAttribute('aria-current', 'step');
        else line.removeAttribute('aria-current');
      });
      const line = list.children[at];
      frame.scrollTo({ top: line.offsetTop - (frame.clientHeight - line.offsetHeight) / 2,
        behavior: alive && !still() ? 'smooth' : 'instant' });
      code.show(play, at);
      keys.show(at, play.scores[at].words);
      voice.textContent = play.scores[at].words;
      markRoll();
      if (alive && forward) send(line, BEAT / keys.speed());
      if (at === last) pause();
    }

    function pause() {
      clearTimeout(timer);
      timer = 0;
      keys.playing(false);
    }

    function beat() {
      timer = setTimeout(() => {
        show(at + 1, true);
        if (timer) beat();
      }, BEAT / keys.speed());
    }

    function toggle() {
      if (timer) {
        pause();
        return;
      }
      if (at === last) show(0, true);
      else show(at + 1, true);
      if (at === last) return;
      keys.playing(true);
      beat();
    }

    const to = (row) => { pause(); show(row, true); };
    const does = { first: () => to(0), back: () => to(at - 1), toggle, next: () => to(at + 1), last: () => to(last) };
    keys.on(does, to);
    list.addEventListener('click', (event) => {
      const line = event.target.closest('li');
      if (line && !String(getSelection())) to(Number(line.dataset.row));
    });
    box.addEventListener('keydown', (event) => {
      const name = { n: 'next', b: 'back', p: 'toggle', Home: 'first', End: 'last' }[event.key];
      if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest('select, input') && event.key.length > 1) return;
      event.preventDefault();
      does[name]();
    });
    hold();
    return { show: (row) => to(row), at: () => at, last, toggle, play };
  }

  // Each part is as high as it will ever need to be, so that nothing below it jumps.
  function holdHeights(parts, play, show) {
    const most = parts.map(() => 0);
    parts.forEach((part) => { part.style.minHeight = ''; });
    const every = Math.ceil(play.rows.length / 200);
    for (let row = 0; row < play.rows.length; row += every) {
      show(row);
      parts.forEach((part, i) => { most[i] = Math.max(most[i], Math.ceil(part.getBoundingClientRect().height)); });
    }
    parts.forEach((part, i) => { part.style.minHeight = most[i] + 'px'; });
  }

  // A lane that never holds anything needs no place where places are few.
  function markBare(scene, lanes, play) {
    const every = Math.ceil(play.rows.length / 200);
    lanes.forEach((lane, i) => {
      let used = false;
      for (let row = 0; row < play.rows.length && !used; row += every) {
        const held = shelf(lane.lane, play.stateAt(row));
        used = held.cards.length + held.dots.length > 0;
      }
      scene.children[i].classList.toggle('bare', !used);
    });
  }

  function controls(last) {
    const made = element('div', 'controls');
    const first = button('', '', 'To the first step');
    const back = button('', '', 'One step back');
    const playing = button('play', 'Play');
    const next = button('', '', 'One step forward');
    const end = button('', '', 'To the last step');
    first.append(icon('M4 3v10 M13 3v10L6 8z'));
    back.append(icon('M12 3v10L4 8z'));
    next.append(icon('M4 3v10l8-5z'));
    end.append(icon('M12 3v10 M3 3v10l7-5z'));
    const slider = element('input');
    const speed = element('select');
    const number = element('span', 'number');
    slider.type = 'range';
    slider.min = 0;
    slider.max = last;
    slider.setAttribute('aria-label', 'Step');
    speed.setAttribute('aria-label', 'Speed');
    [['0.5', 'half speed'], ['1', 'speed 1'], ['2', 'speed 2'], ['4', 'speed 4']].forEach(([value, words]) => {
      const option = element('option', '', words);
      option.value = value;
      speed.append(option);
    });
    speed.value = '1';
    const buttons = element('div', 'buttons');
    buttons.append(first, back, playing, next, end, number);
    made.append(buttons, slider, speed,
      element('p', 'keys', 'Keys here: n next, b back, p play, Home, End.'));
    return {
      made,
      speed: () => Number(speed.value),
      playing(now) {
        playing.textContent = now ? 'Pause' : 'Play';
        made.classList.toggle('playing', now);
      },
      show(at, words) {
        slider.value = at;
        slider.setAttribute('aria-valuetext', 'Step ' + (at + 1) + ' of ' + (last + 1) + ': ' + words);
        number.textContent = (at + 1) + ' of ' + (last + 1);
      },
      on(does, to) {
        first.addEventListener('click', does.first);
        back.addEventListener('click', does.back);
        playing.addEventListener('click', does.toggle);
        next.addEventListener('click', does.next);
        end.addEventListener('click', does.last);
        slider.addEventListener('input', () => to(Number(slider.value)));
      },
    };
  }

  // ---- a recording of the book, and one from a file ----

  function start(figure) {
    const told = figure.querySelector('script.recording');
    const excerpts = figure.querySelector('script.excerpts');
    if (told) {
      const play = run(read(told.textContent));
      figure.player = player(figure, play, excerpts ? JSON.parse(excerpts.textContent) : {},
        Number(figure.dataset.start));
    }
    const field = figure.querySelector('input[type=file]');
    if (field) openFile(figure, field);
  }

  function openFile(figure, field) {
    const told = figure.querySelector('.told');
    const open = (file) => file.text().then((text) => {
      const old = figure.querySelector('.box');
      if (old) old.remove();
      const recording = read(text);
      const play = run(recording);
      figure.player = player(figure, play, {}, 1);
      told.textContent = file.name + ': ' + play.title + ', ' + play.rows.length + ' steps'
        + (recording.cut ? ' (the first of many: the rest is left out).' : '.');
      told.classList.remove('wrong');
    }).catch((wrong) => {
      told.textContent = file.name + ' cannot be played. '
        + (wrong instanceof TypeError ? 'It is no recording that this player knows.' : wrong.message);
      told.classList.add('wrong');
    });
    field.closest('label').hidden = false;
    field.addEventListener('change', () => { if (field.files[0]) open(field.files[0]); });
    figure.addEventListener('dragover', (event) => event.preventDefault());
    figure.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer.files[0]) open(event.dataTransfer.files[0]);
    });
  }

  document.querySelectorAll('figure.player').forEach(start);
})();
