// The users: how each fared, what each did when, and how long each waited.
import { html, nothing } from 'lit-html';
import { chip, duration, look, mark, titled, word } from 'parts';
import { bar, caption, data, number, seconds, span } from 'simulation-parts';

export const users = ({ user_results: all }) => data('Users', ['User', 'Completed', 'Failed', 'Skipped', 'Success', 'Edge cases', 'Plan', 'Conversion', 'Cost'], all.map((user) => [
  user.name, user.actions_completed, user.actions_failed, user.actions_skipped, user.success_rate, user.edge_cases.length,
  user.tier_at_start === user.tier_at_end ? user.tier_at_end ?? 'unknown' : `${user.tier_at_start ?? 'none'} → ${user.tier_at_end ?? 'unknown'}`,
  user.conversion ? `Yes, to ${user.converted_to}` : 'No', user.cost_usd]));

const legend = { met: 'as expected', expected_refusal: 'refused as expected', error: 'failed', interrupted: 'interrupted' };

export function timelines({ user_results: all, run }) {
  const end = Math.max(run.duration_seconds, ...all.flatMap((user) => user.timeline.map((action) => action.start_seconds + action.duration_seconds)), 0);
  const part = (action) => ({
    start: action.start_seconds, long: action.duration_seconds, kind: look(action.outcome),
    title: `${titled(action.action.replaceAll('_', ' '))}: ${word(action.outcome)}`,
  });
  const done = (user) => user.timeline.filter((action) => action.outcome !== 'skipped');
  return html`${data(`All users, from the beginning to ${seconds(end)}`, ['User', bar, 'Began', 'Took'], all.map((user) => [
    user.name, span(done(user).map(part), end), number(done(user).length ? seconds(done(user)[0].start_seconds) : 'never'), number(seconds(user.duration_seconds))]))}
    ${caption(html`A bar an action: ${['met', 'expected_refusal', 'error', 'interrupted'].map((outcome) => html`<span class=${`mark ${look(outcome)}`}>● <span>${legend[outcome]}</span></span> `)}`)}
    ${all.map((user) => html`<details><summary>${user.name}: ${user.timeline.length} actions, one by one</summary>
      ${data(`What ${user.name} did`, ['Action', bar, 'Outcome', 'At', 'Took', 'Answers'], user.timeline.map((action) => [
        html`${action.number}. ${titled(action.action.replaceAll('_', ' '))}${action.reason ? html`<span class="why">${action.reason}</span>` : nothing}`,
        action.outcome === 'skipped' ? nothing : span([part(action)], end), mark(action.outcome, true),
        number(seconds(action.start_seconds)), number(duration(action.duration_seconds * 1000)), html`<span class="chips">${action.statuses.map((status) => chip(status))}</span>`]))}
      ${user.notes.map((note) => html`<p class="note">${note}</p>`)}</details>`)}`;
}

// What people make of a wait: up to 0.1 s feels like none, up to 1 s keeps the thread, beyond 10 s they turn elsewhere.
const patience = [['At once (0.1 s)', 100], ['Noticed (1 s)', 1000], ['Long (10 s)', 10000], ['Too long', Infinity]];

export function waits({ user_results: all }) {
  return data('How long users waited for answers', ['User', 'Waited in all', 'Longest', 'For what', ...patience.map(([name]) => name)], all.map((user) => {
    const calls = user.timeline.flatMap((action) => action.call_milliseconds.map((ms) => ({ ms, action: action.action })));
    const longest = calls.reduce((most, call) => call.ms > most.ms ? call : most, { ms: 0, action: '' });
    return [user.name, number(duration(calls.reduce((sum, call) => sum + call.ms, 0))), number(duration(longest.ms)), titled(longest.action.replaceAll('_', ' ')),
      ...patience.map(([, most], at) => calls.filter((call) => call.ms <= most && call.ms > (patience[at - 1]?.[1] ?? -1)).length)];
  }));
}
