// Pieces that look things up in the promises' model.
import { html, nothing } from 'lit-html';
import { count, model, promises, scenariosAt } from 'store';
import { address, chips, empty, link, mark, section, time } from 'parts';

export const promiseLink = (id) => {
  const promise = promises.get(id);
  return promise
    ? html`<a class="row" href=${address('edge', id)}>${mark(promise.status)}<span class="grow">${promise.wording}</span>${chips(promise.personas)}</a>`
    : html`<span class="row">${mark('no-scenario')}<span class="grow">${id}</span></span>`;
};

export const scenarioState = (indices) => scenariosAt(indices).map((scenario) => ({ status: scenario.status }));
export const share = (items) => html`<span class="num">${count(items, 'kept')} of ${items.length}</span>`;

// Whoever says that a promise is kept must be able to say that it is not: which faults, made on purpose, were noticed.
const verdicts = { killed: 'Turned red by', survived: 'Not noticed', allowed: 'Not noticed, for a reason', unknown: 'Not found out' };
export function proofs(promise) {
  if (!model.bite) {
    return nothing;
  }
  return section('Proof that it can fail',
    html`<p class="muted">Faults that were put into PropIQ on purpose, ${time(model.bite.writtenAt)}.${model.bite.isStale ? html` <strong>The features have changed since: this is out of date.</strong>` : nothing}</p>`,
    promise.proofs.length ? html`<ul class="rows">${promise.proofs.map(proof)}</ul>` : empty('No fault has been tried on this promise.'));
}

const proof = (each) => {
  const [scenario] = each.scenario == null ? [] : scenariosAt([each.scenario]);
  return html`<li><div class="row"><span class="grow"><strong>${verdicts[each.verdict] ?? each.verdict}:</strong> ${each.breaks} <code>${each.fault}</code>
    ${each.verdict === 'killed' ? html`<br><span class="muted">Killed by ${scenario ? link('scenario', scenario.id, scenario.name) : 'a scenario that is gone'}: ${each.step}</span>` : nothing}</span></div></li>`;
};
