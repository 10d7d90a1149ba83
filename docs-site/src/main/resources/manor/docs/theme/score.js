// What a recorded run is in words, in lanes and in cards.
(function () {
  'use strict';
  const { rows, START, after, parts, port, tellings, bits, ownerOf, actor, PROGRAMS } = window.manorRecording;
  const DOTS_FROM = 9;

  // ---- who is who ----

  const ORDER = ['outside', 'kernel', 'program', 'driver', 'waker', 'executor', 'task'];
  const TITLES = { kernel: 'kernel', program: 'program', driver: 'driver', waker: 'wakers', executor: 'executor',
    task: 'tasks' };
  const upper = (words) => String(words || '').replace(/^./, (letter) => letter.toUpperCase());
  const taskName = (state, id) => state.taskNames[id] || 'task ' + id;
  const fdName = (state, fd) => state.fdNames[fd]
    || (state.ports[fd] ? 'port ' + state.ports[fd] : fd === null ? 'somebody' : 'descriptor ' + fd);
  const tokenName = (state, token) => (state.tokens[token] ? fdName(state, state.tokens[token].fd)
    : token === 0 ? 'the door' : token === 1 ? 'the signals' : 'token ' + token);
  const count = (n) => (n === 1 ? '1 byte' : String(n).replace(/\B(?=(\d{3})+$)/g, ',') + ' bytes');

  function who(state, step) {
    if (step.thread) return 'The thread “' + step.thread + '”';
    if (step.who) return 'The ' + step.who;
    return { task: () => upper(taskName(state, state.polled)), driver: () => 'The driver',
      program: () => 'The program' }[actor(state, step)]();
  }

  // ---- a step as a line of the score: from where, to where, with what, and in words ----

  const MEANING = { IN: 'something to read', OUT: 'room to write', RDHUP: 'the other side writes no more',
    HUP: 'hung up', ERR: 'an error', PRI: 'something urgent' };
  const meaning = (list) => list.map((bit) => MEANING[bit] || bit).join(', ');

  const SCORE = {
    said: (step, state) => ({ words: upper(step.words), story: true,
      at: step.thread ? 'outside' : state.polled === null ? null : 'task' }),
    syscall: (step, state) => scoreOfCall(step, state),
    registered: (step, state) => ({ from: actor(state, step), to: 'driver', label: 'register ' + step.fd,
      words: upper(fdName(state, step.fd)) + ' is written into the driver’s book; from now on the kernel tells of it.' }),
    deregistered: (step, state) => ({ at: 'driver', label: 'forget',
      words: upper(tokenName(state, step.token)) + ' is struck from the driver’s book.' }),
    turnStarted: (step) => ({ from: 'driver', to: 'kernel', label: 'who is ready?',
      words: step.maxWaitNanos < 0 ? 'No task has news. The driver asks who is ready, and sleeps until somebody is.'
        : step.maxWaitNanos === 0 ? 'There is work in the queue: the driver only looks who is ready.'
          : 'The driver asks who is ready, and sleeps for ' + Math.round(step.maxWaitNanos / 1e6) + ' ms at most.' }),
    eventTold: (step, state) => ({ from: 'kernel', to: 'driver', label: step.ready,
      words: 'Told of ' + tokenName(state, step.token) + ': ' + meaning(bits(step)) + '. Its token finds its page.' }),
    readinessSet: (step, state) => ({ at: 'driver', label: step.ready + ', tick ' + step.tick,
      words: 'The driver writes it down: ' + tokenName(state, step.token) + ' is ready (' + step.ready
        + '). This is tick ' + step.tick + '.' }),
    readinessCleared: (step, state) => ({ from: actor(state, step), to: 'driver', label: 'not ' + step.ready,
      words: 'Nothing more for now: ' + step.ready + ' is taken away again. That is allowed, for tick ' + step.tick
        + ' is still the one that was seen.' }),
    clearRefused: (step, state) => ({ from: actor(state, step), to: 'driver', label: 'refused', bad: true,
      words: 'Readiness is not taken away: tick ' + step.seenTick + ' was seen, and it is tick ' + step.tick
        + ' by now. News came in between.' }),
    wakerCloned: (step, state) => ({ from: 'task', to: 'waker', label: 'clone',
      words: upper(taskName(state, step.task)) + ' has a messenger made: a waker of its own task.' }),
    wakerStored: (step, state) => ({ from: 'waker', to: 'driver', label: 'wait here',
      words: 'The waker is left with ' + tokenName(state, step.token) + ', for whoever brings news.' }),
    wakerLeft: (step, state) => ({ at: 'waker', label: 'left at ' + step.place,
      words: 'The waker of ' + taskName(state, ownerOf(step)) + ' is left at ' + step.place + '.' }),
    wakeMissed: (step) => ({ at: 'waker', label: 'missed', bad: true,
      words: 'At ' + step.place + ' somebody had called before, when nobody was there to hear it.' }),
    stillReady: (step, state) => ({ from: 'kernel', to: 'driver', label: step.ready, bad: true,
      words: upper(tokenName(state, step.token)) + ' is ready (' + step.ready + '), and nobody here knows it: '
        + 'whoever waits for it waits in vain.' }),
    wakerWoken: (step, state) => ({ from: actor(state, step), to: 'waker', label: 'wake', good: true,
      words: 'The waker of ' + taskName(state, step.task) + ' is woken: there is news, poll again.' }),
    wakerDropped: (step, state) => ({ at: 'waker', label: 'drop',
      words: 'A waker of ' + taskName(state, step.task) + ' is not needed any more.' }),
    knocked: () => ({ from: 'outside', to: 'kernel', label: 'knock',
      words: 'Another thread knocks at the door, so that a sleeping driver hears of it.' }),
    taskSpawned: (step, state) => ({ at: 'task', label: 'spawn',
      words: upper(state.nextName || taskName(state, step.task)) + (state.nextName ? ' becomes task ' + step.task
        : ' comes to be') + '.' }),
    taskQueued: (step, state) => ({ from: state.tasks[step.task] === 'new' ? 'task' : 'waker', to: 'executor', label: 'queue',
      words: upper(taskName(state, step.task)) + ' stands in the run queue'
        + (step.foreign && state.tasks[step.task] !== 'new' ? ', put there by another thread.' : '.') }),
    taskPolled: (step, state) => ({ from: 'executor', to: 'task', label: 'poll',
      words: 'The executor polls ' + taskName(state, step.task) + '.' }),
    taskPending: (step, state) => ({ from: 'task', to: 'executor', label: 'Pending',
      words: upper(taskName(state, step.task)) + ' answers Pending, and sleeps until its waker is woken.' }),
    taskReady: (step, state) => ({ from: 'task', to: 'executor', label: 'Ready', good: true,
      words: upper(taskName(state, step.task)) + ' answers Ready: it is done.' }),
    taskFailed: (step, state) => ({ from: 'task', to: 'executor', label: 'failed', bad: true,
      words: upper(taskName(state, step.task)) + ' has failed: ' + step.failure }),
    taskDropped: (step, state) => ({ at: 'task', label: 'drop', words: upper(taskName(state, step.task)) + ' is dropped before its end.' }),
    timerSet: (step, state) => ({ from: actor(state, step), to: 'driver', label: 'set timer', words: 'A timer is set.' }),
    timerFired: () => ({ at: 'driver', label: 'timer', words: 'The moment of a timer has come.' }),
  };

  function scoreOf(step, state) {
    const known = SCORE[step.what];
    if (known) return known(step, state);
    const rest = Object.keys(step).filter((key) => !['step', 'what', 'at', 'thread', 'fold', 'code'].includes(key));
    return { at: actor(state, step), label: step.what,
      words: step.what + (rest.length ? ': ' + rest.map((key) => key + ' ' + step[key]).join(', ') : '') + '.' };
  }

  function scoreOfCall(step, state) {
    const call = parts(step);
    const result = call.errno || call.answer;
    const score = { from: actor(state, step), to: 'kernel', both: true, label: call.name + ' = ' + result,
      bad: Boolean(call.errno) && !['EAGAIN', 'EINPROGRESS'].includes(call.errno) };
    const does = WORDS[call.name];
    score.words = (does && does(state, step, call, who(state, step), parseInt(call.args, 10)))
      || who(state, step) + ' calls ' + call.name + ', and is answered ' + result + '.';
    return score;
  }

  const WORDS = {
    read(state, step, call, who, fd) {
      if (call.errno === 'EAGAIN') return who + ' reads from ' + fdName(state, fd) + ' and finds nothing: the call would block.';
      if (call.errno) return null;
      if (call.answer === 0) return who + ' reads the end: nothing more will come from ' + fdName(state, fd) + '.';
      return who + ' reads ' + count(call.answer) + ' from ' + fdName(state, fd) + '.';
    },
    write(state, step, call, who, fd) {
      if (call.errno === 'EAGAIN') return who + ' finds no room at all: the call would block.';
      if (call.errno) return null;
      const wanted = Number((/(\d+)$/.exec(call.args) || [])[1]);
      return who + ' writes ' + count(call.answer) + ' to ' + receiver(state, fd)
        + (wanted > call.answer ? '. There was room for no more of ' + count(wanted) + '.' : '.');
    },
    epoll_wait(state, step, call, who, list) {
      const told = tellings(call);
      const name = fdName(state, list) === 'descriptor ' + list ? '' : ' by ' + fdName(state, list);
      if (told.length === 0) return who + ' is told' + name + ': nobody is ready.';
      return who + ' is told' + name + ': ' + told.slice(0, 4).map((each) =>
        entryName(state, list, each.data) + ' (' + each.events.join('|') + ')').join(', ')
        + (told.length > 4 ? ' and ' + (told.length - 4) + ' more' : '') + '.';
    },
    epoll_ctl(state, step, call, who, list) {
      const found = /EPOLL_CTL_(\w+), (\d+)(?:, \{events=([\w|]+))?/.exec(call.args);
      if (!found || call.errno) return null;
      const name = fdName(state, Number(found[2]));
      if (found[1] === 'DEL') return who + ' takes ' + name + ' off the list.';
      return who + (found[1] === 'ADD' ? ' puts ' + name + ' on ' : ' sets anew what is asked of ' + name + ' on ')
        + fdName(state, list).replace(/^descriptor/, 'list') + ': ' + wayOf(found[3].split('|')) + '.';
    },
    accept4(state, step, call, who, fd) {
      if (call.errno === 'EAGAIN') return who + ' asks who waits at ' + fdName(state, fd) + ': nobody, the call would block.';
      return call.errno ? null : who + ' lets a guest in at ' + fdName(state, fd) + '; he gets descriptor ' + call.answer + '.';
    },
    connect: (state, step, call, who) => who + ' asks to be let in at port ' + port(call) + '.',
    close: (state, step, call, who, fd) => who + ' closes ' + fdName(state, fd) + '.',
    socket: (state, step, call, who) => who + ' makes a socket, descriptor ' + call.answer + '.',
  };

  function receiver(state, fd) {
    const peer = state.fds[fd] ? state.fds[fd].peer : null;
    return fdName(state, peer !== null && state.fdNames[peer] ? peer : fd);
  }

  function wayOf(events) {
    const way = events.includes('EPOLLONESHOT') ? 'told once, then armed anew' : events.includes('EPOLLET')
      ? 'told by edge' : 'told by level';
    const cares = events.filter((event) => !['EPOLLONESHOT', 'EPOLLET'].includes(event));
    return cares.map((event) => event.replace('EPOLL', '')).join('|') + ', ' + way;
  }

  function entryName(state, list, data) {
    const fd = Object.keys(state.lists[list] || {}).find((each) => state.lists[list][each].data === data);
    if (fd !== undefined) return fdName(state, Number(fd));
    return tokenName(state, data);
  }

  // ---- the whole run ----

  // States are kept for every so many rows, and the others are found from there.
  function run(recording, chosenTitle) {
    const steps = recording.steps;
    const all = rows(steps);
    if (all.length === 0) throw new Error('Nothing happens in this recording.');
    const kept = [START];
    const EVERY = 32;
    const apply = (state, row) => {
      for (let i = row.from; i < row.end; i++) state = after(state, steps[i]);
      return state;
    };
    let state = START;
    const scores = all.map((row, i) => {
      if (i % EVERY === 0) kept[i / EVERY] = state;
      let before = state;
      for (let k = row.from; k < row.first; k++) before = after(before, steps[k]);
      const score = rowScore(row, before);
      state = apply(state, row);
      return score;
    });
    function rowScore(row, before) {
      const first = steps[row.first];
      if (first.fold) return { words: first.fold, fold: true };
      const score = scoreOf(first, before);
      if (row.times) score.words += ' And so ' + row.times + ' times.';
      return score;
    }
    const title = steps.find((step) => step.what === 'title');
    return {
      title: chosenTitle || (title && title.words) || 'A recorded run',
      rows: all,
      scores,
      step: (i) => steps[all[i].first],
      // After row i; -1 is before everything.
      stateAt(i) {
        let at = Math.max(0, Math.floor(i / EVERY));
        let found = kept[at];
        for (let row = at * EVERY; row <= i; row++) found = apply(found, all[row]);
        return found;
      },
    };
  }

  // Which lanes there are, from left to right, and what they are called.
  function lanesOf(play) {
    const used = new Set();
    const outside = new Set();
    play.scores.forEach((score, i) => {
      [score.from, score.to, score.at].forEach((lane) => { if (lane) used.add(lane); });
      const step = play.step(i);
      if (!step.fold && (step.thread || (step.who && !PROGRAMS.includes(step.who)))) outside.add(step.thread || step.who);
    });
    const program = play.scores.map((score, i) => play.step(i).who).find((who) => PROGRAMS.includes(who));
    return ORDER.filter((lane) => used.has(lane)).map((lane) => ({
      lane,
      title: lane === 'outside' ? (outside.size === 1 ? [...outside][0] : 'outside')
        : lane === 'program' && program ? program : TITLES[lane],
    }));
  }

  // ---- what each lane holds, as cards ----

  const SHOWN = {
    outside: () => [],
    kernel(state) {
      const cards = [];
      const listed = new Set();
      Object.keys(state.lists).forEach((list) => {
        const entries = Object.keys(state.lists[list]).filter((fd) => worthShowing(state, fd));
        entries.forEach((fd) => listed.add(Number(fd)));
        if (Object.keys(state.lists).length > 1) cards.push(...listCards(state, list, entries));
      });
      const single = Object.keys(state.lists).length === 1;
      Object.keys(state.fds).map(Number).filter((fd) => worthShowing(state, fd)
        && (listed.has(fd) || state.fds[fd].bytes > 0 || state.fdNames[fd])).forEach((fd) => {
        const entry = single && Object.values(state.lists)[0][fd];
        const bytes = state.fds[fd].bytes;
        cards.push({ key: 'fd' + fd, text: fdName(state, fd).replace('descriptor', 'fd'),
          more: bytes ? count(bytes) : '', on: Boolean(entry && entry.news) || bytes > 0 });
      });
      return cards;
    },
    program: (state) => (state.told ? [{ key: 'told', text: state.told.length ? 'told of' : 'told of nobody',
      on: state.told.length > 0, faint: state.told.length === 0,
      more: state.told.map((each) => each.events.join('|')).join(', ') }] : []),
    driver(state) {
      const cards = [];
      if (state.turn) cards.push({ key: 'turn', text: state.turn === 'asleep' ? 'asleep' : state.turn === 'looks' ? 'looks' : 'awake', faint: state.turn === 'asleep' });
      Object.keys(state.tokens).forEach((token) => {
        const io = state.tokens[token];
        cards.push({ key: 'io' + token, text: fdName(state, io.fd).replace('descriptor', 'fd'),
          more: (io.ready.join(' ') || '–') + ', tick ' + io.tick, on: io.ready.includes('IN') });
      });
      if (state.timers) cards.push({ key: 'timers', text: 'timers', more: String(state.timers) });
      return cards;
    },
    waker: (state) => state.wakers.map((waker) => ({ key: 'waker' + waker.id, text: 'of ' + taskName(state, waker.task),
      more: waker.at === null ? 'kept' : typeof waker.at === 'string' ? 'at ' + waker.at : 'at ' + tokenName(state, waker.at).replace('descriptor', 'fd'), round: true })),
    executor(state) {
      const cards = [{ key: 'polls', text: state.polled === null ? 'polls nobody' : 'polls', faint: state.polled === null,
        more: state.polled === null ? '' : taskName(state, state.polled) }];
      state.queue.forEach((id, place) => cards.push({ key: 'queue' + place, text: 'queue ' + (place + 1), more: taskName(state, id), on: true }));
      return cards;
    },
    task: (state) => Object.keys(state.tasks).filter((id) => !['done', 'dropped'].includes(state.tasks[id])
      || state.taskNames[id]).map((id) => ({ key: 'task' + id, text: taskName(state, id), more: state.tasks[id],
      on: state.tasks[id] === 'running', faint: ['asleep', 'done', 'dropped'].includes(state.tasks[id]), bad: state.tasks[id] === 'failed' })),
  };

  const worthShowing = (state, fd) => state.fds[fd] && (state.fds[fd].kind !== 'door' || state.fds[fd].bytes > 0);

  function listCards(state, list, entries) {
    if (entries.length === 0) return [{ key: 'list' + list, text: 'list ' + list, more: 'empty', faint: true }];
    return entries.map((fd) => {
      const entry = state.lists[list][fd];
      const way = entry.events.includes('EPOLLONESHOT') ? 'oneshot' : entry.events.includes('EPOLLET') ? 'edge' : 'level';
      return { key: 'list' + list + '.' + fd, text: way, on: entry.news, faint: !entry.armed,
        more: !entry.armed ? 'disarmed' : entry.news ? 'has news' : 'quiet' };
    });
  }

  // Many of a kind are dots, told apart by their colour alone where each is too small for words.
  function shelf(lane, state) {
    const cards = SHOWN[lane](state);
    if (cards.length < DOTS_FROM) return { cards, dots: [] };
    const kind = (card) => card.key.replace(/\d.*/, '');
    const most = cards.map(kind).sort((a, b) => cards.filter((card) => kind(card) === b).length
      - cards.filter((card) => kind(card) === a).length)[0];
    return { cards: cards.filter((card) => kind(card) !== most), dots: cards.filter((card) => kind(card) === most) };
  }

  window.manorScore = { run, lanesOf, shelf };
})();
