// Pieces that look things up in the promises' model.
import { html } from 'lit-html';
import { count, promises, scenariosAt } from 'store';
import { address, chips, mark } from 'parts';

export const promiseLink = (id) => {
  const promise = promises.get(id);
  return promise
    ? html`<a class="row" href=${address('edge', id)}>${mark(promise.status)}<span class="grow">${promise.wording}</span>${chips(promise.personas)}</a>`
    : html`<span class="row">${mark('no-scenario')}<span class="grow">${id}</span></span>`;
};

export const scenarioState = (indices) => scenariosAt(indices).map((scenario) => ({ status: scenario.status }));
export const share = (items) => html`<span class="num">${count(items, 'kept')} of ${items.length}</span>`;
