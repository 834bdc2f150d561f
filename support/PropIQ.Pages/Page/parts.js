// What several views are made of. Everything that comes from data goes through the template library as text.
import { html, svg, nothing } from 'lit-html';

const words = {
  kept: 'Kept', broken: 'Broken', 'not-run': 'Not run', 'no-scenario': 'No scenario',
  passed: 'Passed', failed: 'Failed', skipped: 'Skipped', 'cut-off': 'Cut off', undefined: 'Undefined',
  met: 'As expected', expected_refusal: 'Refused as expected', unmet: 'Not as expected', error: 'No answer', interrupted: 'Interrupted',
  observed: 'Observed', unobserved: 'Declared, not observed', undeclared: 'Observed, not declared',
};
const looks = {
  passed: 'kept', failed: 'broken', undefined: 'broken', skipped: 'not-run', 'cut-off': 'not-run',
  met: 'kept', expected_refusal: 'no-scenario', unmet: 'broken', error: 'broken', interrupted: 'not-run',
  observed: 'kept', unobserved: 'not-run', undeclared: 'no-scenario',
};
export const look = (status) => looks[status] ?? status;
export const word = (status) => words[status] ?? status;

// Shapes differ as well as colours.
const shapes = {
  kept: svg`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.2l2.3 2.3 4.5-4.8" class="cut"/>`,
  broken: svg`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2" class="cut"/>`,
  'not-run': svg`<circle cx="8" cy="8" r="6" class="line" stroke-dasharray="3 2.2"/>`,
  'no-scenario': svg`<rect x="2" y="2" width="12" height="12" rx="2" class="line"/><path d="M5 8h6" class="line"/>`,
};
export const mark = (status, named = false) => html`<span class="mark ${look(status)}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shapes[look(status)]}</svg>${named
  ? html`<span>${word(status)}</span>` : html`<span class="sr">${word(status)}</span>`}</span>`;

export const link = (view, id, content, kind = nothing) => html`<a class=${kind} href=${address(view, id)}>${content}</a>`;
export const address = (view, id, query = {}) => {
  const further = new URLSearchParams(query).toString();
  return `#${view}${id === undefined || id === '' ? '' : `/${id.split('/').map(encodeURIComponent).join('/')}`}${further ? `?${further}` : ''}`;
};

export const chip = (content, kind = '') => html`<span class="chip ${kind}">${content}</span>`;
export const chips = (items, kind = '') => items.length ? html`<span class="chips">${items.map((item) => chip(item, kind))}</span>` : nothing;
export const severity = (name) => html`<span class="severity ${name}">${name}</span>`;

export const duration = (ms) => ms < 1 ? '< 1 ms' : ms < 1000 ? `${Math.round(ms)} ms` : ms < 60000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60000)} min ${Math.round(ms % 60000 / 1000)} s`;
export const time = (at) => at ? html`<time datetime=${at}>${new Date(at).toISOString().replace('T', ' ').slice(0, 16)} UTC</time>` : 'an unknown time';
export const titled = (name) => name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
export const plural = (number, one, many = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

// A bar whose parts are the states; the numbers stand beside it in words.
const order = ['broken', 'no-scenario', 'not-run', 'kept'];
export function bar(items) {
  const parts = order.map((status) => [status, items.filter((item) => look(item.status) === status).length]).filter(([, number]) => number);
  return html`<span class="bar" role="img" aria-label=${parts.map(([status, number]) => `${number} ${word(status).toLowerCase()}`).join(', ') || 'nothing'}>
    ${parts.map(([status, number]) => html`<i class=${status} style=${`flex-grow:${number}`}></i>`)}</span>`;
}

export const paragraphs = (words) => words ? words.split(/\n\s*\n/).map((part) => html`<p>${part}</p>`) : nothing;

export const scenarioLink = (scenario, name = scenario.name) => html`<a class="row" href=${address('scenario', scenario.id)}>
  ${mark(scenario.status)}<span class="grow">${name}</span>${labels(scenario)}<span class="muted num">${scenario.milliseconds ? duration(scenario.milliseconds) : nothing}</span></a>`;
export const labels = (scenario) => scenario.since.map((label) => chip(label, `label ${label}`));

export const table = (rows, kind = '') => html`<div class="scroll" tabindex="0" role="group" aria-label="table"><table class=${kind}><tbody>
  ${rows.map((cells, at) => html`<tr>${cells.map((cell) => at === 0 ? html`<th scope="col">${cell}</th>` : html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

export const page = (title, lead, ...content) => html`<div class="title"><h1 tabindex="-1">${title}</h1>${lead ? html`<div class="lead">${lead}</div>` : nothing}</div>${content}`;
export const section = (title, ...content) => html`<section><h2>${title}</h2>${content}</section>`;
export const empty = (words) => html`<p class="empty">${words}</p>`;

export function copyable(words) {
  const copy = async (event) => {
    const button = event.currentTarget;
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.previousElementSibling);
      button.textContent = 'Selected';
    }
  };
  return html`<div class="copy"><code tabindex="0">${words}</code><button type="button" @click=${copy}>Copy</button></div>`;
}
