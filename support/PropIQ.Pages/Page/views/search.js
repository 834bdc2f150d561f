import { html, nothing } from 'lit-html';
import { matches, model } from 'store';
import { address, empty, mark, page, plural, scenarioLink, section } from 'parts';
import { promiseLink } from 'promise-parts';

const most = 60;
const group = (title, items, view) => items.length ? section(html`${title} <span class="num muted">${items.length}</span>`, html`<ul class="rows">${items.slice(0, most).map((item) => html`<li>${view(item)}</li>`)}</ul>`,
  items.length > most ? html`<p class="muted">and ${items.length - most} more: add a word</p>` : nothing) : nothing;

export default function search(_, query) {
  const words = query.q ?? '';
  const found = (items) => words.trim() ? items.filter((item) => matches(item, words)) : [];
  const hits = [found(model.promises), found(model.scenarios), found(model.sentences), found(model.clauses)];
  const number = hits.reduce((sum, items) => sum + items.length, 0);
  return page(`Search: ${words}`, html`<span role="status">${plural(number, 'hit')}</span>`,
    number ? nothing : empty(words.trim() ? 'Nothing was found. Words are looked for in promises, scenarios with their steps, sentences and clauses.' : 'Type what you look for.'),
    group('Promises', hits[0], (promise) => promiseLink(promise.id)),
    group('Scenarios', hits[1], (scenario) => scenarioLink(scenario)),
    group('Sentences', hits[2], (sentence) => html`<a class="row" href="#plans">${mark(sentence.status)}<span class="grow">${sentence.text}</span></a>`),
    group('Clauses', hits[3], (clause) => html`<a class="row" href=${address('clause', clause.number)}>${mark(clause.status)}<b>${clause.number}</b><span class="grow">${clause.title}</span></a>`));
}
