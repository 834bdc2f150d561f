// Entry: which view an address means, and the frame around all views.
import { html, render, nothing } from 'lit-html';
import { count, model } from 'store';
import { address } from 'parts';
import overview from 'overview';
import matrix, { clause, clauseList, edge } from 'promises';
import plans from 'plans';
import tree, { feature, markdown } from 'features';
import scenario from 'scenario';
import since from 'since';
import steps from 'steps';
import simulation from 'simulation';
import search from 'search';

const views = { '': overview, promises: matrix, edge, clauses: clauseList, clause, plans, features: tree, feature, page: markdown, scenario, since, steps, simulation, search };
const homes = { edge: 'promises', clause: 'clauses', feature: 'features', page: 'features', scenario: 'features' };
const menu = [['', 'Today'], ['promises', 'Promises'], ['plans', 'Plans & sentences'], ['features', 'Features'], ['clauses', 'Contract'], ['since', 'Since last time'], ['steps', 'The suite'], ['simulation', 'Simulation']];

const decoded = (words) => {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
};

function place() {
  const [, path = '', query = ''] = /^#?([^?]*)\??(.*)$/.exec(location.hash);
  const [view, ...id] = path.split('/');
  return { view: Object.hasOwn(views, view) ? view : '', id: id.map(decoded).join('/'), query: Object.fromEntries(new URLSearchParams(query)) };
}

// Filters change the address without filling the history; what is typed keeps its focus.
function go(view, id, query) {
  const kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value));
  history.replaceState(null, '', address(view, id, kept));
  draw();
}

let before = '';
function find(event) {
  const { view } = place();
  if (view !== 'search') {
    before = location.hash;
  }
  if (event.target.value) {
    const to = address('search', '', { q: event.target.value });
    history[view === 'search' ? 'replaceState' : 'pushState'](null, '', to);
  } else {
    history.replaceState(null, '', before || '#');
  }
  draw();
}

function frame({ view, id, query }) {
  const home = homes[view] ?? view;
  const broken = count(model.promises, 'broken');
  return html`<a class="skip" href="#main" @click=${(event) => { event.preventDefault(); document.querySelector('h1')?.focus(); }}>To the content</a>
    <header class="top"><a class="brand" href="#">PropIQ <span>promises</span></a>
      <form role="search" aria-label="Everything" @submit=${(event) => event.preventDefault()}><input id="search" type="search" aria-label="Search everything" placeholder="Search everything" aria-keyshortcuts="/"
        autocomplete="off" .value=${view === 'search' ? query.q ?? '' : ''} @input=${find}><kbd aria-hidden="true">/</kbd></form></header>
    <nav aria-label="Views"><ul>${menu.map(([to, words]) => html`<li><a href=${`#${to}`} aria-current=${home === to ? 'page' : nothing}>${words}${to === 'promises' && broken ? html` <span class="count">${broken}<span class="sr"> broken</span></span>` : nothing}</a></li>`)}</ul></nav>
    <main id="main">${views[view](id, query, go, draw)}</main>`;
}

function draw() {
  render(frame(place()), document.getElementById('app'));
}

function arrive() {
  draw();
  const heading = document.querySelector('main h1');
  document.title = `${heading?.textContent.trim() ?? ''} · PropIQ's promises`;
  scrollTo(0, 0);
  heading?.focus({ preventScroll: true });
}

export function show() {
  addEventListener('hashchange', arrive);
  addEventListener('popstate', draw);
  addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      document.getElementById('search').focus();
    } else if (event.key === 'Escape' && event.target.id === 'search') {
      event.target.value = '';
      find(event);
    }
  });
  addEventListener('beforeprint', () => document.querySelectorAll('main details').forEach((each) => { each.open = true; }));
  draw();
  document.title = "PropIQ's promises";
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
