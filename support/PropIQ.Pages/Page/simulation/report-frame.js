// The frame of a report: links to its parts beside them, what matters first, one section a part.
import { html, render } from 'lit-html';

export function frame(name, parts, report, state, first, ...banners) {
  const jump = (id) => (event) => {
    event.preventDefault();
    history.replaceState(null, '', `#${id}`);
    document.getElementById(id).scrollIntoView();
    document.querySelector(`#${id} h2`).focus({ preventScroll: true });
  };
  return html`<a class="skip" href="#main" @click=${(event) => { event.preventDefault(); document.querySelector('h1').focus(); }}>To the content</a>
    <header class="top"><span class="brand">PropIQ <span>${name}</span></span></header>
    <nav aria-label="Parts"><ul>${parts.map(([id, words]) => html`<li><a href=${`#${id}`} @click=${jump(id)}>${words}</a></li>`)}</ul></nav>
    <main id="main" class="simulation"><div class=${`hero ${state}`}>${first}</div>
      ${banners}
      ${parts.map(([id, words, show]) => html`<section id=${id}><h2 tabindex="-1">${words}</h2>${show(report)}</section>`)}</main>`;
}

export const facts = (pairs) => html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

// What is folded away is printed all the same.
export function present(title, template) {
  render(template, document.getElementById('app'));
  addEventListener('beforeprint', () => document.querySelectorAll('main details').forEach((each) => { each.open = true; }));
  document.title = title;
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
