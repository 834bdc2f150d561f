// Entry: a load's report. Charts are pictures; the numbers behind them stand in tables.
import { html, nothing } from 'lit-html';
import { banner, caption, data, number, seconds } from 'simulation-parts';
import { duration, empty, mark, page, plural, time, titled } from 'parts';
import { facts, frame, present } from 'report-frame';
import { overTime } from 'load-chart';

const report = JSON.parse(document.getElementById('data').textContent);

const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.001 ? 3 : 1)} %`;
const whole = (count) => count.toLocaleString('en');
const times = ['med', 'p90', 'p95', 'p99', 'p999', 'max'];
const timeNames = ['p50', 'p90', 'p95', 'p99', 'p99.9', 'Longest'];

const latencies = (name, rows, of) => data(name, ['Requests', 'Number', ...timeNames, 'p99 from sending'], rows.map((row) => [
  of(row), whole(row.requests), ...times.map((key) => number(duration(row.corrected[key]))), number(duration(row.service.p99))]));

function percentiles({ by_action: actions, by_persona: personas, by_persona_and_action: cells }) {
  return actions.length
    ? html`${latencies('Latencies by action', actions, (row) => titled(row.action))}
      ${caption('From when a request was due to its answer’s end, so that a server that stands still is not flattered; in the last column from when it was sent. Requests refused for haste are not in it.')}
      ${latencies('Latencies by persona', personas, (row) => row.persona)}
      <details><summary>By persona and action</summary>${latencies('Latencies by persona and action', cells, (row) => `${row.persona}: ${row.action}`)}</details>`
    : empty('Nothing was measured.');
}

const outcomes = ({ by_action: actions }) => actions.length
  ? data('What became of requests', ['Action', 'Requests', 'Failed', 'Rate-limited', 'Refused by the plan', 'Session over', 'Time-outs', 'Checks failed'], actions.map((row) => [
    titled(row.action), ...['requests', 'failed', 'rate_limited', 'refused_by_plan', 'sessions_over', 'timeouts', 'checks_failed'].map((key) => whole(row[key]))]))
  : empty('Nothing was measured.');

const failures = ({ errors }) => errors.length
  ? data('Failures by kind', ['Action', 'Kind', 'Status', 'Code', 'Number', 'The first of them'], errors.map((error) => [
    titled(error.action), error.kind, error.status || 'none', error.code ?? '', whole(error.count), error.first]))
  : empty('None.');

const thresholds = ({ thresholds: all }) => all.length
  ? data('Thresholds', ['Threshold', 'Kept', 'Measured'], all.map((each) => [html`<code>${each.threshold}</code>`, mark(each.kept ? 'kept' : 'broken', true), each.detail]))
  : empty('None was set.');

function clients({ clients: all }) {
  const share = (value) => number(percent(value));
  const late = (value) => number(duration(value));
  return html`${data('The clients themselves', ['Shard', 'Processor', 'At most', 'Memory', 'Stood still for the collector', 'Ticks late (p99)', 'Sends late (p99)', 'Connections', 'Addresses'], all.map(({ shard, health }) => [
    shard, share(health.cpu_share), share(health.cpu_share_peak), number(`${Math.round(health.memory_megabytes_peak)} MB`), share(health.gc_pause_share),
    late(health.scheduling_lag_p99), late(health.send_lag_p99), `${health.connections_peak} of ${health.connections_opened}`, health.addresses]))}
    ${caption('Processor: of all cores. A client that is late measures itself: such a report says so above.')}`;
}

function numbers({ metrics, run, warm_up: warmUp }) {
  return facts([
    ['Requests', `${whole(metrics.http_reqs.count)} (${metrics.http_reqs.rate.toFixed(1)} a second)`], ['Failed', percent(metrics.http_req_failed.rate)], ['p95', duration(metrics.http_req_duration.p95)],
    ['p99', duration(metrics.http_req_duration.p99)], ['Rate-limited', whole(metrics.rate_limited)], ['Refused by the plan', whole(metrics.refused_by_plan)], ['Arrivals dropped', whole(metrics.dropped_iterations)],
    ['Sessions', whole(metrics.iterations.count)], ['Users at most', whole(metrics.vus_max)], ['Checks kept', percent(metrics.checks.rate)],
    ['Warm-up', warmUp.duration_seconds ? `${seconds(warmUp.duration_seconds)}, ${plural(warmUp.requests, 'request')}` : 'none'], ['Users', run.seeding], ['Target', `${run.target} (${run.target_kind})`],
    ['Profile', run.profile], ['Seed', run.seed], ['Run', run.run_id], ['Shards', `${run.shards.join(', ')} of ${run.shards_planned}`],
  ]);
}

const verdicts = { passed: ['good', 'The load went as it should'], thresholds_crossed: ['bad', 'A threshold was crossed'], unreliable: ['open', 'These figures cannot be trusted'], incomplete: ['open', 'This load is incomplete'] };

const parts = [
  ['thresholds', 'Thresholds', thresholds], ['latency', 'Latency', percentiles], ['over-time', 'Over time', overTime],
  ['outcomes', 'Outcomes', outcomes], ['failures', 'Failures', failures], ['client', 'The client', clients],
];

export function show() {
  const { run } = report;
  const [state, title] = verdicts[run.verdict] ?? ['open', titled(run.verdict)];
  const lead = html`<span>${run.plan}</span><span>began ${time(run.started_at)}</span><span>measured for ${seconds(run.duration_seconds)}</span>`;
  present(`${title} · PropIQ under load`, frame('under load', parts, report, state, page(title, lead, numbers(report)),
    run.doubts.length ? banner('Not to be relied upon', run.doubts) : nothing,
    run.incomplete ? banner('This load is incomplete', [run.incomplete_reason ?? 'The reason is not known.']) : nothing));
}
