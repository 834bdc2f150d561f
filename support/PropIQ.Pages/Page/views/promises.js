import { html, nothing } from 'lit-html';
import { clauses, groups, matches, model, personas, promises, promiseStates, scenariosAt, severities } from 'store';
import { address, chip, chips, empty, link, mark, page, plural, scenarioLink, section, severity, titled, word } from 'parts';
import { promiseLink, proofs } from 'promise-parts';

const filters = { status: promiseStates, persona: personas, group: groups, severity: severities };
const holds = { status: (p, v) => p.status === v, persona: (p, v) => p.personas.includes(v), group: (p, v) => p.group === v, severity: (p, v) => p.severity === v };

export default function matrix(_, query, go) {
  const shown = model.promises.filter((promise) =>
    Object.keys(filters).every((name) => !query[name] || holds[name](promise, query[name])) && (!query.q || matches(promise, query.q)));
  const set = (name, value) => go('promises', '', { ...query, [name]: value });
  return html`${page('Promises', 'Every edge case that PropIQ promises to handle, and whom it happens to.')}
    <form class="filters" role="search" aria-label="Filter promises" @submit=${(event) => event.preventDefault()}>
      <label class="grow"><span class="sr">Filter by words</span><input type="search" name="q" placeholder="Filter by words" .value=${query.q ?? ''} @input=${(event) => set('q', event.target.value)}></label>
      ${Object.entries(filters).map(([name, values]) => html`<label><span class="sr">${name}</span><select name=${name} @change=${(event) => set(name, event.target.value)}>
        <option value="" ?selected=${!query[name]}>Any ${name}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${query[name] === value}>${name === 'status' ? word(value) : titled(value)}</option>`)}</select></label>`)}
      ${Object.values(query).some(Boolean) ? html`<a class="button" href="#promises">Clear</a>` : nothing}
    </form>
    <p class="muted" role="status">${plural(shown.length, 'promise')} of ${model.promises.length}</p>
    ${shown.length ? rows(shown) : empty('Nothing fits these filters.')}`;
}

const rows = (shown) => html`<div class="matrix-frame"><table class="matrix">
  <thead><tr><th scope="col">Promise</th><th scope="col">Status</th><th scope="col">Severity</th>${personas.map((name) => html`<th scope="col" class="persona">${name}</th>`)}</tr></thead>
  ${groups.map((group) => {
    const items = shown.filter((promise) => promise.group === group);
    return items.length ? html`<tbody><tr class="group"><th scope="rowgroup" colspan=${3 + personas.length}>${titled(group)}</th></tr>${items.map(row)}</tbody>` : nothing;
  })}</table></div>`;

const row = (promise) => html`<tr class=${promise.status}>
  <th scope="row"><a href=${address('edge', promise.id)}>${promise.wording}</a><span class="why">${promise.hurt}</span></th>
  <td class="state">${mark(promise.status, true)}</td><td>${severity(promise.severity)}</td>
  ${personas.map((name) => html`<td class="persona" data-name=${name}>${promise.personas.includes(name) ? mark(promise.status) : nothing}</td>`)}</tr>`;

export function edge(id) {
  const promise = promises.get(id);
  if (!promise) {
    return page('No such promise', `There is no promise "${id}" in this run's catalogue.`, html`<p>${link('promises', '', 'All promises')}</p>`);
  }
  const items = scenariosAt(promise.scenarios);
  const failed = items.filter((scenario) => scenario.status === 'failed');
  return page(promise.wording, html`${mark(promise.status, true)} ${severity(promise.severity)} ${promise.note ? html`<span class="muted">${promise.note}</span>` : nothing}`,
    html`<blockquote class="hurt">${promise.hurt}</blockquote>
    ${failed.map((scenario) => html`<div class="error"><strong>${scenario.name}</strong><p>${scenario.reason}</p>${link('scenario', scenario.id, 'Steps and evidence')}</div>`)}
    ${section('Shown by', items.length ? html`<ul class="rows">${items.map((scenario) => html`<li>${scenarioLink(scenario)}</li>`)}</ul>` : empty('Nobody has written a scenario for this promise yet.'))}
    ${proofs(promise)}
    <dl class="details">
      <div><dt>Happens to</dt><dd>${chips(promise.personas)}</dd></div>
      <div><dt>Group</dt><dd><a href=${address('promises', '', { group: promise.group })}>${titled(promise.group)}</a></dd></div>
      <div><dt>Contract</dt><dd><span class="chips">${promise.clauses.map((number) => link('clause', number, `${number} ${clauses.get(number)?.title ?? ''}`, 'chip'))}</span></dd></div>
      ${promise.needs.length ? html`<div><dt>Checking needs</dt><dd>${chips(promise.needs)}</dd></div>` : nothing}
      <div><dt>Name</dt><dd><code>${promise.id}</code></dd></div>
    </dl>`);
}

export function clause(number) {
  const found = clauses.get(number);
  return found
    ? page(`${found.number} ${found.title}`, html`A clause of the contract. ${mark(found.status, true)}`,
      section('Promises about it', found.promises.length ? html`<ul class="rows">${found.promises.map((id) => html`<li>${promiseLink(id)}</li>`)}</ul>` : empty('No promise is about this clause.')))
    : page('No such clause', `The contract has no clause ${number}.`);
}

export function clauseList() {
  return page('Contract', 'The clauses that PropIQ is held to. A clause is as good as the worst of its promises.',
    html`<ul class="rows">${model.clauses.map((each) => html`<li><a class="row" href=${address('clause', each.number)}>${mark(each.status)}<b class="num">${each.number}</b>
      <span class="grow">${each.title}</span>${chip(plural(each.promises.length, 'promise'))}</a></li>`)}</ul>`);
}
