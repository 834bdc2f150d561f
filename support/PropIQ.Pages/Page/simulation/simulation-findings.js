// What was found: edge cases with their proofs, failures with what was asked and answered, hopes beside what happened.
import { html, nothing } from 'lit-html';
import { chip, empty, mark, titled } from 'parts';
import { caption, data } from 'simulation-parts';

const state = ({ declared, observed }) => observed ? declared ? 'observed' : 'undeclared' : 'unobserved';

export const matrix = ({ edge_case_matrix: all }) => all.length
  ? data('Edge cases, declared and observed', ['Edge case', 'User', 'State', 'Proof'], all.flatMap((edge) => edge.users.map((user) => [
    html`${edge.wording}<span class="why">${edge.id}</span>`, user.user, mark(state(user), true), user.proof ?? ''])))
  : empty('None was declared, and none observed.');

export const failures = ({ errors_encountered: all }) => all.length
  ? all.map((error) => html`<div class="error"><h3>${mark(error.kind, true)} ${error.user}, ${error.number}. ${titled(error.action.replaceAll('_', ' '))}</h3>
    <p>${error.error}</p>${error.contract_note ? html`<p>${chip('The contract')} ${error.contract_note}</p>` : nothing}<p class="muted">${error.timestamp}</p>
    ${error.exchanges.map((exchange, at) => html`<details class="evidence"><summary>Request and response ${error.exchanges.length > 1 ? at + 1 : nothing}</summary><pre tabindex="0">${exchange}</pre></details>`)}</div>`)
  : empty('None: every action went as expected.');

export const hopes = ({ expected_outcomes: all }) => all.length
  ? html`${data('What the profile hoped for and what happened', ['What', 'Hoped for', 'Happened'], all.map((each) => [titled(each.name.replaceAll('_', ' ').replaceAll('.', ': ')), each.expected, each.actual]))}
    ${caption('Nothing is judged by it.')}`
  : empty('The profile hopes for nothing.');
