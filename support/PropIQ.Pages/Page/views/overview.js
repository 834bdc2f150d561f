import { html, nothing } from 'lit-html';
import { count, groups, headline, model, personas, promiseStates, worstFirst } from 'store';
import { address, bar, chip, chips, duration, empty, link, mark, paragraphs, plural, section, severity, time, titled, word } from 'parts';
import { share } from 'promise-parts';

const age = (from) => {
  const minutes = Math.max(0, Math.round((Date.now() - new Date(from)) / 60000));
  return minutes < 2 ? 'just now' : minutes < 120 ? `${minutes} minutes ago` : minutes < 2880 ? `${Math.round(minutes / 60)} hours ago` : `${Math.round(minutes / 1440)} days ago`;
};

export function facts() {
  const { run } = model;
  const took = run.startedAt && run.finishedAt ? new Date(run.finishedAt) - new Date(run.startedAt) : 0;
  const items = [
    ['Run', html`${time(run.startedAt)}${run.startedAt ? html` (${age(run.startedAt)})` : nothing}`],
    ['Took', took ? duration(took) : 'unknown'],
    ['Build', run.build ?? 'unknown'],
    ['Target', run.target ? `${run.target}${run.url ? ` at ${run.url}` : ''}` : 'unknown'],
    ['Not to be had there', (run.missing ?? []).join(', ')],
    ['Seed', run.seed],
    ['Runner', run.tool],
  ];
  return html`<dl class="facts">${items.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export const troubles = () => model.run.troubles.map((trouble) => html`<div class="banner" role="note">
  ${mark('not-run')}<div><strong>${trouble.what}</strong>${trouble.detail ? html`<pre>${trouble.detail}</pre>` : nothing}</div></div>`);

function changes() {
  const counts = model.since.definitions.map(({ label }) => [label, model.scenarios.filter((scenario) => scenario.since.includes(label)).length]).filter(([, number]) => number);
  return counts.length ? html`<p class="changes"><a href="#since">Since last time</a>${counts.map(([label, number]) => chip(`${number} ${label}`, `label ${label}`))}</p>` : nothing;
}

const tally = () => html`<ul class="tally">${promiseStates.map((status) => html`<li><a href=${address('promises', '', { status })}>
  ${mark(status)}<b>${count(model.promises, status).toLocaleString('en')}</b><span>${word(status).toLowerCase()}</span></a></li>`)}</ul>`;

const card = (promise) => html`<li class="card broken"><a href=${address('edge', promise.id)}>
  <span class="card-head">${severity(promise.severity)}<strong>${promise.wording}</strong></span>
  <span class="hurt">${promise.hurt}</span>
  <span class="card-foot">${chips(promise.personas)}<span class="muted">${promise.note}</span></span></a></li>`;

const shares = (title, names, of, view) => section(title, html`<ul class="shares">${names.map((name) => {
  const items = model.promises.filter((promise) => of(promise, name));
  return html`<li><a href=${address('promises', '', { [view]: name })}><span class="name">${titled(name)}</span>${bar(items)}${share(items)}</a></li>`;
})}</ul><p class="muted small">Kept of all promises. What did not run is never counted as kept.</p>`);

export default function overview() {
  const broken = worstFirst(model.promises.filter((promise) => promise.status === 'broken'));
  const outside = model.scenarios.filter((scenario) => scenario.status === 'failed' && !scenario.promises.length);
  const failed = broken.length || outside.length;
  return html`
    <div class="hero ${failed ? 'bad' : count(model.promises, 'kept') === model.promises.length ? 'good' : 'open'}">
      <h1 tabindex="-1">${headline}</h1>
      ${facts()}
    </div>
    ${troubles()}
    ${changes()}
    ${broken.length ? section('Broken today', html`<ul class="cards">${broken.map(card)}</ul>`) : nothing}
    ${outside.length ? section('Failed scenarios that belong to no promise', html`<ul class="plain">${outside.map((scenario) =>
      html`<li>${link('scenario', scenario.id, html`${mark(scenario.status)} ${scenario.name}`)}</li>`)}</ul>`) : nothing}
    ${section('Promises', tally(), bar(model.promises), html`<p class="muted small">${plural(model.promises.length, 'promise')}, shown by
      ${plural(model.scenarios.length, 'scenario')}. A promise is kept when every one of its scenarios passed, broken when one failed.</p>`)}
    <div class="two">
      ${shares('By persona', personas, (promise, name) => promise.personas.includes(name), 'persona')}
      ${shares('By group', groups, (promise, name) => promise.group === name, 'group')}
    </div>
    ${section('The contract, clause by clause', model.clauses.length ? html`<ul class="grid">${model.clauses.map((clause) => html`<li>
      <a href=${address('clause', clause.number)} title=${clause.title}>${mark(clause.status)}<b>${clause.number}</b><span>${clause.title}</span></a></li>`)}</ul>` : empty('No clauses were given.'))}
    ${model.notChecked.length ? section('Not checked at all', html`<ul class="prose">${model.notChecked.map((what) => html`<li>${paragraphs(what)}</li>`)}</ul>`) : nothing}`;
}
