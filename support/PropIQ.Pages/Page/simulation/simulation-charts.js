// Numbers over all users: how far they got, what they paid and cost, and how long PropIQ took.
import { html } from 'lit-html';
import { duration, empty, titled } from 'parts';
import { bar, caption, data, length, money, number } from 'simulation-parts';

const most = (items, of) => Math.max(0, ...items.map(of));

export const funnel = ({ funnel: steps, simulation_summary: summary }) => data('How many users got how far', ['Step', bar, 'Users'],
  steps.map((step) => [titled(step.step), length(step.users, summary.total_users), `${step.users} of ${summary.total_users}`]));

export function plans({ revenue_by_plan: all }) {
  if (!all.length) {
    return empty('No user ended on a plan.');
  }
  const highest = Math.max(most(all, (plan) => plan.revenue_usd), most(all, (plan) => plan.cost_usd_exact));
  return html`${data('What plans earned and cost', ['Plan', 'Users', bar, 'Revenue', 'Cost', 'Left'], all.map((plan) => [
    titled(plan.tier), plan.users, html`${length(plan.revenue_usd, highest, 'kept')}${length(plan.cost_usd_exact, highest, 'broken')}`,
    number(money(plan.revenue_usd)), number(money(plan.cost_usd_exact)), number(money(plan.revenue_usd - plan.cost_usd_exact))]))}
    ${caption('Bars: revenue above, cost below.')}`;
}

export function latency({ latency: all }) {
  if (!all.length) {
    return empty('No call was answered.');
  }
  const highest = most(all, (each) => each.max);
  const name = (each) => titled(each.action.replaceAll('_', ' '));
  return html`${data('How long calls took', ['Action', 'Calls', bar, 'p50', 'p75', 'p95', 'p99', 'Longest'], all.map((each) => [
    name(each), each.calls, html`${length(each.p50, highest)}${length(each.p95, highest, 'pale')}`,
    ...['p50', 'p75', 'p95', 'p99', 'max'].map((key) => number(duration(each[key])))]))}
    ${caption('Bars: the median above, the 95th percentile below.')}
    <details><summary>Histograms</summary><div class="proofs">${all.map((each) => html`<div><h3>${name(each)}</h3>${histogram(name(each), each)}</div>`)}</div></details>`;
}

// Rows beyond the longest call say nothing.
function histogram(name, { histogram: all, calls }) {
  const last = all.findLastIndex((each) => each.calls > 0);
  return data(`${name}: calls by duration`, ['Up to', bar, 'Calls'], all.slice(0, last + 1).map((each) => [
    each.up_to_milliseconds == null ? 'longer' : duration(each.up_to_milliseconds), length(each.calls, calls), each.calls]));
}
