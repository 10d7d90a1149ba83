// A recorded run and what it means. A recording is lines of JSON, each a step; what the house looks like after a step
// is a function of the steps before it and of nothing else, so forward and back lead to the same.
(function () {
  'use strict';
  const MOST_STEPS = 20000;

  // ---- reading a recording ----

  function read(text) {
    const lines = text.split('\n').map((line) => line.trim());
    if (lines.every((line) => !line)) throw new Error('The file is empty.');
    if (/^<(!doctype|html)/i.test(lines.find(Boolean))) {
      throw new Error('This is a page, not a recording. Open it in the browser itself.');
    }
    const steps = [];
    lines.forEach((line, i) => {
      if (line && steps.length <= MOST_STEPS) steps.push(step(line, i + 1));
    });
    const cut = steps.length > MOST_STEPS;
    return { steps: cut ? steps.slice(0, MOST_STEPS) : steps, cut };
  }

  function step(line, number) {
    let made;
    try {
      made = JSON.parse(line);
    } catch (broken) {
      throw new Error('Line ' + number + ' is no JSON, so this is no recorded run, or it was cut off.');
    }
    if (!made || typeof made.what !== 'string') {
      throw new Error('Line ' + number + ' is no step of a run: it does not say what happened.');
    }
    TEXTS.forEach((key) => {
      if (made[key] !== undefined && typeof made[key] !== 'string') {
        throw new Error('Line ' + number + ' is no step of a run: its “' + key + '” is no text.');
      }
    });
    return made;
  }

  const TEXTS = ['line', 'at', 'words', 'name', 'who', 'thread', 'ready', 'code', 'place'];

  // What changes nothing that is seen: the call itself was told before.
  const UNSEEN = ['title', 'named', 'callTried'];

  // Rows are what is shown as one: a step, a fold, or a pattern that repeats itself many times.
  function rows(steps) {
    const made = [];
    let from = 0;
    for (let i = 0; i < steps.length;) {
      if (UNSEEN.includes(steps[i].what) && !steps[i].fold) {
        i++;
        continue;
      }
      const times = steps[i].fold ? null : repeats(steps, i);
      const end = steps[i].fold ? endOfFold(steps, i) : times ? i + times.cycle * times.count : i + 1;
      made.push({ from, first: i, end, times: times && times.count });
      from = i = end;
    }
    if (made.length) made[made.length - 1].end = steps.length;
    return made;
  }

  function endOfFold(steps, i) {
    let end = i + 1;
    while (end < steps.length && steps[end].fold === true) end++;
    return end;
  }

  function repeats(steps, i) {
    for (let cycle = 1; cycle <= 3; cycle++) {
      let count = 1;
      while (same(steps, i, i + count * cycle, cycle)) count++;
      if (count >= 8) return { cycle, count };
    }
    return null;
  }

  function same(steps, a, b, cycle) {
    for (let k = 0; k < cycle; k++) {
      const one = steps[a + k];
      const other = steps[b + k];
      if (!other || one.what !== other.what || one.what === 'said' || other.fold || one.task !== other.task
        || callOf(one) !== callOf(other)) return false;
    }
    return true;
  }

  function callOf(step) {
    return step.line ? step.line.slice(0, step.line.indexOf('(')) : '';
  }

  // ---- what the house looks like ----

  const PROGRAMS = ['steward', 'program', 'server'];

  // Who makes a call: whoever the recording names, else whoever is at work.
  function actor(state, step) {
    if (step.thread) return 'outside';
    if (step.who) return PROGRAMS.includes(step.who) ? 'program' : 'outside';
    if (state.polled !== null) return 'task';
    return state.turn ? 'driver' : 'program';
  }

  const START = { fds: {}, fdNames: {}, taskNames: {}, nextName: null, nextGuest: null, lists: {}, connects: [], ports: {},
    tokens: {}, wakers: [], serial: 0, tasks: {}, queue: [], polled: null, turn: null, timers: 0,
    told: null, lastToken: null };

  function after(state, step) {
    const change = CHANGES[step.what];
    const next = change ? Object.assign({}, state, change(state, step)) : state;
    return step.what === 'turnStarted' || (step.what === 'syscall' && actor(state, step) === 'driver')
      || state.turn !== 'asleep' || step.who || step.thread || step.what === 'said' ? next
      : Object.assign({}, next, { turn: 'awake' });
  }

  const put = (table, key, value) => Object.assign({}, table, { [key]: value });
  const without = (table, key) => {
    const copy = Object.assign({}, table);
    delete copy[key];
    return copy;
  };
  const task = (state, step, as) => ({ tasks: put(state.tasks, step.task, as) });

  const CHANGES = {
    named(state, step) {
      if (step.next === 'task') return { nextName: step.name };
      if (step.next === 'guest') return { nextGuest: step.name };
      return step.task !== undefined ? { taskNames: put(state.taskNames, step.task, step.name) }
        : { fdNames: put(state.fdNames, step.fd, step.name) };
    },
    syscall: (state, step) => called(state, step),
    registered: (state, step) => ({ tokens: put(state.tokens, step.token, { fd: step.fd, ready: [], tick: 0 }) }),
    deregistered: (state, step) => ({ tokens: without(state.tokens, step.token) }),
    turnStarted: (state, step) => ({ turn: step.maxWaitNanos === 0 ? 'looks' : 'asleep', polled: null }),
    eventTold: (state, step) => ({ turn: 'awake', lastToken: step.token }),
    readinessSet: (state, step) => readiness(state, step, (old) => union(old, bits(step))),
    readinessCleared: (state, step) => readiness(state, step, (old) => old.filter((bit) => !bits(step).includes(bit))),
    wakerCloned: (state, step) => ({
      wakers: state.wakers.concat({ task: step.task, at: null, id: state.serial }), serial: state.serial + 1 }),
    wakerStored(state, step) {
      const owner = ownerOf(step);
      const at = findLast(state.wakers, (waker) => waker.at === null && waker.task === owner);
      const stored = { task: owner, at: step.token, id: at < 0 ? state.serial : state.wakers[at].id };
      const others = state.wakers.filter((waker, i) => i !== at);
      return { wakers: others.concat(stored), lastToken: step.token, serial: state.serial + (at < 0 ? 1 : 0) };
    },
    wakerLeft(state, step) {
      const owner = ownerOf(step);
      const at = findLast(state.wakers, (waker) => waker.task === owner && waker.at === null);
      return at < 0 ? {} : { wakers: state.wakers.map((waker, i) =>
        (i === at ? Object.assign({}, waker, { at: step.place }) : waker)) };
    },
    wakerWoken: (state, step) => (step.usedUp === false ? {}
      : gone(state, step, (waker) => waker.at === state.lastToken || typeof waker.at === 'string')),
    wakerDropped: (state, step) => gone(state, step, (waker) => waker.at === null || waker.at === state.lastToken),
    taskSpawned: (state, step) => Object.assign(task(state, step, 'new'), state.nextName
      ? { taskNames: put(state.taskNames, step.task, state.nextName), nextName: null } : {}),
    taskQueued: (state, step) => Object.assign(task(state, step, 'queued'), { queue: state.queue.concat(step.task) }),
    taskPolled: (state, step) => Object.assign(task(state, step, 'running'),
      { polled: step.task, turn: null, queue: state.queue.filter((each) => each !== step.task) }),
    taskPending: (state, step) => Object.assign(task(state, step, 'asleep'), { polled: null }),
    taskReady: (state, step) => Object.assign(task(state, step, 'done'), { polled: null }),
    taskFailed: (state, step) => Object.assign(task(state, step, 'failed'), { polled: null }),
    taskDropped: (state, step) => Object.assign(task(state, step, 'dropped'),
      { polled: null, queue: state.queue.filter((each) => each !== step.task) }),
    timerSet: (state) => ({ timers: state.timers + 1 }),
    timerFired: (state) => ({ timers: Math.max(0, state.timers - 1) }),
  };

  const ownerOf = (step) => Number(String(step.waker).replace(/^task /, ''));
  const bits = (step) => String(step.ready).split('|').filter(Boolean);
  const union = (a, b) => a.concat(b.filter((bit) => !a.includes(bit)));

  function findLast(list, is) {
    for (let i = list.length - 1; i >= 0; i--) if (is(list[i])) return i;
    return -1;
  }

  function readiness(state, step, change) {
    const old = state.tokens[step.token] || { fd: null, ready: [], tick: 0 };
    const now = { fd: old.fd, ready: change(old.ready), tick: step.tick };
    return { tokens: put(state.tokens, step.token, now), lastToken: step.token };
  }

  // One waker of the task goes: if there is a choice, one that is where the news came from.
  function gone(state, step, likely) {
    const own = (waker) => waker.task === step.task;
    let at = state.wakers.findIndex((waker) => own(waker) && likely(waker));
    if (at < 0) at = state.wakers.findIndex(own);
    return { wakers: state.wakers.filter((waker, i) => i !== at) };
  }

  // ---- what the kernel holds, as far as its calls tell ----

  const CALL = /^(\w+)\((.*)\)\s*= (-?\d+)(?: (E[A-Z0-9]+))?/;

  function parts(step) {
    const found = CALL.exec(step.line || '');
    if (!found) return { name: (step.line || '').replace(/\(.*/, ''), args: '', answer: 0, errno: '' };
    return { name: found[1], args: found[2], answer: Number(found[3]), errno: found[4] || '' };
  }

  function called(state, step) {
    const call = parts(step);
    if (call.errno && call.errno !== 'EINPROGRESS') return {};
    const fd = parseInt(call.args, 10);
    const does = CALLS[call.name];
    return does ? does(state, call, fd, step) : {};
  }

  const opened = (state, fd, what) => ({ fds: put(state.fds, fd, Object.assign({ bytes: 0, peer: null }, what)) });
  const pair = (call) => (/\[(\d+), (\d+)\]/.exec(call.args) || []).slice(1).map(Number);
  const port = (call) => Number((/sin6?_port=htons\((\d+)\)/.exec(call.args) || [])[1] || 0);

  const CALLS = {
    socket: (state, call) => opened(state, call.answer, { kind: 'socket' }),
    openat: (state, call) => opened(state, call.answer, { kind: 'file' }),
    eventfd2: (state, call) => opened(state, call.answer, { kind: 'door' }),
    epoll_create1: (state, call) => ({ lists: put(state.lists, call.answer, {}) }),
    socketpair(state, call) {
      const [a, b] = pair(call);
      const one = opened(state, a, { kind: 'socket', peer: b });
      return opened({ fds: one.fds }, b, { kind: 'socket', peer: a });
    },
    pipe2(state, call) {
      const [out, into] = pair(call);
      const one = opened(state, out, { kind: 'pipe' });
      return opened({ fds: one.fds }, into, { kind: 'pipe', peer: out });
    },
    bind: (state, call, fd) => ({ ports: put(state.ports, fd, port(call)) }),
    getsockname: (state, call, fd) => ({ ports: put(state.ports, fd, port(call)) }),
    connect: (state, call, fd) => news(Object.assign({}, state,
      { connects: state.connects.concat({ fd, port: port(call) }) }), listenerAt(state, port(call)), ['EPOLLIN']),
    accept4(state, call, fd) {
      const at = state.connects.findIndex((each) => each.port === state.ports[fd]);
      const peer = at < 0 ? null : state.connects[at].fd;
      const made = opened(state, call.answer, { kind: 'connection', peer });
      if (state.nextGuest) {
        Object.assign(made, { fdNames: put(state.fdNames, call.answer, state.nextGuest), nextGuest: null });
      }
      if (at < 0) return made;
      if (made.fds[peer]) made.fds = put(made.fds, peer, Object.assign({}, made.fds[peer], { peer: call.answer }));
      return Object.assign(made, { connects: state.connects.filter((each, i) => i !== at) });
    },
    read: (state, call, fd) => quiet(moved(state, fd, -call.answer), fd),
    write(state, call, fd) {
      const own = state.fds[fd];
      if (!own) return {};
      if (own.kind === 'door') return news(moved(state, fd, 8 - own.bytes), fd, ['EPOLLIN']);
      return own.peer === null ? {} : news(moved(state, own.peer, call.answer), own.peer, ['EPOLLIN']);
    },
    epoll_ctl(state, call, list) {
      const found = /EPOLL_CTL_(\w+), (\d+)(?:, \{events=([\w|]+), data=(\d+)\})?/.exec(call.args);
      if (!found || !state.lists[list] || (found[1] !== 'DEL' && !found[3])) return {};
      const fd = Number(found[2]);
      if (found[1] === 'DEL') return { lists: put(state.lists, list, without(state.lists[list], fd)) };
      const events = found[3].split('|');
      const entry = { events, data: Number(found[4]), armed: true,
        news: events.includes('EPOLLIN') && Boolean(state.fds[fd] && state.fds[fd].bytes > 0) };
      return { lists: put(state.lists, list, put(state.lists[list], fd, entry)) };
    },
    epoll_wait(state, call, list) {
      const entries = Object.assign({}, state.lists[list]);
      const told = tellings(call);
      Object.keys(entries).forEach((fd) => {
        const entry = entries[fd];
        if (!told.some((each) => each.data === entry.data)) return;
        const level = !entry.events.includes('EPOLLET');
        const once = entry.events.includes('EPOLLONESHOT');
        entries[fd] = Object.assign({}, entry, { news: level && !once && entry.news, armed: !once });
      });
      return { lists: put(state.lists, list, entries), told: told, turn: state.turn ? 'awake' : null };
    },
    close(state, call, fd) {
      const lists = {};
      Object.keys(state.lists).forEach((list) => {
        if (Number(list) !== fd) lists[list] = without(state.lists[list], fd);
      });
      const peer = state.fds[fd] ? state.fds[fd].peer : null;
      const left = Object.assign({}, state,
        { fds: without(state.fds, fd), lists, ports: without(state.ports, fd) });
      return peer === null || !left.fds[peer] ? left : news(left, peer, ['EPOLLIN', 'EPOLLRDHUP']);
    },
  };

  function listenerAt(state, number) {
    return Number(Object.keys(state.ports).find((fd) => state.ports[fd] === number) || -1);
  }

  function moved(state, fd, count) {
    const own = state.fds[fd];
    if (!own) return state;
    const bytes = own.kind === 'door' && count < 0 ? 0 : Math.max(0, own.bytes + count);
    return Object.assign({}, state, { fds: put(state.fds, fd, Object.assign({}, own, { bytes })) });
  }

  const onLists = (state, fd, change) => {
    const lists = {};
    Object.keys(state.lists).forEach((list) => {
      const entry = state.lists[list][fd];
      lists[list] = entry ? put(state.lists[list], fd, change(entry)) : state.lists[list];
    });
    return Object.assign({}, state, { lists });
  };

  // Something came for a descriptor: whoever is armed for it has news.
  const news = (state, fd, events) => onLists(state, fd, (entry) => (entry.armed && events.some((event) =>
    entry.events.includes(event)) ? Object.assign({}, entry, { news: true }) : entry));

  // Once nothing is left to read, a list that goes by the level has no news.
  const quiet = (state, fd) => (state.fds[fd] && state.fds[fd].bytes > 0 ? state
    : onLists(state, fd, (entry) => Object.assign({}, entry, { news: false })));

  function tellings(call) {
    const told = [];
    const each = /\{events=([\w|]+), data=(\d+)\}/g;
    for (let found = each.exec(call.args); found; found = each.exec(call.args)) {
      told.push({ events: found[1].split('|').map((event) => event.replace('EPOLL', '')), data: Number(found[2]) });
    }
    return told;
  }

  window.manorRecording = { read, rows, START, after, parts, port, tellings, bits, ownerOf, actor, PROGRAMS };
})();
