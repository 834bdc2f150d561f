import { html } from 'lit-html';
import { model, scenariosAt } from 'store';
import { empty, mark, page, scenarioLink, section, table } from 'parts';
import { promiseLink } from 'promise-parts';

const columns = () => model.plans.columns;
const proof = (promises, scenarios = []) => html`<details><summary>Proof</summary><ul class="rows">
  ${promises.map((id) => html`<li>${promiseLink(id)}</li>`)}${scenariosAt(scenarios).map((scenario) => html`<li>${scenarioLink(scenario)}</li>`)}</ul></details>`;

export default function plans() {
  return page('Plans and sentences', 'What customers pay for and what they get to read, word for word, each with its proof.',
    section('The plans', model.plans.plans.length ? html`
      ${table([['Plan', ...columns().map((column) => html`${mark(column.status)} ${column.name}`)],
        ...model.plans.plans.map((plan) => [html`<strong>${plan.plan}</strong>`, ...columns().map((column) => plan.offers[column.name])])], 'plans')}
      <div class="proofs">${columns().map((column) => html`<div><h3>${mark(column.status)} ${column.name}</h3>${proof(column.promises)}</div>`)}</div>` : empty('No plan table was given.')),
    section('The sentences', model.sentences.length ? html`<ul class="sentences">${model.sentences.map((sentence) => html`<li>
      <div class="sentence">${mark(sentence.status, true)}<q>${placeholders(sentence.text)}</q></div><p class="muted">${sentence.when}</p>${proof(sentence.promises, sentence.scenarios)}</li>`)}</ul>` : empty('No sentences were given.')));
}

const placeholders = (words) => words.split(/(\{\w+\})/).map((part) => /^\{\w+\}$/.test(part) ? html`<var>${part.slice(1, -1)}</var>` : part);
