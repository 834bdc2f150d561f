// What the parts of a simulation's report are made of.
import { html, nothing } from 'lit-html';

// A table with a name; a column called "bar" is a picture of numbers that stand beside it.
export const data = (name, columns, rows) => html`<div class="scroll" tabindex="0" role="group" aria-label=${name}><table>
  <caption class="sr">${name}</caption>
  <thead><tr>${columns.map((column) => column === bar ? html`<td></td>` : html`<th scope="col">${column}</th>`)}</tr></thead>
  <tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => at === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${columns[at] === bar ? 'picture' : nothing}>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
export const bar = 'bar';

const percent = (part, whole) => whole > 0 ? Math.min(100, 100 * part / whole) : 0;

// How much of the most there is.
export const length = (part, whole, kind = '') => html`<span class="track" aria-hidden="true"><i class=${kind} style=${`left:0;width:${percent(part, whole)}%`}></i></span>`;

// Where something lies in time.
export const span = (items, whole) => html`<span class="track" aria-hidden="true">${items.map(({ start, long, kind, title }) =>
  html`<i class=${kind} title=${title ?? nothing} style=${`left:${Math.min(99.5, percent(start, whole))}%;width:${percent(long, whole)}%`}></i>`)}</span>`;

export const banner = (title, lines) => html`<div class="banner"><div><strong>${title}</strong>${lines.map((line) => html`<p>${line}</p>`)}</div></div>`;
export const money = (dollars) => `${dollars < 0 ? '−' : ''}$${Math.abs(dollars).toFixed(dollars !== 0 && Math.abs(dollars) < 0.1 ? 4 : 2)}`;
export const seconds = (number) => `${number.toFixed(number < 10 ? 2 : 1)} s`;
export const caption = (words) => html`<p class="muted small">${words}</p>`;
export const number = (words) => html`<span class="num">${words}</span>`;
