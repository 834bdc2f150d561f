import { html, nothing } from 'lit-html';
import { model, promises } from 'store';
import { empty, mark, page, section, table } from 'parts';
import { promiseLink } from 'promise-parts';

const name = (key) => key.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
const isPlain = (value) => value === null || typeof value !== 'object';
const value = (each) => isPlain(each) ? String(each ?? '') : Array.isArray(each) && each.every(isPlain) ? each.join(', ') : html`<pre tabindex="0">${JSON.stringify(each, null, 2)}</pre>`;
const pairs = (record) => html`<dl class="facts">${Object.entries(record).map(([key, each]) => html`<div><dt>${name(key)}</dt><dd>${value(each)}</dd></div>`)}</dl>`;
const known = new Set(['simulation_summary', 'cost_analysis', 'user_results', 'edge_cases_triggered', 'errors_encountered']);

export default function simulation() {
  const report = model.simulation;
  if (!report) {
    return page('Simulation', 'The five power users at work, all at once.', empty('No simulation report was given (--simulation).'));
  }
  const users = report.user_results ?? [];
  const columns = users.length ? Object.keys(users[0]) : [];
  const further = Object.entries(report).filter(([key]) => !known.has(key));
  return page('Simulation', 'The five power users at work, all at once: the last report.',
    report.simulation_summary ? section('Summary', pairs(report.simulation_summary)) : nothing,
    report.cost_analysis ? section('Costs', pairs(report.cost_analysis)) : nothing,
    users.length ? section('Users', table([columns.map(name), ...users.map((user) => columns.map((column) => value(user[column])))])) : nothing,
    report.edge_cases_triggered?.length ? section('Edge cases met', html`<ul class="rows">${report.edge_cases_triggered.map((id) =>
      html`<li>${promises.has(id) ? promiseLink(id) : html`<span class="row">${mark('not-run')}<span class="grow">${value(id)}</span></span>`}</li>`)}</ul>`) : nothing,
    report.errors_encountered ? section('Errors', report.errors_encountered.length ? html`<ul class="plain">${report.errors_encountered.map((error) => html`<li>${value(error)}</li>`)}</ul>` : empty('None.')) : nothing,
    further.length ? section('More', further.map(([key, each]) => html`<details><summary>${name(key)}</summary>${value(each)}</details>`)) : nothing);
}
